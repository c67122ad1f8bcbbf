import { systemClock } from '../../../telephony/clock.ts'

/** What is still to happen in one call, all dropped when it ends. */
export class Timers {
  readonly #pending = new Set<() => void>()
  #over = false

  /** Runs `run` after `seconds`, unless the call has ended by then. */
  after(seconds: number, run: () => void): void {
    if (this.#over) return
    const cancel = systemClock.after(seconds * 1000, () => {
      this.#pending.delete(cancel)
      run()
    })
    this.#pending.add(cancel)
  }

  end(): void {
    this.#over = true
    for (const cancel of this.#pending) cancel()
    this.#pending.clear()
  }
}
