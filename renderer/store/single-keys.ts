/** Whether single letters work as shortcuts: a matter of who sits at this PC, kept in the window's own storage. */
import { readStored, writeStored } from './stored-value.ts'

const key = 'ringback.single-keys'

/** On until somebody turned them off. */
export function readSingleKeys(): boolean {
  return readStored(key) !== 'off'
}

export function writeSingleKeys(on: boolean): void {
  writeStored(key, on ? 'on' : 'off')
}
