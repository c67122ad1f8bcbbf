/** Old logs: a few are kept, each a number older; the oldest goes. A log that grew for ever would fill the disk. */
import { renameSync } from 'node:fs'
import path from 'node:path'

/** Besides the one that is written; with 5 MB each some weeks of a busy office. */
export const oldLogs = 4

/** The place of the log that was written `age` logs ago, e.g. `ringback.2.log`. */
export function oldLog(file: string, age: number): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.${age}${ext}`)
}

/**
 * Makes room for a new log at `file`. False when the one that is there cannot be moved: it has to be cut then.
 * @param keep how many old ones stay.
 */
export function rotate(file: string, keep: number = oldLogs): boolean {
  for (let age = keep - 1; age >= 1; age -= 1) moved(oldLog(file, age), oldLog(file, age + 1))
  return moved(file, oldLog(file, 1))
}

function moved(from: string, to: string): boolean {
  try {
    // What stood there is replaced: the oldest.
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}
