/**
 * Typographic punctuation in the plain characters of GSM-7. One curly apostrophe makes a whole text UCS-2, of which only
 * 70 units fit into a part instead of 160: it costs the office two parts for one.
 */
import { countSegments } from './segments.ts'

/** Only what reads the same: quotes, dashes, dots, blanks. Letters and symbols stay what they are. */
const plain: [from: string, to: string][] = [
  ['‘’‚‛′ʼ´`', "'"],
  ['“”„‟″«»', '"'],
  ['‐‑‒–—―−', '-'],
  ['…', '...'],
  ['•‣·', '-'],
  ['⁄', '/'],
  // No-break, figure, thin and other blanks.
  ['\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  // Characters without any width: joiners, soft hyphens, byte-order marks.
  ['\u00ad\u200b\u2060\ufeff', ''],
]

const replacements = new Map(plain.flatMap(([from, to]) => Array.from(from, (each): [string, string] => [each, to])))

/** The text with plain punctuation where that makes it fewer parts, and as it is where it does not. */
export function withFewerSegments(body: string): string {
  const plainer = Array.from(body, (each) => replacements.get(each) ?? each).join('')
  // Counting takes longer than all else, and most texts have nothing to replace.
  if (plainer === body) return body
  return countSegments(plainer).segments < countSegments(body).segments ? plainer : body
}

/** The characters, each once, that keep a text from plain GSM-7: emoji, and letters of most alphabets. */
export function costlyCharacters(body: string): string[] {
  const characters = new Set(Array.from(new Intl.Segmenter('en').segment(body), ({ segment }) => segment))
  return [...characters].filter((each) => countSegments(each).encoding === 'UCS-2')
}

/** The text with those letters bare of their accents: what it would cost, for whoever writes it to decide. */
export function inPlainLetters(body: string, letters: readonly string[]): string {
  const bare = new Map(letters.map((letter) => [letter, letter.normalize('NFD').replace(/\p{M}/gu, '')]))
  return Array.from(new Intl.Segmenter('en').segment(body), ({ segment }) => bare.get(segment) ?? segment).join('')
}
