/** A loaded list brought in step with a few rows that changed, without reading the others again. */
import type { ConversationListItem, ConversationTab } from '../../electron/contract/view-models.ts'
import { isSame } from './share.ts'

export interface LoadedList {
  items: ConversationListItem[]
  /** Where the next page begins; null at the end. */
  nextCursor: string | null
  revision: number
}

/** Whether `a` stands before `b`: who has waited longest first, or what is newest. */
export function before(tab: ConversationTab, a: ConversationListItem, b: ConversationListItem): boolean {
  const by = order(tab, a) - order(tab, b)
  return by === 0 ? a.id < b.id : by < 0
}

function order(tab: ConversationTab, item: ConversationListItem): number {
  return tab === 'needs-reply' ? (item.waitingSince ?? item.lastActivityAt) : -item.lastActivityAt
}

/**
 * `list` with `rows` in their places; `asked` are the ids that were asked for, of which those that are not among `rows`
 * have left the list. What stands behind the last row that is loaded comes with its page.
 */
export function withChanged(
  tab: ConversationTab,
  list: LoadedList,
  asked: readonly string[],
  { rows, revision }: { rows: readonly ConversationListItem[]; revision: number },
): LoadedList {
  const changed = new Set([...asked, ...rows.map(({ id }) => id)])
  const known = new Map(list.items.map((item) => [item.id, item]))
  const items = list.items.filter((item) => !changed.has(item.id))
  const last = list.items.at(-1)
  for (const row of rows) {
    const old = known.get(row.id)
    const item = old && isSame(old, row) ? old : row
    if (list.nextCursor !== null && last && before(tab, last, item) && last.id !== item.id) continue
    items.splice(placeOf(tab, items, item), 0, item)
  }
  return { items, nextCursor: list.nextCursor, revision }
}

/** By halves: lists are long. */
function placeOf(tab: ConversationTab, items: readonly ConversationListItem[], item: ConversationListItem): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = items[middle]
    if (other && before(tab, other, item)) low = middle + 1
    else high = middle
  }
  return low
}

/** `shown` with what is known anew of its rows, each in the place it had. */
export function inPlace(
  shown: readonly ConversationListItem[],
  fresh: ReadonlyMap<string, ConversationListItem>,
): ConversationListItem[] {
  return shown.map((item) => {
    const row = fresh.get(item.id)
    return row === undefined || row === item || isSame(item, row) ? item : row
  })
}

/** Which rows of `fresh` are not shown yet, or stand somewhere else because something happened. */
export function newsAmong(
  shown: readonly ConversationListItem[],
  fresh: readonly ConversationListItem[],
): ConversationListItem[] {
  const known = new Map(shown.map((item) => [item.id, item]))
  return fresh.filter((item) => {
    const old = known.get(item.id)
    return old === undefined || old.lastActivityAt < item.lastActivityAt
  })
}
