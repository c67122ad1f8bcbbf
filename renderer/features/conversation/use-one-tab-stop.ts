import { useEffect } from 'react'
import type { RefObject } from 'react'

const usable = 'a[href], [role=link], button:not([disabled]), input, textarea, select'

/** What can be used in an item, in its order. */
function controls(item: Element): HTMLElement[] {
  return [...item.querySelectorAll<HTMLElement>(usable)].filter((control) => control.checkVisibility())
}

/**
 * A long time line is one stop of the Tab key, as a list is: the arrow keys go from item to item (use-timeline-scroll),
 * Enter into one, Tab from one thing in it to the next and then out of the time line, Escape back to the item.
 */
export function useOneTabStop(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const line = scroller.current
      const focused = document.activeElement
      if (!line || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const item = line.contains(focused) ? (focused?.closest<HTMLElement>('.item') ?? null) : null
      if (event.key === 'Tab') onTab(event, line, item)
      else if (event.key === 'Enter' && item !== null && item === focused) {
        controls(item)[0]?.focus()
        event.preventDefault()
      } else if (event.key === 'Escape' && item !== null && item !== focused) {
        // A field of its own, or an open menu, has its own use for it.
        if (focused?.matches('input, textarea') === true) return
        item.focus()
        event.preventDefault()
        event.stopPropagation()
      }
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [scroller])
}

function onTab(event: KeyboardEvent, line: HTMLElement, item: HTMLElement | null): void {
  const focused = document.activeElement
  if (item !== null && item !== focused) {
    const all = controls(item)
    const at = all.findIndex((control) => control === focused)
    const next = all[at + (event.shiftKey ? -1 : 1)]
    if (at !== -1 && (next || event.shiftKey)) {
      const goal = next ?? item
      goal.focus()
      event.preventDefault()
      return
    }
  }
  // From here the browser goes on, past everything that is in the time line.
  if (item !== null) line.focus({ preventScroll: true })
  const passed = [...line.querySelectorAll<HTMLElement>(usable)].map((control) => {
    const tabIndex = control.getAttribute('tabindex')
    control.setAttribute('tabindex', '-1')
    return { control, tabIndex }
  })
  setTimeout(() => {
    for (const { control, tabIndex } of passed) {
      if (tabIndex === null) control.removeAttribute('tabindex')
      else control.setAttribute('tabindex', tabIndex)
    }
  })
}
