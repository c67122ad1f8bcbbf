/**
 * When a list may change under somebody's eyes. What the pointer is on, or the focus, keeps its place on the screen: by
 * scrolling along with what comes above it, or by waiting. Pure, so that it can be tested without a window.
 */

/** What somebody sees of the list, and where they are in it. Sizes in px. */
export interface Sight {
  rowSize: number
  scrollTop: number
  height: number
  /** The row that must stay where it is; null when nobody is in the list. */
  anchor: string | null
  /** The pointer is on its way to some row: none of those in sight may move. */
  isMoving: boolean
}

/** Whether `after` can take the place of `before` at once. */
export function mayShow(before: readonly string[], after: readonly string[], sight: Sight): boolean {
  const { rowSize, scrollTop, height, anchor, isMoving } = sight
  if (isMoving) {
    const end = Math.ceil((scrollTop + height) / rowSize)
    return before.slice(0, end).every((id, index) => after[index] === id)
  }
  if (anchor === null) return true
  const moved = shiftOf(before, after, anchor)
  return moved !== null && scrollTop + moved * rowSize >= 0
}

/** How many rows further down `id` stands in `after`; null when it is not in both. */
export function shiftOf(before: readonly string[], after: readonly string[], id: string): number | null {
  const [from, to] = [before.indexOf(id), after.indexOf(id)]
  return from === -1 || to === -1 ? null : to - from
}

/** The first row in sight that is still there: what who reads further down keeps their place by. */
export function firstInSight(
  before: readonly string[],
  after: readonly string[],
  { scrollTop, rowSize }: Pick<Sight, 'scrollTop' | 'rowSize'>,
): string | null {
  if (scrollTop < rowSize / 2) return null
  const there = new Set(after)
  return before.slice(Math.floor(scrollTop / rowSize)).find((id) => there.has(id)) ?? null
}
