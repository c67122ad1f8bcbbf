/** A number as files have it, without what address books, spreadsheets and people put around it. */

/** No number is longer, whatever stands around it. */
const longest = 200
/** `x12`, `ext. 12`, `#12` at the end: the office's phone system cannot dial it, a text needs none. */
const extension = /(?<=\d)\s*(?:#|(?:x|ext|extension|extensi[oó]n|anexo|interno)\.?)\s*:?\s*\d{1,7}$/i
/** `Mobile: 530 …`, or `530 … (cell)`. Letters anywhere else make it no number. */
const label = /^[\p{L} .]{1,30}:\s*(?=[+(\d])|(?<=\d)\s*\(\p{L}[\p{L} .]{0,30}\)$/gu

/** What cannot be made out stays as it is; whether it is a number, `parseNumber` says. */
export function numberInFile(value: string): string {
  if (value.length > longest) return value
  const plain = value
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    // A spreadsheet took it for an amount.
    .replace(/^(\d{7,15})\.0+$/, '$1')
  return plain.replace(label, '').replace(extension, '').trim()
}
