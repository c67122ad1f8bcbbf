/** Callers and what they text, drawn at random. */
import type { Random } from '../torture/random.ts'
import { callerAt, otherWords, stopWords } from './callers.ts'
import type { Caller } from './callers.ts'
import type { Office } from './office.ts'

/** Callers who may still do something. */
const recent = 30
/** The first callers of a run call again and again. */
const regulars = 6

/** How likely each is in one turn of a run. */
const chances = { again: 0.03, regular: 0.02, words: 0.015, stop: 0.008, start: 0.004 }

export class Traffic {
  readonly #office: Office
  readonly #random: Random
  readonly #callers: Caller[] = []
  readonly #onTheWay = new Set<Promise<void>>()

  constructor(options: { office: Office; random: Random }) {
    this.#office = options.office
    this.#random = options.random
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

  /** Resolves when nobody is on the phone any more. */
  async over(): Promise<void> {
    await Promise.all(this.#onTheWay)
  }

  #known(): Caller[] {
    return this.#callers.slice(-recent)
  }

  #call(caller: Caller): void {
    const random = this.#random
    const how = { answered: random.chance(0.2), rings: 2 + random.below(10), talks: 3 + random.below(40) }
    const call = this.#office.call(caller, how)
    this.#onTheWay.add(call)
    void call.finally(() => this.#onTheWay.delete(call))
  }
}
