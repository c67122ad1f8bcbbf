/** At most so many texts a second leave through one sender, in the order in which they ask. */
import type { Clock } from '../../../telephony/clock.ts'

export class Pace {
  readonly #clock: Clock
  readonly #gap: number
  readonly #waiting = new Set<() => void>()
  #next = 0
  #stopped = false

  /** `gap`: ms between two texts. */
  constructor(clock: Clock, gap: number) {
    this.#clock = clock
    this.#gap = gap
  }

  /** Waits for the next turn. False when everything was stopped meanwhile. */
  async turn(): Promise<boolean> {
    const now = this.#clock.now()
    // A turn further ahead than all who wait need is left over from a clock that was set back.
    const at = Math.max(now, Math.min(this.#next, now + (this.#waiting.size + 1) * this.#gap + this.#slowdown(now)))
    this.#next = at + this.#gap
    if (at > now) await this.#wait(at - now)
    return !this.#stopped
  }

  /** The gateway said "too many": nobody gets a turn for `ms`. */
  slowDown(ms: number): void {
    this.#notBefore = this.#clock.now() + ms
    this.#next = Math.max(this.#next, this.#notBefore)
  }

  stop(): void {
    this.#stopped = true
    for (const giveUp of this.#waiting) giveUp()
  }

  #notBefore = 0

  #slowdown(now: number): number {
    return Math.max(0, this.#notBefore - now)
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel()
        this.#waiting.delete(done)
        resolve()
      }
      const cancel = this.#clock.after(ms, done)
      this.#waiting.add(done)
    })
  }
}
