import { useEffect } from 'react'
import { shownList } from '../../store/inbox-slice.ts'
import { useWindow } from '../../store/window-store.ts'

/**
 * Marks in the page's timings when the list could first be used, and when it came from the engine rather than from the
 * last time: what `npm run bench:inbox` asks for.
 */
export function useStartMark(): void {
  const usable = useWindow((state) => shownList(state) !== null && state.settings !== null && state.info !== null)
  const fresh = useWindow((state) => (shownList(state)?.revision ?? -1) >= 0)
  useEffect(() => markDrawn('ringback:usable', usable), [usable])
  useEffect(() => markDrawn('ringback:fresh', fresh), [fresh])
}

function markDrawn(name: string, is: boolean): void {
  if (is) requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(name)))
}
