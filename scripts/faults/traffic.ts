/** Callers and what they text, drawn at random. */
import type { Random } from '../torture/random.ts'
import { callerAt, otherWords, stopWords } from './callers.ts'
import type { Caller } from './callers.ts'
import { Deck } from './deck.ts'
import type { Office } from './office.ts'
import { Temptations } from './temptations.ts'
import type { Ways } from './temptations.ts'

/** Callers who may still do something. */
const recent = 30
/** The first callers of a run call again and again. */
const regulars = 6

/** How likely each is in one turn of a run. */
const chances = { again: 0.02, regular: 0.015, words: 0.01, stop: 0.005, start: 0.003 }

export interface TrafficOptions {
  office: Office
  random: Random
  /** Each story is lived by one in so many callers who were missed. */
  callsPerRound: number
  /** Staff write to this number in the window; false when there is none. */
  staffWrite: (number: string) => boolean
}

export class Traffic {
  readonly #office: Office
  readonly #random: Random
  readonly #callers: Caller[] = []
  readonly #temptations: Temptations
  /** Whether somebody answers. */
  readonly #answers: Deck<boolean>

  constructor(options: TrafficOptions) {
    this.#office = options.office
    this.#random = options.random
    this.#answers = new Deck([true, false, false, false], this.#random)
    this.#temptations = new Temptations({ ...options, call: (caller, how) => this.#call(caller, how) })
  }

  /** Numbers of the last callers that can be texted. */
  numbers(): string[] {
    return this.#known().flatMap(({ number, textable }) => (textable ? [number] : []))
  }

  /** One turn; `calls`: how likely a new caller is in it. */
  turn(calls: number): void {
    const random = this.#random
    if (random.chance(calls)) {
      const caller = callerAt(this.#callers.length, random)
      this.#callers.push(caller)
      this.#call(caller)
    }
    const known = this.#known()
    if (known.length === 0) return
    if (random.chance(chances.again)) this.#call(random.pick(known))
    if (random.chance(chances.regular)) this.#call(random.pick(this.#callers.slice(0, regulars)))
    const one = random.pick(known)
    if (!one.textable) return
    if (random.chance(chances.words)) this.#office.write(one.number, random.pick(otherWords), 'none')
    if (random.chance(chances.stop)) this.#office.write(one.number, random.pick(stopWords), 'stop')
    if (random.chance(chances.start)) this.#office.write(one.number, 'START', 'start')
  }

  /** What people had in mind for this moment comes true. */
  async look(): Promise<void> {
    await this.#temptations.look()
  }

  /** Nobody does anything any more. */
  end(): void {
    this.#temptations.end()
  }

  #known(): Caller[] {
    return this.#callers.slice(-recent)
  }

  #call(caller: Caller, how: Ways = this.#usual()): void {
    void this.#office.call(caller, how).then((call) => this.#temptations.begin(caller, call))
  }

  #usual(): Ways {
    const random = this.#random
    return { answered: this.#answers.draw(), rings: 2 + random.below(10), talks: 3 + random.below(40) }
  }
}
