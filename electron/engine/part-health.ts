/** How one part of the engine is doing: set by the part itself, told to whoever listens, only when it changes. */
import type { Clock } from '../../telephony/clock.ts'
import type { PartHealth } from '../contract/view-models.ts'

export type HealthListener = (health: PartHealth) => void

export class PartReporter {
  readonly #clock: Clock
  readonly #listeners = new Set<HealthListener>()
  #health: PartHealth

  constructor(clock: Clock, state: PartHealth['state'], message: string, remedy: string | null) {
    this.#clock = clock
    this.#health = { state, message, remedy, since: clock.now() }
  }

  health(): PartHealth {
    return this.#health
  }

  /** Call what it returns to stop listening. */
  onHealth(listener: HealthListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** `since` moves only with the state, so that "since when" stays true while the words get more exact. */
  set(state: PartHealth['state'], message: string, remedy: string | null = null): void {
    const before = this.#health
    if (before.state === state && before.message === message && before.remedy === remedy) return
    const since = before.state === state ? before.since : this.#clock.now()
    this.#health = { state, message, remedy, since }
    for (const listener of this.#listeners) listener(this.#health)
  }
}

const badness: Record<PartHealth['state'], number> = { ok: 0, working: 1, off: 2, trouble: 3 }

/** What to show of two parts that people see as one: the one that needs attention. */
export function worse(one: PartHealth, other: PartHealth): PartHealth {
  return badness[other.state] > badness[one.state] ? other : one
}
