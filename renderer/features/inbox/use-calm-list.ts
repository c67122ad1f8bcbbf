import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { useWindow, windowStore } from '../../store/window-store.ts'
import { rowAround } from '../../commands/focus.ts'
import { shownList } from '../../store/inbox-slice.ts'
import { firstInSight, mayShow, shiftOf } from './calm-list.ts'
import type { Sight } from './calm-list.ts'

/** A pointer that rests this long is no longer on its way, ms. */
const restMs = 1200
/** How often it is asked whether what is held back may come, ms. */
const askAgainMs = 400

/**
 * Keeps what the pointer or the focus is on in its place while the list changes. `place` names the list: another one
 * begins at its top.
 * @returns how many rows came above what is in sight, and a way up to them.
 */
export function useCalmList(
  list: RefObject<HTMLDivElement | null>,
  items: readonly ConversationListItem[],
  { place, rowSize }: { place: string; rowSize: number },
): { above: number; toTop: () => void } {
  const held = useWindow((state) => state.held)
  const [above, setAbove] = useState(0)
  const pointer = usePointer(list)
  const drawn = useRef<{ place: string; ids: string[] }>({ place: '', ids: [] })

  const sight = useRef((): Sight => ({ rowSize, scrollTop: 0, height: 0, anchor: null, isMoving: false }))
  sight.current = () => {
    const element = list.current
    return {
      rowSize,
      scrollTop: element?.scrollTop ?? 0,
      height: element?.clientHeight ?? 0,
      anchor: pointer.row() ?? focusedRow(element),
      isMoving: pointer.isMoving(),
    }
  }

  useEffect(() => {
    const { watchList } = windowStore.getState()
    watchList((before, after) => mayShow(before.map(idOf), after.map(idOf), sight.current()))
    return () => watchList(null)
  }, [])

  // What is held back comes as soon as it disturbs nobody.
  useEffect(() => {
    if (!held) return undefined
    const timer = setInterval(() => {
      const state = windowStore.getState()
      const shown = shownList(state)
      if (!shown || !state.held) return
      if (mayShow(shown.items.map(idOf), state.held.list.items.map(idOf), sight.current())) state.release()
    }, askAgainMs)
    return () => clearInterval(timer)
  }, [held])

  useLayoutEffect(() => {
    const element = list.current
    const before = drawn.current
    const ids = items.map(idOf)
    drawn.current = { place, ids }
    if (!element) return
    if (before.place !== place) {
      scrollTo(element, 0)
      setAbove(0)
      return
    }
    const { anchor, scrollTop } = sight.current()
    const kept = anchor ?? firstInSight(before.ids, ids, { scrollTop, rowSize })
    const moved = kept === null ? null : shiftOf(before.ids, ids, kept)
    if (moved === null || moved === 0) return
    scrollTo(element, scrollTop + moved * rowSize)
    if (moved > 0) setAbove((count) => count + moved)
  }, [items, place, rowSize, list])

  useEffect(() => {
    const element = list.current
    if (!element || above === 0) return undefined
    const onScroll = (): void => {
      if (element.scrollTop < rowSize / 2) setAbove(0)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [above, list, rowSize])

  const toTop = (): void => {
    windowStore.getState().release()
    setAbove(0)
    requestAnimationFrame(() => list.current?.scrollTo({ top: 0 }))
  }
  return { above: above + (held?.news.size ?? 0), toTop }
}

function scrollTo(element: HTMLElement, top: number): void {
  element.scrollTop = top
}

const idOf = ({ id }: { id: string }): string => id

/** Which row the pointer is on, as it was before the list was drawn anew, and whether it moves. */
function usePointer(list: RefObject<HTMLDivElement | null>) {
  const at = useRef<{ x: number; y: number; since: number; row: string | null } | null>(null)
  useEffect(() => {
    const onMove = ({ target, clientX: x, clientY: y }: PointerEvent): void => {
      const isInside = target instanceof Element && list.current?.contains(target) === true
      at.current = isInside ? { x, y, since: Date.now(), row: rowAround(target) } : null
    }
    const onLeave = (): void => {
      at.current = null
    }
    // What is scrolled goes by under a pointer that rests.
    const onScroll = (): void => {
      const place = at.current
      if (place) place.row = rowAround(document.elementFromPoint(place.x, place.y))
    }
    document.addEventListener('pointermove', onMove, { passive: true })
    document.documentElement.addEventListener('pointerleave', onLeave)
    document.addEventListener('scroll', onScroll, { passive: true, capture: true })
    return () => {
      document.removeEventListener('pointermove', onMove)
      document.documentElement.removeEventListener('pointerleave', onLeave)
      document.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [list])
  return {
    row: (): string | null => at.current?.row ?? null,
    isMoving: (): boolean => at.current !== null && Date.now() - at.current.since < restMs,
  }
}

function focusedRow(element: HTMLDivElement | null): string | null {
  const focused = document.activeElement
  return element?.contains(focused) ? rowAround(focused) : null
}
