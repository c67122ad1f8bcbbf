/**
 * Tables for spreadsheets: RFC 4180, with what a spreadsheet would take for a formula made plain text (OWASP, "CSV
 * injection"): names come from callers, and a caller can be called `=HYPERLINK(…)`.
 */

/** Begins a file, so that Excel reads it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * Full-width signs count, too: some spreadsheets take them for the plain ones. Apostrophes in front do as well, so that
 * `asItWas` can tell ours from theirs.
 */
const formula = /^'*(?:[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u

/** Where a semicolon separates cells, what follows one begins a cell, and so may be a formula, too. */
const formulaInside = /;(?=['"\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu
const keptInside = /;'(?=['"\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu

/** One line with its end. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const plain = (formula.test(value) ? `'${value}` : value).replace(formulaInside, ";'")
  // Many readers pass over blanks that begin a cell without quotation marks.
  return /^\s|[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** The other way round: a cell without the apostrophes that kept it from being a formula. */
export function asItWas(cell: string): string {
  const whole = cell.replace(keptInside, ';')
  return whole.startsWith("'") && formula.test(whole.slice(1)) ? whole.slice(1) : whole
}
