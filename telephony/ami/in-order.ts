/**
 * Runs things one after another, later. The phone system hangs up on a client that does not read in time (100 ms
 * unless its `writetimeout` is raised): so what follows from an event must never hold up the reading of the socket.
 */

/** So many are run before the socket gets its next turn. */
const batch = 100

export class InOrder {
  #waiting: (() => void)[] = []
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
    const due = this.#waiting.splice(0, most)
    let done = 0
    try {
      for (const run of due) {
        done++
        run()
      }
    } finally {
      // Where one throws, those behind it keep their turn.
      this.#waiting.unshift(...due.slice(done))
      this.#schedule()
    }
  }
}
