/** Where the lock's file is: read at once, before what reads the file itself (lock-file.ts) is there. */
import { existsSync } from 'node:fs'
import path from 'node:path'

export function lockPath(profileFolder: string): string {
  return path.join(profileFolder, 'lock.json')
}

/** A Ringback with a lock begins locked. */
export function beginsLocked(profileFolder: string): boolean {
  return existsSync(lockPath(profileFolder))
}
