/** "Watch only", and the way through set-up. */
import type { CallRow } from '../../electron/contract/call-list.ts'
import type { TimelineItem } from '../../electron/contract/view-models.ts'
import * as fixtures from './fixtures.ts'
import type { Picture } from './mock-bridge.ts'
import type { Shot } from './shots.ts'

const wouldText =
  'Hi, this is Cedar Dental. Sorry we missed your call! How can we help? Just reply to this text. Reply STOP and we will not text you again.'
const watched = {
  verdict: 'skip',
  rule: 'watch-only',
  reason: 'Watch only is on, so nothing goes out by itself.',
  at: fixtures.now,
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

/** @param answers what the mock says otherwise. */
export function setupShots(answers: Picture['answers']): Shot[] {
  const watching = { ...fixtures.settings, watchOnly: { on: true, lines: [] } }
  const picture: Partial<Picture> = {
    answers: {
      ...answers,
      'settings:get': watching,
      'health:get': { ...fixtures.health, watchOnly: 'all' },
      'calls:list': { items: fixtures.calls.map(watchedCall), gaps: [], nextCursor: null },
    },
    details: Object.fromEntries(
      fixtures.rows.map((row) => {
        const detail = fixtures.detailOf(row)
        return [row.id, { ...detail, timeline: detail.timeline.map(watchedItem) }]
      }),
    ),
  }
  return [
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
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Calls' }).click()
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
        await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
        await page.getByRole('tab', { name: 'Lines and phones' }).click()
      },
    },
  ]
}
