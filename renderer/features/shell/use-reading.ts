import { useEffect, useState } from 'react'
import { api } from '../../api/ringback.ts'
import { conversationsIn, shows } from '../../store/same-person.ts'
import { isWaiting } from '../../store/timeline-window.ts'
import { useWindow } from '../../store/window-store.ts'

/** Passing through a conversation with the arrow keys is not reading it. */
const readAfterMs = 700

/**
 * Tells main whose conversation is on screen of the focused window (no toast for it), and the engine that its texts
 * were read.
 */
export function useReading(): void {
  const openId = useWindow((state) => (state.page === 'inbox' && state.setup === null ? state.openId : null))
  // A text that waits stands below what comes in; who reads the past has not seen the end.
  const lastItem = useWindow(({ detail, past }) =>
    past ? null : (detail?.timeline.findLast((item) => !isWaiting(item))?.id ?? null),
  )
  // Of a person with several numbers all is on screen.
  const shown = useWindow(({ openId: id, detail }) =>
    (shows(detail, id) ? conversationsIn(detail) : [id ?? '']).join(' '),
  )
  const focused = useFocused()
  const reading = focused ? openId : null

  useEffect(() => {
    void api.request('app:reading', { conversationIds: reading === null ? [] : shown.split(' ') })
  }, [reading, shown])

  useEffect(() => {
    if (reading === null || lastItem === null) return undefined
    const timer = setTimeout(() => void api.request('conversations:mark-read', { id: reading }), readAfterMs)
    return () => clearTimeout(timer)
  }, [reading, lastItem])
}

function useFocused(): boolean {
  const [focused, setFocused] = useState(() => document.hasFocus())
  useEffect(() => {
    const update = (): void => setFocused(document.hasFocus() && document.visibilityState === 'visible')
    window.addEventListener('focus', update)
    window.addEventListener('blur', update)
    document.addEventListener('visibilitychange', update)
    return () => {
      window.removeEventListener('focus', update)
      window.removeEventListener('blur', update)
      document.removeEventListener('visibilitychange', update)
    }
  }, [])
  return focused
}
