/**
 * Some room on the disk that is Ringback's own, taken while there is plenty: where the disk is full it is given up, and
 * calls, replies and what became of texts can still be written down, before the PC is switched off. A file of noise, since
 * a file system may store nothing for one of zeros.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from '../../telephony/logger.ts'
import type { Room } from './disk-watch.ts'
import type { Store } from './store/database.ts'

const megabyte = 1024 * 1024
/** Some hundred calls with all that follows from them, bytes. */
const size = 8 * megabyte
/** It is taken where so much is left, bytes: more than what is told as too little (disk-watch.ts). */
const plenty = 1024 * megabyte

export interface DiskReserveOptions {
  folder: string
  store: Store
  logger: Logger
  /** Other than the usual ones, for tests. */
  size?: number
  plenty?: number
}

export class DiskReserve {
  readonly #options: DiskReserveOptions
  readonly #file: string
  #making: Promise<void> = Promise.resolve()
  #isFirstLook = true
  #forget: () => void = () => {}

  constructor(options: DiskReserveOptions) {
    this.#options = options
    this.#file = path.join(options.folder, 'reserve')
  }

  /** Gives it up as soon as the inbox file refuses something. */
  start(): void {
    this.#forget = this.#options.store.onRefused(() => this.#giveUp())
  }

  /** Waits for what is being taken. */
  async stop(): Promise<void> {
    this.#forget()
    await this.#making
  }

  /** There is so much room: takes it where that is plenty. */
  look(room: Room): void {
    const { plenty: enough = plenty } = this.#options
    // The first minute belongs to who opens the inbox.
    const isFirst = this.#isFirstLook
    this.#isFirstLook = false
    if (isFirst) return
    if (!room.writable || room.free < enough || existsSync(this.#file)) return
    this.#making = this.#making.then(() => this.#take())
  }

  async #take(): Promise<void> {
    const { size: bytes = size, logger } = this.#options
    const unfinished = `${this.#file}.new`
    try {
      const handle = await open(unfinished, 'w', 0o600)
      try {
        const noise = randomBytes(Math.min(bytes, megabyte))
        for (let written = 0; written < bytes; written += noise.length) await handle.write(noise)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(unfinished, this.#file)
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined)
      logger.warn('disk.no-reserve', { error: String(error) })
    }
  }

  #giveUp(): void {
    if (!existsSync(this.#file)) return
    try {
      rmSync(this.#file)
      this.#options.logger.warn('disk.reserve-given-up')
    } catch (error) {
      this.#options.logger.error('disk.reserve-not-given-up', { error: String(error) })
    }
  }
}
