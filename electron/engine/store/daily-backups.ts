/** A copy of the inbox a day, for the day on which it is damaged (design, "Store": daily, 14 kept). */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { kindOf, nameFor } from '../backups/names.ts'
import { backupFolder } from './backup.ts'
import type { Store } from './database.ts'

const day = 24 * 60 * 60 * 1000
/** Whether one is due is looked up this often, ms: a PC that sleeps does not count the hours. */
const lookEvery = 60 * 60 * 1000
export const dailyKept = 14

export class DailyBackups {
  readonly #options: { file: string; store: Store; clock: Clock; logger: Logger }
  #giveUp: () => void = () => {}
  #going: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(options: { file: string; store: Store; clock: Clock; logger: Logger }) {
    this.#options = options
  }

  /** Looks after `rest` ms, then every hour. */
  start(rest = 0): void {
    if (this.#stopped) return
    if (rest > 0) {
      this.#giveUp = this.#options.clock.after(rest, () => this.start())
      return
    }
    this.#going = this.#look().finally(() => {
      if (!this.#stopped) this.start(lookEvery)
    })
  }

  /** Waits for the copy that is being made. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#giveUp()
    await this.#going
  }

  async #look(): Promise<void> {
    const { file, store, clock, logger } = this.#options
    const folder = backupFolder(file)
    try {
      const before = await copiesIn(folder, clock.now())
      if (before.some(({ at }) => at <= clock.now() && clock.now() - at < day)) return
      await store.backup(join(folder, nameFor('daily', clock.now())))
      const copies = await copiesIn(folder, clock.now())
      for (const { name } of copies.slice(0, -dailyKept)) await rm(join(folder, name), { force: true })
      logger.info('store.backed-up', { copies: Math.min(copies.length, dailyKept) })
    } catch (error) {
      // Tried again in an hour; the inbox itself goes on.
      logger.error('store.not-backed-up', { error: String(error) })
    }
  }
}

/**
 * The daily copies, oldest first; those before an upgrade are not counted among them. One of a day that is still to come
 * was made while the clock was wrong: it counts as the oldest, so that it neither holds others up nor outlives them.
 */
async function copiesIn(folder: string, now: number): Promise<{ name: string; at: number }[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .flatMap((name) => {
      const found = kindOf(name)
      return found?.kind === 'daily' && found.at !== null ? [{ name, at: found.at }] : []
    })
    .sort((a, b) => Number(b.at > now) - Number(a.at > now) || a.at - b.at)
}
