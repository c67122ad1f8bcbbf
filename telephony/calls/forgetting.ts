/** Remembers words for some minutes, and never too many of them. */

const keptFor = 5 * 60_000
const maxWords = 20_000

export class Forgetting {
  readonly #since = new Map<string, number>()

  /** Remembers `word` from `at` (epoch milliseconds) on. */
  add(word: string, at: number): void {
    this.#since.delete(word)
    this.#since.set(word, at)
    // A map keeps the order of insertion: the oldest come first.
    for (const [oldest, since] of this.#since) {
      if (at - since <= keptFor && this.#since.size <= maxWords) break
      this.#since.delete(oldest)
    }
  }

  has(word: string, at: number): boolean {
    const since = this.#since.get(word)
    return since !== undefined && at - since <= keptFor
  }
}
