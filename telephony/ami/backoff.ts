/** How long to wait before the next attempt to connect. */

const first = 1000
const longest = 60_000
/** After a refused sign-in: slower, since phone systems ban those who try a wrong password again and again. */
const firstAfterRefusal = 30_000
const longestAfterRefusal = 180_000
/** A phone system that restarts is back within a minute, and each second without it is a second of unseen calls. */
const longestWhileRestarting = 5000

/** Why the last attempt failed, as far as it matters for the next: `soon`, since the phone system is restarting. */
export type Patience = 'normal' | 'refused' | 'soon'

export class Backoff {
  readonly #random: () => number
  #next = first

  /** @param random a number from 0 up to 1, for the jitter that keeps the PCs of an office from coming all at once */
  constructor(random: () => number) {
    this.#random = random
  }

  /**
   * Milliseconds until the next attempt: 1 s, doubling up to 60 s, plus up to a quarter. After a refused sign-in from
   * 30 s up to 3 min; while the phone system restarts never more than 5 s.
   */
  next(patience: Patience): number {
    const wait = this.#wait(patience)
    this.#next = Math.min(wait * 2, patience === 'refused' ? longestAfterRefusal : longest)
    return Math.round(wait * (1 + this.#random() / 4))
  }

  reset(): void {
    this.#next = first
  }

  #wait(patience: Patience): number {
    switch (patience) {
      case 'refused':
        return Math.max(this.#next, firstAfterRefusal)
      case 'soon':
        return Math.min(this.#next, longestWhileRestarting)
      case 'normal':
        return Math.min(this.#next, longest)
    }
  }
}
