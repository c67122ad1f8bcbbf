/** Brings a setting before the eyes, by the words that it is called by on its page. */

/** A page may have to be loaded, and its settings to be read. */
const mostFrames = 120
const places = 'label, legend, h2, h3, [role=tab], summary, button, .switch, span'
const inputs = 'input:not([type=hidden]), textarea, select, button, [tabindex="0"]'
/** How long it stays marked, ms. */
const marked = 2500

/** Looks until it is there, then scrolls to it, gives it the focus and marks it for a moment. */
export function revealSetting(label: string, frames: number = mostFrames): void {
  const found = find(label)
  if (found) show(found)
  else if (frames > 0) requestAnimationFrame(() => revealSetting(label, frames - 1))
}

function find(label: string): HTMLElement | null {
  const page = document.querySelector('.settings-main')
  const named = [...(page?.querySelectorAll<HTMLElement>(places) ?? [])].filter(
    (element) => element.offsetParent !== null && element.textContent.trim().startsWith(label),
  )
  // The innermost: a label may stand in a label.
  return named.find((element) => !named.some((other) => other !== element && element.contains(other))) ?? null
}

function show(element: HTMLElement): void {
  element.scrollIntoView({ block: 'center' })
  const around = element.closest<HTMLElement>('.field, .switch-setting, .answers, section')
  const control = element instanceof HTMLLabelElement ? element.control : null
  const itself = element.matches(inputs) ? element : element.closest('label')?.querySelector<HTMLElement>(inputs)
  // Of several answers the one that holds.
  const first = around?.querySelector<HTMLElement>('input:checked') ?? around?.querySelector<HTMLElement>(inputs)
  const focused = control ?? itself ?? first
  focused?.focus({ preventScroll: true })
  const mark = around ?? element
  mark.classList.add('found-setting')
  setTimeout(() => mark.classList.remove('found-setting'), marked)
}
