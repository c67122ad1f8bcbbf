/** One word or a few in the window's own storage: a matter of who sits at this PC. */

/** Empty when nothing is stored under `key`. */
export function readStored(key: string): string {
  try {
    return globalThis.localStorage?.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function writeStored(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value)
  } catch {
    // Storage full or refused: it holds as long as the window does.
  }
}
