/** Whether single letters work as shortcuts: a matter of who sits at this PC, kept in the window's own storage. */
const key = 'ringback.single-keys'

/** On until somebody turned them off. */
export function readSingleKeys(): boolean {
  try {
    return globalThis.localStorage?.getItem(key) !== 'off'
  } catch {
    return true
  }
}

export function writeSingleKeys(on: boolean): void {
  try {
    globalThis.localStorage?.setItem(key, on ? 'on' : 'off')
  } catch {
    // Storage full or refused: it holds as long as the window does.
  }
}
