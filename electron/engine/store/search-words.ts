/**
 * Words as the search index holds them, and what is typed as a question to it. All is folded (case, accents), so the
 * index itself need only compare; a word is found by how it begins.
 */
import { fold, olderSpellings } from '../../contract/fold.ts'

/** Letters and digits that stand together, or one emoji. */
const runs = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu
/** Scripts that put no blanks between words: what is looked for may begin anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Characters of a word that are compared by the index; what is longer is compared with the text itself. */
export const longestTerm = 40
const longestUnspaced = 8

/** Words that an apostrophe parts, which are typed without it, too. */
const apostrophes = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)+/gu

/** Mark what is no name. The tokenizer takes them for letters, and nobody types them. */
const digits = '\u{E001}'
const noted = '\u{E002}'

/** The words of `text`, folded, in order. */
export function wordsIn(text: string): string[] {
  return fold(text).match(runs) ?? []
}

/** The same, and with them those that an apostrophe parts as one: "O'Brien" is "obrien", too. */
function wordsTyped(text: string): string[] {
  const folded = fold(text)
  return [...(folded.match(runs) ?? []), ...(folded.match(apostrophes) ?? []).map((word) => word.replaceAll("'", ''))]
}

/** Whether the index tells all of this folded word: nothing but letters and digits, and not longer than it holds. */
export function isWhole(word: string): boolean {
  return word.length <= (unspaced.test(word) ? longestUnspaced : longestTerm) && wordsIn(word).join('') === word
}

/** Seven digits or more with little between them: what may be a phone number, and where it stands in the text. */
export function numbersSaid(text: string): { digits: string; start: number; end: number }[] {
  return Array.from(text.matchAll(sevenDigits), ({ 0: said, index }) => {
    return { digits: said.replace(/\D/g, ''), start: index, end: index + said.length }
  })
}
const sevenDigits = /(?<!\d)\d(?:[\s().\-/·\u2010-\u2015\u2212]{0,3}\d){6,14}(?!\d)/g
/** Fewer digits than that are looked for as they are written. */
const fewestDigits = 7

/** What the index holds of a text or a note. */
export function textTerms(body: string): string {
  const terms = new Set<string>()
  for (const word of wordsTyped(body)) {
    if (unspaced.test(word)) for (const end of ends(word.slice(0, 2000), 1)) terms.add(end.slice(0, longestUnspaced))
    else terms.add(word.slice(0, longestTerm))
  }
  for (const said of numbersSaid(body)) for (const end of ends(said.digits, fewestDigits)) terms.add(digits + end)
  return [...terms].join(' ')
}

/** What the index holds of a contact: every end of every word of the names, so that each part of them is found. */
export function contactTerms(contact: { number: string; names: readonly (string | null)[]; notes: string }): string {
  const terms = new Set<string>()
  for (const name of contact.names) {
    for (const word of wordsTyped(name ?? '')) {
      for (const end of ends(word.slice(0, longestTerm), 1)) terms.add(end)
    }
  }
  for (const end of ends(contact.number.replace(/\D/g, ''), 3)) terms.add(digits + end)
  for (const term of textTerms(contact.notes).split(' ')) if (term !== '') terms.add(noted + term)
  return [...terms].join(' ')
}

function* ends(word: string, shortest: number): Generator<string> {
  const characters = Array.from(word)
  for (let from = 0; from <= characters.length - shortest; from += 1) yield characters.slice(from).join('')
}

/** The index's question for texts in which a word begins with each of `words` (folded runs). */
export function textQuestion(words: readonly string[]): string {
  return all(
    words.map((word) =>
      unspaced.test(word) ? begins(word.slice(0, longestUnspaced)) : any(olderSpellings(word).map(begins)),
    ),
  )
}

/** The index's question for texts in which this number (digits) is written, in any spelling; null for too few of them. */
export function saidNumberQuestion(number: string): string | null {
  return number.length < fewestDigits ? null : numberQuestion(number)
}

/** The index's question for contacts whose names, number or notes have each of `words` in them; or without the notes. */
export function contactQuestion(words: readonly string[], where: 'anywhere' | 'in names'): string {
  return all(
    words.map((word) => {
      const spellings = olderSpellings(word)
      return any([
        ...spellings.map(begins),
        ...(/^\d{3,}$/.test(word) ? [numberQuestion(word)] : []),
        ...(where === 'anywhere' ? spellings.map((spelling) => begins(noted + spelling)) : []),
      ])
    }),
  )
}

/** The index's question for contacts whose number has these digits (three or more) in it, one after the other. */
export function numberQuestion(part: string): string {
  return begins(digits + part)
}

function begins(term: string): string {
  return `"${term.slice(0, longestTerm)}"*`
}

function any(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`
}

function all(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' AND ')})`
}
