/**
 * Turns many "something changed" into few requests: while one load runs, any number of calls lead to one more
 * afterwards, never to two at a time, so that answers cannot overtake each other.
 * @returns resolves when the data is as new as the moment of the call.
 */
export function coalesce(load: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again: Promise<void> | null = null

  const start = (): Promise<void> => {
    running = load().finally(() => {
      running = null
    })
    return running
  }

  return () => {
    if (!running) return start()
    again ??= running
      .catch(() => undefined)
      .then(() => {
        again = null
        return start()
      })
    return again
  }
}
