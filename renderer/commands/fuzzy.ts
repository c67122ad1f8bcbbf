/** How well a label goes with what was typed: by the words' beginnings, their middles, or letters in order. */

/** Accents and case are of no matter to whoever searches. */
function plain(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}

/**
 * `score`: the higher the better. `spelled`: each word stands there as it was typed. Null where a word of the query is
 * nowhere. An empty query goes with everything.
 */
export function fit(label: string, query: string): { score: number; spelled: boolean } | null {
  const text = plain(label)
  let score = 0
  let spelled = true
  for (const word of plain(query).split(/\s+/).filter(Boolean)) {
    const found = fitOfWord(text, word)
    if (found === 0) return null
    score += found
    spelled &&= found > 1
  }
  return { score, spelled }
}

function fitOfWord(text: string, word: string): number {
  if (text.startsWith(word)) return 4
  if (new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, 'u').test(text)) return 3
  if (text.includes(word)) return 2
  // Fewer letters would be found in order almost everywhere.
  return word.length >= 3 && inOrder(text, word) ? 1 : 0
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function inOrder(text: string, word: string): boolean {
  let at = -1
  for (const letter of word) {
    at = text.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return true
}
