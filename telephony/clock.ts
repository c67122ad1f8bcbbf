/**
 * The one clock of the product. Everything that asks for the time or waits does it through a `Clock`, so that tests
 * (and the fault runs) can move time by hand.
 */
export interface Clock {
  /** Now, in epoch milliseconds (UTC). */
  now(): number
  /** Calls `run` once after `ms` milliseconds; call what it returns to give up waiting. */
  after(ms: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until it is told to move. */
export class ManualClock implements Clock {
  #now: number
  #waiting: { at: number; run: () => void }[] = []

  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.#now + ms, run }
    this.#waiting.push(entry)
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry)
    }
  }

  /** Moves time on by `ms`, running what falls due in order; pending promises get a turn after each. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      const next = this.#waiting.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#waiting = this.#waiting.filter((entry) => entry !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#now = end
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Sets the wall clock without running anything: what a corrected PC clock does. */
  jumpTo(now: number): void {
    this.#now = now
  }
}
