/** How long to wait before the next attempt to connect. */

const first = 1000
const longest = 60_000
/** After a refused sign-in: slower, since phone systems ban those who try a wrong password again and again. */
const firstAfterRefusal = 30_000
const longestAfterRefusal = 180_000

export class Backoff {
  readonly #random: () => number
  #next = first

  /** @param random a number from 0 up to 1, for the jitter that keeps the PCs of an office from coming all at once */
  constructor(random: () => number) {
    this.#random = random
  }

  /**
   * Milliseconds until the next attempt: 1 s, doubling up to 60 s, plus up to a quarter.
   *
   * @param refused the phone system did not accept the sign-in: then from 30 s up to 3 min
   */
  next(refused: boolean): number {
    const wait = refused ? Math.max(this.#next, firstAfterRefusal) : Math.min(this.#next, longest)
    this.#next = Math.min(wait * 2, refused ? longestAfterRefusal : longest)
    return Math.round(wait * (1 + this.#random() / 4))
  }

  reset(): void {
    this.#next = first
  }
}
