/** A date and time as a field of the window has it: on this PC's wall, to the minute. */

/** `2026-11-26T09:00`, as an input of the type datetime-local wants it. */
export function toField(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** Epoch ms; null for a field that is not filled in. */
export function fromField(value: string): number | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime()
  return Number.isNaN(at) ? null : at
}
