/** Puts a word into a text at `position`, with a space to either side where there is none. */
export function insertAt(text: string, word: string, position: number): string {
  const before = text.slice(0, position)
  const after = text.slice(position)
  const gapBefore = before === '' || /\s$/.test(before) ? '' : ' '
  const gapAfter = after === '' || /^\s/.test(after) ? '' : ' '
  return `${before}${gapBefore}${word}${gapAfter}${after}`
}
