/** Whether there is room for what comes in: a full disk stops everything, so it is told while there is time. */
import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { words } from '../contract/text/index.ts'
import type { PartHealth } from '../contract/view-models.ts'
import { PartReporter } from './part-health.ts'
import type { HealthListener } from './part-health.ts'

/** Between two looks, ms. */
const lookEvery = 60_000
const megabyte = 1024 * 1024
const gigabyte = 1024 * megabyte
/** Less room than this is too little, bytes: a backup of a large inbox takes some hundred megabytes. */
const least = 500 * megabyte
/** Where it was too little, so much more is enough again: a number that trembles is no news. */
const again = 600 * megabyte

export interface Room {
  /** Bytes that this user may still write. */
  free: number
  /** Files can be made there at all. */
  writable: boolean
}

export interface DiskWatchOptions {
  /** Where the inbox stands. */
  folder: string
  clock: Clock
  logger: Logger
  /** Hears how much room there is, whenever it was looked at. */
  onRoom?: (room: Room) => void
  /** For tests: the disk itself else. */
  look?: (folder: string) => Promise<Room>
}

export class DiskWatch {
  readonly #options: DiskWatchOptions
  readonly #reporter: PartReporter
  #wake: () => void = () => {}
  #room: Room | null = null
  #running = false
  #looking = false

  constructor(options: DiskWatchOptions) {
    this.#options = options
    this.#reporter = new PartReporter(options.clock, 'ok', words.pc.disk.fine, null)
  }

  health(): PartHealth {
    return this.#reporter.health()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#reporter.onHealth(listener)
  }

  /** Looks at once, and then again and again. Resolves when it has looked. */
  async start(): Promise<void> {
    this.#running = true
    await this.#look()
  }

  /** Writing was refused: what is said of the disk shall be as it is now. */
  lookNow(): void {
    if (!this.#running || this.#looking) return
    this.#wake()
    void this.#look()
  }

  stop(): void {
    this.#running = false
    this.#wake()
  }

  /** Says how it is, in the language that holds now. */
  tell(): void {
    const say = words.pc.disk
    const room = this.#room
    if (room === null) this.#reporter.set('ok', say.fine)
    else if (!room.writable) this.#reporter.set('trouble', ...say.readOnly)
    else if (room.free < (this.#reporter.health().state === 'trouble' ? again : least)) {
      this.#reporter.set('trouble', say.full(Math.floor(room.free / (50 * megabyte)) * 50), say.remedy)
    } else this.#reporter.set('ok', room.free < 10 * gigabyte ? say.free(Math.floor(room.free / gigabyte)) : say.fine)
  }

  async #look(): Promise<void> {
    const { folder, clock, logger, look = lookAt } = this.#options
    this.#looking = true
    try {
      this.#room = await look(folder)
    } catch (error) {
      // A file system that does not say how full it is, is taken for one with room: writing will tell.
      this.#room = null
      logger.warn('disk.not-looked-at', { error: String(error) })
    }
    this.#looking = false
    if (!this.#running) return
    this.tell()
    if (this.#room) this.#options.onRoom?.(this.#room)
    this.#wake = clock.after(lookEvery, () => void this.#look())
  }
}

async function lookAt(folder: string): Promise<Room> {
  const { bavail, bsize } = await statfs(folder)
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  return { free: bavail * bsize, writable }
}
