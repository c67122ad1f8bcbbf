/**
 * The part of a time line that the window holds when it is not the newest one: it slides along as one scrolls, and what
 * leaves it on one side is read again when one comes back. So a conversation of any length costs the same.
 */
import { pageLength } from '../../electron/contract/timeline.ts'
import type { TimelineItem, TimelinePage } from '../../electron/contract/view-models.ts'
import { shareUnchanged } from './share.ts'

export interface TimelineWindow {
  items: TimelineItem[]
  hasOlder: boolean
  hasNewer: boolean
}

/** Items that are drawn at a time, besides those that wait. */
export const mostHeld = 200

type Page = Pick<TimelinePage, 'items' | 'hasOlder' | 'hasNewer'>

/** With an older page before it; what is too much goes at the end. */
export function withOlder(held: TimelineWindow, page: Page): TimelineWindow {
  const items = [...without(page.items, held.items), ...held.items]
  const kept = items.slice(0, mostHeld)
  return { items: kept, hasOlder: page.hasOlder, hasNewer: held.hasNewer || kept.length < items.length }
}

/** With a newer page after it; what is too much goes at the beginning. */
export function withNewer(held: TimelineWindow, page: Page): TimelineWindow {
  const items = [...held.items, ...without(page.items, held.items)]
  const kept = items.slice(-mostHeld)
  return { items: kept, hasOlder: held.hasOlder || kept.length < items.length, hasNewer: page.hasNewer }
}

/** The same part, read again. */
export function readAgain(held: TimelineWindow, page: Page): TimelineWindow {
  return { items: shareUnchanged(held.items, page.items), hasOlder: page.hasOlder, hasNewer: page.hasNewer }
}

/** A text that waits stands at the foot of the time line, below everything that has happened. */
export function isWaiting(item: TimelineItem): boolean {
  return item.kind === 'message' && item.direction === 'out' && item.state === 'queued'
}

/** The last page of what is held of the end, with what waits: the rest is read again by whoever goes back to it. */
export function endOf(held: { timeline: TimelineItem[]; hasOlder: boolean }): {
  timeline: TimelineItem[]
  hasOlder: boolean
} {
  const happened = held.timeline.filter((item) => !isWaiting(item))
  if (happened.length <= pageLength) return held
  const waiting = held.timeline.filter(isWaiting)
  return { timeline: [...happened.slice(-pageLength), ...waiting], hasOlder: true }
}

function without(items: readonly TimelineItem[], held: readonly TimelineItem[]): TimelineItem[] {
  const known = new Set(held.map(({ id }) => id))
  return items.filter(({ id }) => !known.has(id))
}
