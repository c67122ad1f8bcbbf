/**
 * Lets the event loop breathe: the store answers without ever waiting, so that a hundred texts at once would run one
 * after another without a pause, and the window, the phone system and the gateway would wait for the last of them.
 */

/** So many pieces of work (a transaction, a look at the rules: a few ms each, and a slow disk's wait), then others. */
const mostInATurn = 4
/** … and one when more than this wait, as they do while a backlog is worked off. */
const few = 2

export class Breath {
  /** Pieces that were begun in this turn of the event loop. */
  #begun = 0
  /** Pieces that were asked for and are not done. */
  #open = 0
  #last: Promise<unknown> = Promise.resolve()

  /** Does this work once all that was asked for earlier is done. Settles as it does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#open += 1
    const turn = this.#last
      .catch(() => undefined)
      .then(() => (this.#isLong() ? later().then(work) : work()))
      .finally(() => (this.#open -= 1))
    this.#last = turn
    return turn
  }

  #isLong(): boolean {
    if (this.#begun === 0) setImmediate(() => (this.#begun = 0))
    this.#begun += 1
    return this.#begun > (this.#open > few ? 1 : mostInATurn)
  }
}

function later(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
