/** Texts whose fate is unknown: looked for at the gateway on a schedule, adopted when found, else put before staff. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import type { Surroundings } from '../followup/facts.ts'
import type { Store } from '../store/database.ts'
import { markCheck, markSent } from './outcome.ts'
import type { ProviderClock } from './provider-clock.ts'
import { findSent, nextLook } from './reconcile.ts'
import { postpone, remove, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'

const minute = 60 * 1000
/**
 * A gateway that could not be asked when the time for looking was over is asked on, this often and this long: staff
 * may decide meanwhile.
 */
const lateLook = { every: 5 * minute, until: 24 * 60 * minute }

export interface UnknownTextsOptions {
  store: Store
  clock: Clock
  logger: Logger
  providerClock: ProviderClock
  surroundings: () => Promise<Surroundings>
}

export class UnknownTexts {
  readonly #store: Store
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #providerClock: ProviderClock
  readonly #surroundings: () => Promise<Surroundings>

  constructor(options: UnknownTextsOptions) {
    this.#store = options.store
    this.#clock = options.clock
    this.#logger = options.logger
    this.#providerClock = options.providerClock
    this.#surroundings = options.surroundings
  }

  /** Looks for one text. True when it was found; else the row is due again, or staff are asked. */
  async look(row: OutboxRow, gateway: Gateway): Promise<boolean> {
    if (!gateway.can.lookUp) {
      await this.#askStaff(row)
      return false
    }
    const attempt = await this.#lastAttempt(row)
    // This PC's clock may have been set since.
    const since = attempt.gateway_time ?? this.#providerClock.toProvider(attempt.started_at)
    let found: GatewayMessage | null
    try {
      const others = new Set(attempt.others === null ? [] : (JSON.parse(attempt.others) as string[]))
      found = await findSent(this.#store.db, gateway, { to: row.number, body: row.body, since, others })
    } catch (error) {
      this.#logger.warn('outbox.not-looked-up', { message: row.messageId, error: String(error) })
      await this.#notFound(row, { blind: true })
      return false
    }
    if (!found) {
      await this.#notFound(row, { blind: false })
      return false
    }
    await this.#adopt(row, attempt, gateway, found)
    return true
  }

  async #adopt(
    row: OutboxRow,
    attempt: { id: number; started_at: number },
    gateway: Gateway,
    found: GatewayMessage,
  ): Promise<void> {
    const now = this.#clock.now()
    const sentAt = Math.min(now, Math.max(attempt.started_at, this.#providerClock.toOurs(found.at)))
    const sent = { gateway: gateway.account, message: found, sentAt }
    const around = await this.#surroundings()
    await this.#store.write(async (work) => {
      if ((await rowOf(work.db, row.messageId))?.state !== 'unknown') return
      await markSent(work, row, attempt.id, sent, around)
    })
    this.#logger.info('outbox.found', { message: row.messageId, to: maskNumber(row.number) })
  }

  /** Waiting would tell nothing: this gateway knows nothing of what it took. */
  async #askStaff(row: OutboxRow): Promise<void> {
    await this.#store.write(async (work) => {
      if ((await rowOf(work.db, row.messageId))?.state !== 'unknown') return
      await markCheck(work, row, this.#clock.now())
      await remove(work, row.messageId)
    })
  }

  /** `blind`: the gateway could not be asked. */
  async #notFound(row: OutboxRow, { blind }: { blind: boolean }): Promise<void> {
    const now = this.#clock.now()
    const lookUntil = row.lookUntil ?? now
    await this.#store.write(async (work) => {
      if ((await rowOf(work.db, row.messageId))?.state !== 'unknown') return
      if (now < lookUntil) return postpone(work, row.messageId, nextLook(lookUntil, now))
      await markCheck(work, row, now)
      if (blind && now < lookUntil + lateLook.until) return postpone(work, row.messageId, now + lateLook.every)
      return remove(work, row.messageId)
    })
  }

  #lastAttempt(row: OutboxRow) {
    return this.#store.db
      .selectFrom('attempt')
      .select(['id', 'started_at', 'gateway_time', 'others'])
      .where('message_id', '=', row.messageId)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
  }
}
