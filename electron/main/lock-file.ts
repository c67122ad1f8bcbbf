/** The lock's own file, beside the inbox and for this user's eyes only. Without it there is no lock. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { lockMinutes } from '../contract/lock.ts'
import { pinHash } from './pin-hash.ts'
import { writeWhole } from './whole-file.ts'

const shape = z.object({
  pin: pinHash,
  minutes: z.literal([...lockMinutes]),
  /** When this PIN was set, epoch ms. */
  setAt: z.int(),
  /** Wrong tries since the last right one, and until when no other is taken, epoch ms. */
  wrong: z.int().min(0),
  waitUntil: z.int(),
})
export type StoredLock = z.output<typeof shape>

export class LockFile {
  readonly path: string

  constructor(file: string) {
    this.path = file
  }

  /** Null: no lock. A file that makes no sense is a lock all the same: whoever spoils it must not get in. */
  read(): StoredLock | 'unreadable' | null {
    if (!existsSync(this.path)) return null
    try {
      return shape.parse(JSON.parse(readFileSync(this.path, 'utf8')))
    } catch {
      return 'unreadable'
    }
  }

  /** Throws where the disk refuses. */
  write(lock: StoredLock): void {
    mkdirSync(path.dirname(this.path), { recursive: true })
    writeWhole(this.path, JSON.stringify(lock))
  }

  /** Throws where the disk refuses. */
  remove(): void {
    rmSync(this.path, { force: true })
  }
}
