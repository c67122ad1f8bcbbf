const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstGrapheme(word: string): string {
  for (const { segment } of graphemes.segment(word)) return segment
  return ''
}

/** Up to two initials of a name in any script; empty when it holds no word (emoji, punctuation). */
export function initialsOf(name: string): string {
  const found = [...words.segment(name.slice(0, 200))].filter(
    ({ isWordLike, segment }) => isWordLike && /\p{L}/u.test(segment),
  )
  const first = found.at(0)?.segment ?? ''
  const last = found.length > 1 ? (found.at(-1)?.segment ?? '') : ''
  return (firstGrapheme(first) + firstGrapheme(last)).toLocaleUpperCase()
}

/** The same hue (0–359) for the same contact, always. */
export function hueOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360_007
  return (hash * 47) % 360
}
