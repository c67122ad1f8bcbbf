/**
 * Lets the event loop breathe: the store answers without ever waiting, so that a hundred texts at once would run one
 * after another without a pause, and the window, the phone system and the gateway would wait for the last of them.
 */

/** So many pieces of work (a transaction, a look at the rules: a few ms each), and others have their turn. */
const mostInATurn = 4

export class Breath {
  /** Pieces that were begun in this turn of the event loop. */
  #begun = 0
  #last: Promise<unknown> = Promise.resolve()

  /** Does this work once all that was asked for earlier is done. Settles as it does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(() => (this.#isLong() ? later().then(work) : work()))
    this.#last = turn
    return turn
  }

  #isLong(): boolean {
    if (this.#begun === 0) setImmediate(() => (this.#begun = 0))
    this.#begun += 1
    return this.#begun > mostInATurn
  }
}

function later(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
