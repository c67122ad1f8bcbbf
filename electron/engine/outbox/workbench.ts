/** What is being worked on: one text at a time per recipient, and a limited number at once. */
import type { Clock } from '../../../telephony/clock.ts'

/** A row whose work broke off rests this long, ms, so that one that always fails does not spin. */
const restAfterError = 5000

export class Workbench {
  readonly #clock: Clock
  readonly #most: number
  /** Message id by recipient. */
  readonly #busy = new Map<string, string>()
  readonly #tasks = new Set<Promise<void>>()
  readonly #resting = new Set<() => void>()
  #closed = false

  constructor(clock: Clock, most: number) {
    this.#clock = clock
    this.#most = most
  }

  /** Nothing new is begun, and nobody rests. */
  get closed(): boolean {
    return this.#closed
  }

  messageIds(): string[] {
    return [...this.#busy.values()]
  }

  /** How much more may be begun. */
  get room(): number {
    return this.#most - this.#tasks.size
  }

  isFree(recipient: string): boolean {
    return !this.#busy.has(recipient) && this.room > 0
  }

  /** Runs one piece of work. `failed` hears what it threw, `done` that its recipient is free again. */
  begin(
    work: { recipient: string; messageId: string; run: () => Promise<void> },
    tell: { failed: (error: unknown) => void; done: () => void },
  ): void {
    this.#busy.set(work.recipient, work.messageId)
    const task = work
      .run()
      .catch((error: unknown) => {
        tell.failed(error)
        return this.rest(restAfterError)
      })
      .finally(() => {
        this.#busy.delete(work.recipient)
        this.#tasks.delete(task)
        tell.done()
      })
    this.#tasks.add(task)
  }

  /** Waits, but not beyond `close`. */
  rest(ms: number): Promise<void> {
    if (this.#closed) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        cancel()
        this.#resting.delete(done)
        resolve()
      }
      const cancel = this.#clock.after(ms, done)
      this.#resting.add(done)
    })
  }

  /** Resolves when all work that was begun is over; nobody rests any longer. */
  async close(): Promise<void> {
    this.#closed = true
    for (const done of this.#resting) done()
    await Promise.allSettled(this.#tasks)
  }
}
