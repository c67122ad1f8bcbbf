/** A copy of the inbox a day, for the day on which it is damaged (design, "Store"). */
import { join } from 'node:path'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { copiesOf, keepNewest } from '../backups/keep-newest.ts'
import { nameFor } from '../backups/names.ts'
import { backupFolder } from './backup.ts'
import type { Store } from './database.ts'

const day = 24 * 60 * 60 * 1000
/** Whether one is due is looked up this often, ms: a PC that sleeps does not count the hours. */
const lookEvery = 60 * 60 * 1000

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
      const before = await copiesOf('daily', folder, clock.now())
      if (before.some(({ at }) => at <= clock.now() && clock.now() - at < day)) return
      await store.backup(join(folder, nameFor('daily', clock.now())))
      const gone = await keepNewest('daily', folder, { now: clock.now() })
      // By now the newer version has opened the inbox and runs.
      await keepNewest('before-upgrade', folder, { now: clock.now() })
      logger.info('store.backed-up', { copies: before.length + 1 - gone })
    } catch (error) {
      // Tried again in an hour; the inbox itself goes on.
      logger.error('store.not-backed-up', { error: String(error) })
    }
  }
}
