/**
 * Finds out that the engine hangs: it is asked for a sign of life again and again, and anything it says is one. Beats
 * are counted, not the time between them: a PC that slept, or a main process that stood still itself, has missed beats
 * of its own and holds them against nobody.
 */
import type { Clock } from '../../telephony/clock.ts'

export interface HeartbeatOptions {
  clock: Clock
  /** Asks for a sign; it may come whenever it can. */
  ask(): void
  /** After how long without one it hangs, ms; asked at each beat. */
  patience(): number
  /** @param silentMs so long nothing was heard. */
  hangs(silentMs: number): void
}

/** Ms. */
const beat = 5000

export class Heartbeat {
  readonly #options: HeartbeatOptions
  #silent = 0
  #isAsked = false
  #giveUp: (() => void) | null = null

  constructor(options: HeartbeatOptions) {
    this.#options = options
  }

  /** For a new engine. */
  start(): void {
    this.stop()
    this.heard()
    this.#next()
  }

  heard(): void {
    this.#silent = 0
    this.#isAsked = false
  }

  stop(): void {
    this.#giveUp?.()
    this.#giveUp = null
  }

  #next(): void {
    this.#giveUp = this.#options.clock.after(beat, () => this.#beat())
  }

  #beat(): void {
    const { ask, patience, hangs } = this.#options
    // What was asked waits for it; a heap of the same question would only be in its way.
    if (this.#isAsked) this.#silent += 1
    else {
      this.#isAsked = true
      ask()
    }
    const silentMs = this.#silent * beat
    if (silentMs >= patience()) {
      this.stop()
      hangs(silentMs)
    } else this.#next()
  }
}
