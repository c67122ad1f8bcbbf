import { useEffect } from 'react'
import { windowStore } from '../store/window-store.ts'
import { commandFor } from './keymap.ts'
import { windowCommands } from './registry.ts'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

/** Runs the window's commands on their keys, as long as no dialog is open. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]'))
        return
      // There a letter goes to the choice that begins with it.
      if (event.target instanceof Element && event.target.closest('[role=menu], [role=listbox]') !== null) return
      const state = windowStore.getState()
      const possible = windowCommands.filter((command) => command.when?.(state) ?? true)
      const command = commandFor(possible, event, { typing: isTyping(event.target), singleKeys: state.singleKeys })
      if (!command) return
      event.preventDefault()
      // Before React Aria's lists take the letter for type-ahead.
      event.stopPropagation()
      // A key that is held goes on through the list, but does nothing to what it comes by.
      if (event.repeat && command.group === 'act') return
      command.run(state)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
