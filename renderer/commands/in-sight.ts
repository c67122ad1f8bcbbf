/** What can be pressed in the window as it is now: the list of all commands has it beside what is always there. */

/** A button in sight. */
export interface InSight {
  id: string
  /** With what it belongs to, where it stands in a part that has a name: “Texting: Stop texting this person”. */
  label: string
  press: () => void
}

/** A row and a notice have their own; the rest is in the list of commands anyway. */
const elsewhere =
  'nav, .notices, [data-command], [role=dialog], [role=alertdialog], [role=grid], [role=listbox], [role=tablist], table'
const mostWords = 90

/** `known`: labels that the list has already. Of several that are called the same, none: nobody could tell them apart. */
export function buttonsInSight(known: readonly string[]): InSight[] {
  const taken = new Set(known)
  const found = Array.from(document.querySelectorAll<HTMLElement>('.window button:not(:disabled)'))
    .filter((button) => button.checkVisibility({ visibilityProperty: true }) && button.closest(elsewhere) === null)
    .map((button) => ({ button, name: nameOf(button) }))
    .filter(({ name }) => name !== '' && !taken.has(name))
    .map(({ button, name }) => ({ button, label: labelOf(button, name) }))
    .filter(({ label }) => !taken.has(label))
  const counts = new Map<string, number>()
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1)
  return found
    .filter(({ label }) => counts.get(label) === 1)
    .map(({ button, label }) => ({ id: `in-sight ${label}`, label, press: () => press(button) }))
}

/** Where it was drawn anew meanwhile, it is there no more. */
function press(button: HTMLElement): void {
  if (!button.isConnected) return
  button.focus()
  button.click()
}

function labelOf(button: HTMLElement, name: string): string {
  const part = partOf(button)
  return part === '' || part === name ? name : `${part}: ${name}`.slice(0, mostWords)
}

/** The name of the part of the window, or else of the page. */
function partOf(button: HTMLElement): string {
  const section = button.closest('section')
  const ofSection = section
    ? (section.getAttribute('aria-label') ?? section.querySelector('h2, h3, h4')?.textContent)
    : ''
  // A conversation's heading is who it is with.
  return plain(ofSection || button.closest('main:not(.conversation)')?.querySelector('h1, h2')?.textContent)
}

function nameOf(button: HTMLElement): string {
  const label = button.getAttribute('aria-label')
  if (label !== null) return plain(label)
  const by = (button.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id))
  const labelled = plain(by.map((element) => element?.textContent ?? '').join(' '))
  if (labelled !== '') return labelled
  const words = button.cloneNode(true)
  if (!(words instanceof HTMLElement)) return ''
  for (const hidden of words.querySelectorAll('kbd, [aria-hidden=true]')) hidden.remove()
  return plain(words.textContent)
}

function plain(words: string | null | undefined): string {
  return (words ?? '').replace(/\s+/g, ' ').trim()
}
