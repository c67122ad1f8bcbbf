/** The lives of a PC's engines: each ends with a kill, at a commit or a request, or at any moment. */
import type { Random } from '../torture/random.ts'
import { Deck } from './deck.ts'
import type { OfficePc } from './office-pc.ts'

/** Places at which a process may die from a claim until what became of the text is stored. */
const placesOfText = [1, 2, 3, 4, 5, 6, 7]
/** A life has no fewer turns. */
const shortest = 4

export interface LifeOptions {
  pc: OfficePc
  random: Random
  /** How many turns an engine lives at most. */
  longest: number
  /** How many lives, of one, are to end on the way of their first text. */
  armed: number
}

export class Life {
  readonly pc: OfficePc
  readonly #random: Random
  readonly #longest: number
  readonly #armed: number
  readonly #places: Deck<number>
  /** Whether it is switched on in this part of the run. */
  isOn = false
  /** Turns of this life that are left. */
  #turns = 0
  /** The process shall die at a commit or request soon after so many are left. */
  #armAt: number | null = null
  /** Turns until the next life. */
  #offFor = 0

  constructor({ pc, random, longest, armed }: LifeOptions) {
    this.pc = pc
    this.#random = random
    this.#longest = longest
    this.#armed = armed
    this.#places = new Deck(placesOfText, random)
  }

  /** One turn; `step` lets the run's time go on for a moment, in which the engine may be killed. */
  async turn(step: () => Promise<void>): Promise<void> {
    const { pc } = this
    if (!pc.engine) return this.#begin()
    this.#turns -= 1
    if (this.#turns === this.#armAt) pc.tell({ do: 'arm', count: 1 + this.#random.below(30), from: 'now' })
    if (this.#turns > 0) return
    this.#offFor = this.#random.below(4)
    const going = step()
    await rest(this.#random.below(6))
    await pc.kill()
    await going
  }

  async #begin(): Promise<void> {
    const { pc } = this
    const random = this.#random
    this.#offFor -= 1
    if (this.#offFor > 0) return
    this.#turns = shortest + random.below(this.#longest - shortest + 1)
    this.#armAt = random.chance(0.4) ? this.#turns >> 1 : null
    // Staff change what later callers get.
    if (random.chance(0.2)) pc.later = { secondOn: random.chance(0.7), thirdOn: random.chance(0.7) }
    await pc.start()
    if (random.chance(this.#armed)) pc.tell({ do: 'arm', count: this.#places.draw(), from: 'claim' })
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
