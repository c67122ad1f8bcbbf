/** "Pause all" and its end, by staff, by the clock, or by the brake that stops Ringback from texting too much. */
import { sql } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { PauseLength } from '../../contract/pause.ts'
import { nextMidnight } from '../outbox/next-midnight.ts'
import { dropAnswers } from '../replies/answers.ts'
import { readSection } from '../settings/settings.ts'
import type { Store, Work } from '../store/database.ts'
import { readPause, writePause } from './pause.ts'
import type { Pause } from './pause.ts'
import { stopFollowUp } from './stop.ts'

/** Timers longer than this are set again, so that a PC's sleep or a new clock does not delay the end of a pause, ms. */
const longestSleep = 30_000

export class Automation {
  readonly #store: Store
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #listeners = new Set<(pause: Pause | null) => void>()
  #pause: Pause | null = null
  #wake: (() => void) | null = null

  constructor({ store, clock, logger }: { store: Store; clock: Clock; logger: Logger }) {
    this.#store = store
    this.#clock = clock
    this.#logger = logger
  }

  /** Takes up a pause of before the restart. */
  async start(): Promise<void> {
    this.#become(await readPause(this.#store.db, this.#clock.now()))
  }

  stop(): void {
    this.#wake?.()
    this.#wake = null
  }

  /** The pause that holds; null when everything runs. */
  current(): Pause | null {
    return this.#pause
  }

  /** Call what it returns to stop listening. */
  onChange(listener: (pause: Pause | null) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Staff pause everything automatic, for some minutes, until tomorrow, or until they resume. Running follow-ups end. */
  async pause(length: PauseLength): Promise<void> {
    const now = this.#clock.now()
    await this.#store.write(async (work) => {
      await this.pauseIn(work, { since: now, until: await this.#endOf(work, length, now), by: 'staff' })
    })
  }

  async resume(): Promise<void> {
    await this.#store.write(async (work) => {
      await writePause(work, null, this.#clock.now())
      work.afterCommit(() => this.#become(null))
    })
  }

  /** The pause as part of a transaction; what has not gone out yet is taken back. */
  async pauseIn(work: Work, pause: Pause): Promise<void> {
    await writePause(work, pause, pause.since)
    const running = await work.db
      .selectFrom('follow_up')
      .select('conversation_id')
      // In these very words, which let SQLite use the index of those that run.
      .where(sql<boolean>`state = 'running'`)
      .execute()
    for (const { conversation_id } of running) {
      await stopFollowUp(work, conversation_id, pause.by === 'brake' ? 'brake' : 'paused', pause.since)
    }
    await dropAnswers(work, pause.since)
    work.afterCommit(() => this.#become(pause))
  }

  async #endOf(work: Work, length: PauseLength, now: number): Promise<number | null> {
    if (length === null) return null
    if (length === 'tomorrow') return nextMidnight((await readSection(work.db, 'business')).timeZone, now)
    return now + length * 60_000
  }

  #become(pause: Pause | null): void {
    this.stop()
    const changed = this.#pause !== pause
    this.#pause = pause
    if (pause?.until != null) this.#sleep(pause.until)
    if (!changed) return
    this.#logger.info('automation.pause', { paused: pause !== null, by: pause?.by, until: pause?.until })
    for (const listener of this.#listeners) listener(pause)
  }

  #sleep(until: number): void {
    const wait = Math.max(0, Math.min(until - this.#clock.now(), longestSleep))
    this.#wake = this.#clock.after(wait, () => {
      if (this.#clock.now() >= until) this.#become(null)
      else this.#sleep(until)
    })
  }
}
