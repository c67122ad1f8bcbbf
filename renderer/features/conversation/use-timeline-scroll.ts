import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { TimelineWindow } from '../../store/timeline-window.ts'

/** Nearer to the end than this (px) counts as reading the end. */
const nearEnd = 80
/** Nearer than this (px) to where it is cut, more is read: about a screen ahead. */
const nearCut = 900
/** How far below the upper edge the "new" line, or what is looked for, comes to stand, px. */
const below = 20

interface ScrollOptions {
  shown: TimelineWindow
  /** The end of the time line is what is shown, so that "at the end" means something. */
  live: boolean
  /** Item to bring into view. */
  target: { id: string } | null
  newFrom: string | null
  loadOlder: () => void
  loadNewer: () => void
}

interface TimelineScroll {
  scroller: RefObject<HTMLDivElement | null>
  content: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** Null while that is not known: nothing has been laid out yet. */
  atEnd: boolean | null
  toEnd: () => void
}

/**
 * Opens at the end, or at the first new item, and stays at the end while new items come. Who reads further up is never
 * moved: whatever is put in or taken out above, the first item in view stays where it is on the screen.
 */
export function useTimelineScroll(options: ScrollOptions): TimelineScroll {
  const { shown, live, target, newFrom, loadOlder, loadNewer } = options
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const stick = useRef(true)
  const anchor = useRef<{ id: string; top: number } | null>(null)
  const opened = useRef(false)
  const wentTo = useRef<{ id: string } | null>(null)
  /** Where it stood when that was noted last, px: elsewhere, somebody has scrolled since, and that counts. */
  const notedTop = useRef<number | null>(null)
  const [atEnd, setAtEnd] = useState<boolean | null>(null)

  const note = useCallback(() => {
    const element = scroller.current
    if (!element) return
    notedTop.current = element.scrollTop
    stick.current = live && element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    setAtEnd(stick.current)
    anchor.current = stick.current ? null : firstInView(element)
  }, [live])

  /** Puts back what the eye was on. */
  const hold = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const end = element.scrollHeight - element.clientHeight
    const moved = notedTop.current !== null && Math.abs(element.scrollTop - notedTop.current) > 1
    // At the very end it may have been moved by what was taken out.
    if (moved && element.scrollTop < end - 1) {
      note()
      return
    }
    if (stick.current && live) element.scrollTop = element.scrollHeight
    else if (anchor.current) {
      const item = itemOf(element, anchor.current.id)
      if (item) element.scrollTop += item.offsetTop - element.scrollTop - anchor.current.top
    }
    notedTop.current = element.scrollTop
  }, [live, note])

  const loadMore = useCallback(() => {
    const element = scroller.current
    if (!element) return
    if (shown.hasOlder && element.scrollTop < nearCut) loadOlder()
    const rest = element.scrollHeight - element.scrollTop - element.clientHeight
    if (shown.hasNewer && rest < nearCut) loadNewer()
  }, [shown.hasOlder, shown.hasNewer, loadOlder, loadNewer])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || shown.items.length === 0) return
    const goal = target && target !== wentTo.current ? itemOf(element, target.id) : null
    if (goal) {
      wentTo.current = target
      element.scrollTop = goal.offsetTop - (element.clientHeight - goal.offsetHeight) / 3
      if (mayTakeFocus()) goal.focus({ preventScroll: true })
      note()
    } else {
      hold()
      if (!opened.current && newFrom !== null) {
        const line = element.querySelector<HTMLElement>('.new-line')
        if (line && line.offsetTop < element.scrollTop) element.scrollTop = line.offsetTop - below
      }
      if (!opened.current) note()
    }
    opened.current = true
    loadMore()
  }, [shown, target, newFrom, hold, note, loadMore])

  // A taller composer, a picture that has come, a card that was opened: the same holds.
  useEffect(() => {
    const observer = new ResizeObserver(() => hold())
    for (const element of [scroller.current, content.current]) if (element) observer.observe(element)
    return () => observer.disconnect()
  }, [hold])

  const toEnd = useCallback(() => {
    stick.current = true
    anchor.current = null
    setAtEnd(true)
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
    notedTop.current = element?.scrollTop ?? null
  }, [])

  const onScroll = useCallback(() => {
    note()
    loadMore()
  }, [note, loadMore])

  return { scroller, content, onScroll, atEnd, toEnd }
}

/** Who goes through the list, or is typing what to look for, goes on there. */
function mayTakeFocus(): boolean {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return true
  return focused.closest('#conversation-pane') !== null && focused.closest('.find-bar') === null
}

/** Asked for at each scrolled frame: the live collection is kept by the page, a list of all is not. */
function items(scroller: HTMLElement): HTMLCollectionOf<HTMLElement> {
  return scroller.getElementsByClassName('item') as HTMLCollectionOf<HTMLElement>
}

function itemOf(scroller: HTMLElement, id: string): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`.item[data-id="${CSS.escape(id)}"]`)
}

/** Found by halves: the items stand one below the other. */
function firstInView(scroller: HTMLElement): { id: string; top: number } | null {
  const all = items(scroller)
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = all[middle]
    if (item && item.offsetTop + item.offsetHeight <= scroller.scrollTop) low = middle + 1
    else high = middle
  }
  const first = all[low]
  return first ? { id: first.dataset['id'] ?? '', top: first.offsetTop - scroller.scrollTop } : null
}

/** Moves the focus from item to item. True when the key was meant for that. */
export function moveInTimeline(scroller: HTMLElement, key: string): boolean {
  const all = [...items(scroller)]
  const focused = all.findIndex((item) => item.contains(document.activeElement))
  const last = all.length - 1
  const next =
    key === 'ArrowUp'
      ? focused === -1
        ? lastInView(scroller, all)
        : focused - 1
      : key === 'ArrowDown'
        ? focused === -1
          ? last
          : focused + 1
        : -1
  const item = all[next]
  if (!item) return false
  item.focus()
  return true
}

function lastInView(scroller: HTMLElement, all: readonly HTMLElement[]): number {
  return all.findLastIndex((item) => item.offsetTop < scroller.scrollTop + scroller.clientHeight)
}
