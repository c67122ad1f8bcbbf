/** True for a whole http or https address, as the contract accepts it. */
export function isWebAddress(typed: string): boolean {
  if (!URL.canParse(typed)) return false
  return /^https?:$/.test(new URL(typed).protocol)
}

/** People write `cedar.example/book`; a link in a text needs its scheme. Empty stays empty. */
export function withScheme(typed: string): string {
  const trimmed = typed.trim()
  return trimmed === '' || /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`
}
