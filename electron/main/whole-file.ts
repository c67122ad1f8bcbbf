/** Small files that are there as a whole or not at all: also where the disk is full, or the PC is switched off meanwhile. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Readable for this user alone. Throws what the disk has against it; what was there before is there still. */
export function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.new`
  try {
    const handle = openSync(unfinished, 'w', 0o600)
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
