/** One way to compare what people type with what is stored, for the engine and the window alike. */

/** To Unicode these carry no accent, but nobody without their keyboard types them: plain letters stand for them. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
}
const letters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')

/** Phones write other quotation marks and dashes than a PC's keyboard has, and what only turns the direction is not seen. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[‘’‛′`´]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, ''],
]

/** Nothing in it can be spelt another way. */
const isPlain = /^[ -\]_a-~\t\n\r]*$/

/** Lower case, without accents and with plain signs, so that a search for "jose" finds "José", and "can't" "can’t". */
export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  let folded = text
  for (const [odd, plain] of signs) folded = folded.replace(odd, plain)
  return folded
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(letters, (letter) => plainLetters[letter] ?? letter)
}

/**
 * How an index may spell a folded word that was written before letters with a stroke were folded: the word itself first,
 * eight spellings at most.
 */
export function olderSpellings(word: string): string[] {
  let spellings = ['']
  for (let at = 0; at < word.length;) {
    const [odd, plain] = Object.entries(plainLetters).find(
      ([, each]) => each.length === 2 && word.startsWith(each, at),
    ) ??
      oneLetter[word[at] ?? ''] ?? [null, word[at] ?? '']
    const others = odd === null || spellings.length > 4 ? [] : spellings.map((start) => start + odd)
    spellings = [...spellings.map((start) => start + plain), ...others]
    at += plain.length
  }
  return spellings
}

/** Of those that stand for one letter, the ones that names have. */
const oneLetter: Readonly<Record<string, readonly [string, string]>> = {
  d: ['đ', 'd'],
  l: ['ł', 'l'],
  o: ['ø', 'o'],
}
