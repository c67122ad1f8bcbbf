/** How the items of a time line stand together: under their day, below the "new" line, in one group of texts. */
import type { MessageItem, TimelineItem } from '../../../electron/contract/view-models.ts'
import { daysAway } from '../../text/dates.ts'

export interface TimelineRow {
  item: TimelineItem
  /** It is the first of its day. */
  newDay: boolean
  /** What came in since the conversation was read begins here. */
  isNew: boolean
  /** Of a group of texts by one side that came soon after one another; only the last says when and how far it came. */
  inGroup: 'alone' | 'first' | 'middle' | 'last'
}

/** Texts this close together, ms, are read as one. */
const together = 5 * 60_000

/** @param newFrom id of the first new item; no line is drawn above the very first thing that ever happened. */
export function rowsOf(items: readonly TimelineItem[], newFrom: string | null, hasOlder: boolean): TimelineRow[] {
  return items.map((item, index) => {
    const before = items[index - 1]
    const after = items[index + 1]
    const isNew = item.id === newFrom && (index > 0 || hasOlder)
    const startsGroup = isNew || !before || !belong(before, item)
    const endsGroup = !after || after.id === newFrom || !belong(item, after)
    return {
      item,
      newDay: !before || daysAway(before.at, item.at) !== 0,
      isNew,
      inGroup: startsGroup ? (endsGroup ? 'alone' : 'first') : endsGroup ? 'last' : 'middle',
    }
  })
}

function belong(one: TimelineItem, other: TimelineItem): boolean {
  return (
    one.kind === 'message' &&
    other.kind === 'message' &&
    isPlain(one) &&
    isPlain(other) &&
    one.conversationId === other.conversationId &&
    one.author === other.author &&
    one.state === other.state &&
    other.at - one.at <= together &&
    daysAway(one.at, other.at) === 0
  )
}

/** Nothing but words, and nothing to say about them. */
function isPlain({ author, state, pictures }: MessageItem): boolean {
  const settled = state === 'received' || state === 'sent' || state === 'delivered'
  return settled && author !== 'auto' && author !== 'elsewhere' && pictures.length === 0
}
