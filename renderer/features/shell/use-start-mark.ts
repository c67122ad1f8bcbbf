import { useEffect } from 'react'
import { shownList } from '../../store/inbox-slice.ts'
import { useWindow } from '../../store/window-store.ts'

/** Marks in the page's timings when the list could first be used: what `npm run bench:inbox` asks for. */
export function useStartMark(): void {
  const usable = useWindow((state) => shownList(state) !== null && state.settings !== null && state.info !== null)
  useEffect(() => {
    if (usable) requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('ringback:usable')))
  }, [usable])
}
