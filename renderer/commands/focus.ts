/**
 * Moves within the list as its own arrow keys do, when the list has the focus; focus and selection then go together.
 * @returns false when the focus is elsewhere.
 */
export function arrowInList(step: 1 | -1): boolean {
  const focused = document.activeElement
  if (!focused?.closest('#conversation-list, #call-list')) return false
  const key = step === 1 ? 'ArrowDown' : 'ArrowUp'
  focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  return true
}

/** The places in the window that a key can bring the focus to. The element carries the name as its id. */
export type FocusPlace = 'search-box' | 'composer' | 'conversation-pane' | 'conversation-list' | 'call-list'

export function focusPlace(place: FocusPlace): void {
  const element = document.getElementById(place)
  if (!element) return
  element.focus()
  if (element instanceof HTMLInputElement) element.select()
}
