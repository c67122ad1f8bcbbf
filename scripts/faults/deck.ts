/** Draws at random, but every card once before any comes again: what is rare comes in a short run, too. */
import type { Random } from '../torture/random.ts'

export class Deck<T> {
  readonly #cards: readonly T[]
  readonly #random: Random
  #left: T[] = []

  constructor(cards: readonly T[], random: Random) {
    this.#cards = cards
    this.#random = random
  }

  draw(): T {
    if (this.#left.length === 0) this.#left = [...this.#cards]
    const card = this.#random.pick(this.#left)
    this.#left.splice(this.#left.indexOf(card), 1)
    return card
  }
}
