/** Counts calls into figures. What they count is defined in definitions.ts. */
import type { OverviewFigures } from '../../contract/overview.ts'
import { isReached, isReplied, isRepliedWithinHour, percentile } from './definitions.ts'
import type { Aftermath } from './definitions.ts'

export class Tally {
  #answered = 0
  #missed = 0
  #texted = 0
  #replied = 0
  #repliedWithinHour = 0
  #calledBack = 0
  #answeredLater = 0
  #booked = 0
  #reached = 0
  /** Of each call with a text of its own: how long it took, ms. */
  readonly #took: number[] = []

  addAnswered(): void {
    this.#answered += 1
  }

  addMissed(call: Aftermath): void {
    this.#missed += 1
    if (call.textedAt !== null) this.#texted += 1
    if (isReplied(call)) this.#replied += 1
    if (isRepliedWithinHour(call)) this.#repliedWithinHour += 1
    if (call.talkedAt !== null && call.talkedOut === 1) this.#calledBack += 1
    if (call.talkedAt !== null && call.talkedOut !== 1) this.#answeredLater += 1
    if (isReached(call)) this.#reached += 1
    if (call.ownTextAt !== null) this.#took.push(call.ownTextAt - call.endedAt)
  }

  /** One of the missed calls. */
  addBooked(): void {
    this.#booked += 1
  }

  figures(): OverviewFigures {
    const took = this.#took.toSorted((a, b) => a - b)
    return {
      calls: this.#missed + this.#answered,
      answered: this.#answered,
      missed: this.#missed,
      texted: this.#texted,
      replied: this.#replied,
      repliedWithinHour: this.#repliedWithinHour,
      calledBack: this.#calledBack,
      answeredLater: this.#answeredLater,
      booked: this.#booked,
      reached: this.#reached,
      medianSeconds: inSeconds(percentile(took, 0.5)),
      p90Seconds: inSeconds(percentile(took, 0.9)),
    }
  }
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000)
}

/** Tallies by whatever they are asked for. */
export class Tallies<K> {
  readonly #by = new Map<K, Tally>()

  of(key: K): Tally {
    const found = this.#by.get(key)
    if (found) return found
    const tally = new Tally()
    this.#by.set(key, tally)
    return tally
  }

  figures(): Map<K, OverviewFigures> {
    return new Map(Array.from(this.#by, ([key, tally]) => [key, tally.figures()]))
  }
}
