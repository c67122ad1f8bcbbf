/** Writes what must not be lost, however long the inbox file refuses it (disk full, held by another program). */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { Store } from './database.ts'

/** Milliseconds between two tries. */
const restAfterRefusal = 5000

export class Insistence {
  readonly #options: { store: Store; clock: Clock; logger: Logger }
  readonly #rests = new Set<() => void>()
  #stopping = false

  constructor(options: { store: Store; clock: Clock; logger: Logger }) {
    this.#options = options
  }

  /**
   * Runs `write` until the file takes it. Rejects with what it threw when the file is not at fault, and when the engine
   * stops while the file still refuses.
   */
  async until(write: () => Promise<void>): Promise<void> {
    const { store, logger } = this.#options
    for (;;) {
      try {
        await write()
        return
      } catch (error) {
        const problem = store.problemOf(error)
        if (!problem || this.#stopping) throw error
        logger.error('store.refused', { error: problem.message })
        await this.#rest()
      }
    }
  }

  /** Ends all rests: each write is tried once more. */
  stop(): void {
    this.#stopping = true
    for (const end of this.#rests) end()
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        giveUp()
        this.#rests.delete(end)
        resolve()
      }
      const giveUp = this.#options.clock.after(restAfterRefusal, end)
      this.#rests.add(end)
    })
  }
}
