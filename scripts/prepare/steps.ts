/** Slow preparations, told to whoever waits: what is done, that it goes on, and how long it took. */

export interface Progress {
  /** Replaces what was said of this step before, e.g. `120 of 196 MB`. */
  say(detail: string): void
}

/** Runs one preparation. What is ready within a moment says nothing. Rejects with what `run` rejected with. */
export async function step<T>(what: string, run: (progress: Progress) => Promise<T>): Promise<T> {
  const startedAt = Date.now()
  let announced = false
  let lastSaid = 0
  const line = (text: string) => process.stderr.write(`${text}\n`)
  const announce = () => {
    if (!announced) line(`• ${what} …`)
    announced = true
  }
  const soon = setTimeout(announce, 700)
  try {
    const value = await run({
      say(detail) {
        announce()
        if (Date.now() - lastSaid < 2000) return
        lastSaid = Date.now()
        line(`  ${detail}`)
      },
    })
    if (announced) line(`✓ ${what} (${Math.round((Date.now() - startedAt) / 1000)} s)`)
    return value
  } catch (error) {
    line(`✗ ${what}: ${error instanceof Error ? error.message : String(error)}`)
    throw error
  } finally {
    clearTimeout(soon)
  }
}
