import { useEffect, useRef } from 'react'

/**
 * For a part that scrolls and may have nothing in it to go to: while it does scroll, the Tab key stops there, so that
 * the arrow keys can scroll it (WCAG 2.1.1). Where all has room, nobody has to pass it.
 */
export function useScrollStop<E extends HTMLElement>() {
  const part = useRef<E>(null)
  useEffect(() => {
    const element = part.current
    if (!element) return undefined
    const look = (): void => {
      const scrolls = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight
      if (scrolls) element.tabIndex = 0
      else element.removeAttribute('tabindex')
    }
    const observer = new ResizeObserver(look)
    for (const watched of [element, ...element.children]) observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return part
}
