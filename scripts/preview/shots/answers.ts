/** What the MOCK bridge answers, unless a picture wants something else. */
import { calls, gaps } from '../office/calls.ts'
import * as figures from '../office/figures.ts'
import { health } from '../office/health.ts'
import { callBackChoices } from '../office/live.ts'
import { now } from '../office/moment.ts'
import { info, noLock, pc, settingChanges } from '../office/pc.ts'
import { fewLines } from '../office/parties.ts'
import { legsOf, quickReplies, sendTimes } from '../office/rich-timeline.ts'
import { hoursMeaning, settings, stateHours } from '../office/settings.ts'
import { someTags } from '../office/tags.ts'

export const answers: Record<string, unknown> = {
  'app:info': info,
  'settings:get': settings,
  'health:get': health,
  'pc:get': pc,
  'phone-system:own-address': { address: '192.0.2.57' },
  'settings:history': { changes: settingChanges, more: true },
  'import:settings': { text: '{}' },
  'settings:compare': {
    // No file holds a password.
    changes: settingChanges.filter(({ secret }) => !secret),
    unknown: ['fax'],
    needs: ['password'],
  },
  'live:get': { calls: [] },
  'calls:list': { items: calls, gaps, nextCursor: null },
  'calls:choices': figures.choices,
  'calls:get': figures.story,
  'calls:preview-text': {
    conversationId: 'dana',
    body: 'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text.',
    refusal: null,
    warnings: ['Staff have been on the phone with this contact since.'],
  },
  'overview:get': figures.overview,
  'call-back:get': { callBack: null },
  'call-back:choices': callBackChoices,
  'hours:explain': hoursMeaning,
  'hours:states': stateHours,
  'calls:legs': { legs: legsOf(now - 54 * 60_000) },
  'quick-replies:list': { replies: quickReplies },
  'messages:send-times': { times: sendTimes(now), quiet: null },
  'timeline:find': { hits: [{ id: 's10' }, { id: 's4' }] },
  'drafts:list': { drafts: [] },
  'tags:list': { tags: someTags, revision: 1 },
  'parties:list': fewLines,
  'privacy:get': { keepMonths: 24 },
  'privacy:erasure': { phase: 'none' },
  'lock:get': noLock,
}
