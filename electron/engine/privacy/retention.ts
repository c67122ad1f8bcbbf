/**
 * Lets go of calls, texts and notes that are older than the office wants to keep them. In small steps with rests between,
 * so that nobody waits for it. Opt-outs stay for ever; contacts whom staff named, tagged or wrote notes about stay, too.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { readSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { letGo, letGoWithin, perStep } from './let-go.ts'

const restBetweenSteps = 250
const lookEvery = 60 * 60 * 1000
const day = 24 * 60 * 60 * 1000

export interface RetentionOptions {
  store: Store
  clock: Clock
  logger: Logger
  pictureFolder: string
  /** False while this PC's clock is known to be wrong: one that runs years ahead would let go of everything. */
  clockIsRight: () => boolean
}

export class Retention {
  readonly #options: RetentionOptions
  #giveUp: () => void = () => {}
  #going: Promise<void> = Promise.resolve()
  #stopped = false
  /** The conversation that was looked through last; null while none are. */
  #cursor: string | null = null
  #lookedAt = 0

  constructor(options: RetentionOptions) {
    this.#options = options
  }

  /** Looks after `rest` ms, then every hour. */
  start(rest = 0): void {
    if (this.#stopped) return
    this.#giveUp()
    this.#giveUp = this.#options.clock.after(rest, () => {
      this.#going = this.#step()
        .catch((error: unknown) => {
          this.#options.logger.error('retention.failed', { error: String(error) })
          return false
        })
        .then((more) => this.start(more ? restBetweenSteps : lookEvery))
    })
  }

  /** Waits for the step that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#giveUp()
    await this.#going
  }

  /** True when there is more to be let go of. */
  async #step(): Promise<boolean> {
    const { store, clock, logger, pictureFolder, clockIsRight } = this.#options
    if (!clockIsRight()) return false
    const { keepMonths } = await readSection(store.db, 'privacy')
    if (keepMonths === 0) return false
    const before = monthsBefore(clock.now(), keepMonths)
    const files: string[] = []
    const whole = await store.write((work) => letGo(work, before, files))
    const within = whole > 0 ? 0 : await this.#within(before, files)
    for (const file of files) await rm(path.join(pictureFolder, path.basename(file)), { force: true })
    if (whole + within > 0) logger.info('retention.let-go', { whole, within, pictures: files.length })
    return whole > 0 || this.#cursor !== null
  }

  /** Old things of conversations that go on: once a day each conversation is looked through. */
  async #within(before: number, files: string[]): Promise<number> {
    const { store, clock } = this.#options
    if (this.#cursor === null && clock.now() - this.#lookedAt < day) return 0
    this.#cursor ??= ''
    this.#lookedAt = clock.now()
    const { db } = store
    const ids = (
      await db
        .selectFrom('conversation')
        .select('id')
        .where('id', '>', this.#cursor)
        .orderBy('id')
        .limit(perStep)
        .execute()
    ).map(({ id }) => id)
    this.#cursor = ids.length === perStep ? (ids.at(-1) ?? null) : null
    return ids.length === 0 ? 0 : store.write((work) => letGoWithin(work, ids, before, files))
  }
}

/** The start of the same day of the month so many months earlier, by UTC; the last day where that month is shorter. */
export function monthsBefore(now: number, months: number): number {
  const then = new Date(now)
  const dayOfMonth = then.getUTCDate()
  then.setUTCHours(0, 0, 0, 0)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(dayOfMonth, last))
  return then.getTime()
}
