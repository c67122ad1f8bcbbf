/** "Watch only", for the office and for single lines. */
import type { CallRow } from '../../../electron/contract/call-list.ts'
import type { TimelineItem } from '../../../electron/contract/view-models.ts'
import type { Picture } from '../mock-bridge.ts'
import { calls } from '../office/calls.ts'
import { detailOf } from '../office/details.ts'
import { health } from '../office/health.ts'
import { now } from '../office/moment.ts'
import { rows } from '../office/rows.ts'
import { settings } from '../office/settings.ts'
import { rail, saying, type Shot } from './shot.ts'

const wouldText =
  'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text. Reply STOP and we will not text you again.'
const watched = {
  verdict: 'skip',
  rule: 'watch-only',
  reason: 'Watch only is on, so nothing goes out by itself.',
  at: now,
  wouldText,
} as const

const watchedCall = (call: CallRow): CallRow =>
  call.outcome === 'missed' && call.conversationId !== null
    ? {
        ...call,
        decision: watched,
        aftermath: call.aftermath && { ...call.aftermath, textedAt: null, textPlanned: false },
      }
    : call
const watchedItem = (item: TimelineItem): TimelineItem =>
  item.kind === 'call' && item.outcome === 'missed' ? { ...item, decision: watched } : item

const picture: Partial<Picture> = {
  ...saying({
    'settings:get': { ...settings, watchOnly: { on: true, lines: [] } },
    'health:get': { ...health, watchOnly: 'all' },
    'calls:list': { items: calls.map(watchedCall), gaps: [], nextCursor: null },
  }),
  details: Object.fromEntries(
    rows.map((row) => {
      const detail = detailOf(row)
      return [row.id, { ...detail, timeline: detail.timeline.map(watchedItem) }]
    }),
  ),
}

export const watchOnlyShots: Shot[] = [
  {
    name: 'watch-only',
    picture,
    act: async (page) => {
      await page.getByRole('row', { name: 'Pat Lee' }).click()
    },
  },
  {
    name: 'watch-only-calls',
    picture,
    act: async (page) => {
      await rail(page, 'Calls')
      await page.getByRole('row', { name: 'Pat Lee' }).waitFor()
    },
  },
  {
    name: 'watch-only-texting',
    picture,
    act: async (page) => {
      await page.getByRole('button', { name: 'Change' }).click()
    },
  },
  {
    name: 'watch-only-none',
    picture,
    act: async (page) => {
      await page.getByRole('button', { name: 'Change' }).click()
      await page.getByText('Not yet: watch only').click()
    },
  },
  {
    name: 'watch-only-lines',
    act: async (page) => {
      await rail(page, 'Settings')
      await page.getByRole('tab', { name: 'Lines and phones' }).click()
    },
  },
]
