import { flushSync } from 'react-dom'

/**
 * Moves within the list as its own arrow keys do, when the list has the focus; focus and selection then go together,
 * unless only the focus shall move.
 * @returns false when the focus is elsewhere.
 */
export function arrowInList(step: 1 | -1, { onlyFocus = false } = {}): boolean {
  const focused = document.activeElement
  if (!focused?.closest('#conversation-list, #call-list')) return false
  const key = step === 1 ? 'ArrowDown' : 'ArrowUp'
  const isMac = navigator.userAgent.includes('Mac')
  // With this key held, lists move the focus alone.
  const modifier = isMac ? { altKey: onlyFocus } : { ctrlKey: onlyFocus }
  focused.dispatchEvent(new KeyboardEvent('keydown', { key, ...modifier, bubbles: true, cancelable: true }))
  return true
}

/** The conversation whose row has the focus; null when it is elsewhere. */
export function focusedConversation(): string | null {
  return rowAround(document.activeElement)
}

/** The conversation in whose row this is; null elsewhere. */
export function rowAround(element: EventTarget | null): string | null {
  const row = element instanceof Element ? element.closest('#conversation-list [role=row]') : null
  return row?.querySelector<HTMLElement>('[data-row]')?.dataset['row'] ?? null
}

/** The row of a conversation; null where it is not drawn. */
export function rowElement(id: string): HTMLElement | null {
  const inside = document.querySelector(`#conversation-list [data-row="${CSS.escape(id)}"]`)
  return inside?.closest<HTMLElement>('[role=row]') ?? null
}

/** Brings the focus to a row that is there, or will be once the list is drawn. */
export function focusRow(id: string): void {
  const row = rowElement(id)
  row?.focus()
  requestAnimationFrame(() => {
    const now = rowElement(id)
    if (now && now !== document.activeElement) now.focus()
  })
}

/** The places in the window that a key can bring the focus to. The element carries the name as its id. */
export type FocusPlace =
  | 'search-box'
  | 'composer'
  | 'conversation-pane'
  | 'conversation-list'
  | 'call-list'
  | 'tag-field'
  | 'name-field'
  | 'company-field'
  | 'notes-field'

export function focusPlace(place: FocusPlace): void {
  const element = document.getElementById(place)
  if (!element) return
  element.focus()
  if (element instanceof HTMLInputElement) element.select()
}

/**
 * Makes a change of the window and brings the focus to what it draws, before it returns: whoever types on at once, as
 * after `/`, loses no letter to the place where the focus was.
 */
export function focusOnceDrawn(place: FocusPlace, change: () => void): void {
  flushSync(change)
  focusAndKeep(place)
}

function focusAndKeep(place: FocusPlace): void {
  focusPlace(place)
  // A dialog that closes gives the focus back a frame later.
  requestAnimationFrame(() => {
    // A list gives the focus on to one of its rows.
    if (!document.activeElement?.closest(`#${place}`)) focusPlace(place)
  })
}

/** What it stands on may have to be loaded first. */
const mostFrames = 120

export function focusOnceThere(place: FocusPlace, frames: number = mostFrames): void {
  if (document.getElementById(place)) focusAndKeep(place)
  else if (frames > 0) requestAnimationFrame(() => focusOnceThere(place, frames - 1))
}
