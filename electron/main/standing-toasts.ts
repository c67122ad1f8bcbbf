/**
 * Toasts that somebody may still see or click, so that all of them can be taken away. Windows says of one whose time on the
 * screen is over that it is closed, and keeps it in its notification centre, with names and words, until it is closed here,
 * too (Electron, "Notification", event 'close').
 */

const mostStanding = 50
/** The notification centre of Windows keeps no more of one app. */
const mostAside = 200

export class StandingToasts<T extends { close(): void }> {
  /** By their places, or by themselves. */
  readonly #standing = new Map<unknown, T>()
  /** Off the screen; perhaps in a list of the system's. */
  readonly #aside = new Set<T>()

  /** Returns the one whose place it takes. */
  put(key: unknown, toast: T): T | undefined {
    const before = this.#standing.get(key)
    this.#standing.delete(key)
    const [oldest] = this.#standing
    if (oldest && this.#standing.size >= mostStanding) this.leave(...oldest)
    this.#standing.set(key, toast)
    return before
  }

  /** It is off the screen. False where it was already, or where another took its place. */
  leave(key: unknown, toast: T): boolean {
    if (this.#standing.get(key) !== toast) return false
    this.#standing.delete(key)
    const [oldest] = this.#aside
    if (oldest && this.#aside.size >= mostAside) this.#aside.delete(oldest)
    this.#aside.add(toast)
    return true
  }

  clear(): void {
    const all = [...this.#aside, ...this.#standing.values()]
    this.#aside.clear()
    this.#standing.clear()
    for (const toast of all) toast.close()
  }
}
