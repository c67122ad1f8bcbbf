/**
 * While the account or the sender is at fault nothing goes out. Which one it is decides when texts are tried again:
 * once signing in works, at a due time, or when somebody says that it is mended. A row, so that a restart does not
 * send texts for carriers to drop.
 */
import type { Kysely } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { Gateway, Mending, StoppingFailure } from '../../../telephony/sms/gateway.ts'
import type { RefusalSaid } from '../../../telephony/sms/texting-facts.ts'
import { isListed } from '../../../telephony/sms/twilio/errors.ts'
import { changedAt } from '../settings/settings.ts'
import type { Store, Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { nextMidnight } from './next-midnight.ts'

const minute = 60 * 1000
/** Waits between two looks at the sign-in: longer each time that the next text was refused all the same. */
const waits = [1, 2, 5, 15].map((minutes) => minutes * minute)
/** A standstill that begins so long after the last one ended has nothing to do with it. */
const memory = 30 * minute

interface Standing {
  failure: StoppingFailure
  since: number
  /** Ends by itself then; null when it does not. */
  until: number | null
}

export interface StandstillOptions {
  store: Store
  gateway: () => Gateway | null
  clock: Clock
  logger: Logger
  /** Hears when it begins, and (null) when it is over. */
  onChange: (failure: StoppingFailure | null) => void
}

export class Standstill {
  readonly #options: StandstillOptions
  #standing: Standing | null = null
  #times = 0
  #askAt = 0
  #asking = false
  #endedAt = -Infinity

  constructor(options: StandstillOptions) {
    this.#options = options
  }

  /** Takes up a standstill of before the restart, unless the gateway's settings were saved since. */
  async start(): Promise<void> {
    const { store, onChange } = this.#options
    const standing = await read(store.db)
    if (!standing) return
    const saved = await changedAt(store.db, 'texting')
    if (saved !== null && saved > standing.since) return this.#keep(null)
    this.#stand(standing)
    onChange(standing.failure)
  }

  holds(): boolean {
    return this.#standing !== null
  }

  /** True for a text that went out before the last standstill was over: what became of it is no news. */
  isOld(sentAt: number): boolean {
    return sentAt <= this.#endedAt
  }

  begin(failure: StoppingFailure): void {
    const before = this.#standing
    if (before && strictness[before.failure.mending.when] > strictness[failure.mending.when]) return
    if (before?.failure.code === failure.code) return
    const now = this.#options.clock.now()
    if (now - this.#endedAt > memory) this.#times = 0
    this.#stand({ failure, since: now, until: dueAt(failure.mending, now) })
    this.#options.onChange(failure)
    this.#keep(this.#standing)
  }

  /** It is mended, as new settings or somebody's word say. */
  end(): void {
    if (!this.#standing) return
    this.#standing = null
    this.#endedAt = this.#options.clock.now()
    this.#options.onChange(null)
    this.#keep(null)
  }

  /** Looks whether it is over. To be called now and then; what takes longer goes on by itself. */
  look(): void {
    const standing = this.#standing
    if (!standing) return
    const now = this.#options.clock.now()
    if (standing.until !== null) {
      // A clock that was set back must not make it longer.
      const until = standing.until - Math.max(0, standing.since - now)
      if (now >= until) this.end()
      return
    }
    if (standing.failure.mending.when !== 'signed-in' || this.#asking) return
    if (now >= this.#askAt || this.#askAt > now + longestWait) void this.#ask(standing)
  }

  #stand(standing: Standing): void {
    this.#standing = standing
    this.#askAt = this.#options.clock.now() + this.#nextWait()
  }

  #nextWait(): number {
    const wait = waits[Math.min(this.#times, waits.length - 1)] ?? minute
    this.#times += 1
    return wait
  }

  /** Whether anything else is wrong does not matter: the text itself was only refused because of the account. */
  async #ask(standing: Standing): Promise<void> {
    this.#asking = true
    const steps = await this.#options
      .gateway()
      ?.check()
      .catch(() => [])
    this.#asking = false
    if (this.#standing !== standing) return
    if (steps?.find(({ about }) => about === 'sign-in')?.state === 'ok') this.end()
    else this.#askAt = this.#options.clock.now() + this.#nextWait()
  }

  #keep(standing: Standing | null): void {
    const { store, clock, logger } = this.#options
    store
      .write((work) => write(work, standing, clock.now()))
      .catch((error: unknown) => logger.error('outbox.standstill-not-stored', { error: String(error) }))
  }
}

const longestWait = Math.max(...waits)

/** Of two at once the one stays that somebody has to see to. */
const strictness: Record<Mending['when'], number> = { 'signed-in': 0, later: 1, midnight: 1, told: 2 }

function dueAt(mending: Mending, now: number): number | null {
  switch (mending.when) {
    case 'later':
      return now + mending.ms
    case 'midnight':
      return nextMidnight(mending.timeZone, now)
    case 'signed-in':
    case 'told':
      return null
  }
}

const row = 'outbox.standstill'

async function read(db: Kysely<Database>): Promise<Standing | null> {
  const found = await db.selectFrom('setting').select('value').where('name', '=', row).executeTakeFirst()
  if (!found) return null
  const { failure, ...rest } = JSON.parse(found.value) as Standing & { failure: { message?: string } }
  return { ...rest, failure: { ...failure, said: failure.said ?? saidBefore(failure) } }
}

/** Older versions stored the sentence alone. */
function saidBefore({ code, message }: { code: string; message?: string }): RefusalSaid {
  const number = Number(code)
  if (isListed(number)) return { code: 'listed', facts: { number } }
  return { code: 'unlisted', facts: { number: code, ...(message === undefined ? {} : { detail: message }) } }
}

async function write(work: Work, standing: Standing | null, now: number): Promise<void> {
  await work.db.deleteFrom('setting').where('name', '=', row).execute()
  if (!standing) return
  const value = JSON.stringify(standing)
  await work.db.insertInto('setting').values({ name: row, value, changed_at: now }).execute()
}
