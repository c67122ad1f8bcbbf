/**
 * Runs things one after another, later. The phone system hangs up on a client that does not read in time (100 ms
 * unless its `writetimeout` is raised): so what follows from an event must never hold up the reading of the socket.
 */

/** So many are run before the socket gets its next turn. */
const batch = 100
/** So many done ones may lie in front of the list before it is cut. */
const mostDone = 10_000

export class InOrder {
  /** Those before `#done` have run, and left their places empty. */
  #waiting: ((() => void) | null)[] = []
  #done = 0
  #scheduled = false

  push(run: () => void): void {
    this.#waiting.push(run)
    this.#schedule()
  }

  /** Runs at once all that waits. */
  flush(): void {
    this.#run(Infinity)
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.length === 0) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#run(batch)
    })
  }

  #run(most: number): void {
    try {
      for (let count = 0; count < most; count++) {
        const run = this.#waiting[this.#done]
        if (!run) break
        // Before it runs: where one throws, those behind it keep their turn.
        this.#waiting[this.#done++] = null
        run()
      }
    } finally {
      this.#tidy()
      this.#schedule()
    }
  }

  #tidy(): void {
    if (this.#done >= this.#waiting.length) this.#waiting = []
    else if (this.#done < mostDone) return
    else this.#waiting = this.#waiting.slice(this.#done)
    this.#done = 0
  }
}
