/** Files that grow under another name and get their own when they are whole. */
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Logger } from '../../telephony/logger.ts'
import { writeWhole } from './whole-file.ts'

interface Growing {
  finish(): Promise<void>
  discard(): Promise<void>
}

interface GrowingFile extends Growing {
  write(data: string | Uint8Array): Promise<void>
}

interface GrowingFolder extends Growing {
  /** Where to write until it is finished. */
  place: string
}

/** A name that only we give. */
const unfinishedName = /\.[0-9a-f]{8}\.part$/

/**
 * Those that grow, noted in `file`: what Ringback leaves behind when it is killed holds callers' names and numbers, and
 * stands wherever the user wanted it.
 */
export class GrowingFiles {
  readonly #file: string
  readonly #logger: Logger
  readonly #growing: Set<string>

  /** Removes what an earlier run left. For one run of Ringback at a time. */
  constructor(file: string, logger: Logger) {
    this.#file = file
    this.#logger = logger
    this.#growing = new Set(read(file))
    for (const left of this.#growing) this.#removeLeft(left)
  }

  async grow(file: string): Promise<GrowingFile> {
    const { unfinished, made: handle, over } = await this.#begin(file, (place) => open(place, 'wx', 0o600))
    return {
      async write(data) {
        await handle.appendFile(data)
      },
      async finish() {
        // On the disk before it has its name: what looks whole is whole, also when the PC is switched off now.
        await handle.sync()
        await handle.close()
        await rename(unfinished, file)
        over()
      },
      async discard() {
        await handle.close().catch(() => undefined)
        await rm(unfinished, { force: true })
        over()
      },
    }
  }

  async growFolder(folder: string): Promise<GrowingFolder> {
    const { unfinished, over } = await this.#begin(folder, (place) => mkdir(place, { mode: 0o700 }))
    return {
      place: unfinished,
      async finish() {
        await rename(unfinished, folder)
        over()
      },
      async discard() {
        await rm(unfinished, { recursive: true, force: true })
        over()
      },
    }
  }

  /** Under a name of its own, and only where nothing is: what is somebody else's is never written over. */
  async #begin<T>(target: string, make: (place: string) => Promise<T>) {
    const unfinished = `${target}.${randomUUID().slice(0, 8)}.part`
    this.#note(() => this.#growing.add(unfinished))
    const over = () => this.#note(() => this.#growing.delete(unfinished))
    const made = await make(unfinished).catch((error: unknown) => {
      over()
      throw error
    })
    return { unfinished, made, over }
  }

  /** One that cannot be removed now, on a drive that is not there, is tried again at the next start. */
  #removeLeft(left: string): void {
    try {
      if (unfinishedName.test(left)) rmSync(left, { recursive: true, force: true })
      this.#note(() => this.#growing.delete(left))
    } catch (error) {
      this.#logger.warn('export.left-behind', { error: String(error) })
    }
  }

  /** Where it cannot be written, only what is left after a crash is not found. */
  #note(change: () => unknown): void {
    change()
    try {
      writeWhole(this.#file, JSON.stringify([...this.#growing]))
    } catch (error) {
      this.#logger.warn('export.not-noted', { error: String(error) })
    }
  }
}

function read(file: string): string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
