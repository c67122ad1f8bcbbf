/** What is needed to take a deed back. In memory: Undo is offered for minutes, not for days. */

/** As many as the window keeps (`undoable` of its notices). */
const most = 20

export class UndoMemory<T> {
  readonly #kept = new Map<string, T>()

  keep(id: string, deed: T): void {
    this.#kept.delete(id)
    this.#kept.set(id, deed)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
  }

  get(id: string): T | null {
    return this.#kept.get(id) ?? null
  }

  forget(id: string): void {
    this.#kept.delete(id)
  }

  forgetAll(): void {
    this.#kept.clear()
  }

  all(): IterableIterator<T> {
    return this.#kept.values()
  }
}
