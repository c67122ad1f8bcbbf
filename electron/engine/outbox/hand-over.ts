/** A claimed text is handed to the gateway, and what the gateway said is written down. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import type { Gateway, SendResult } from '../../../telephony/sms/gateway.ts'
import { words } from '../../contract/text/index.ts'
import type { Surroundings } from '../followup/facts.ts'
import type { Store, Work } from '../store/database.ts'
import { textingPlainly } from '../telephony-words.ts'
import type { Replies } from './ask-gateway.ts'
import type { Claim } from './claim.ts'
import { markNotSent, markRejected, markSent, markStopped, markUnknown } from './outcome.ts'
import type { OutboxHealth } from './outbox-health.ts'
import type { Pace } from './pace.ts'
import type { ProviderClock } from './provider-clock.ts'
import type { Standstill } from './standstill.ts'
import type { Workbench } from './workbench.ts'

/** Before another try to store what the gateway did, ms. */
const restAfterError = 5000

export interface HandOverOptions {
  store: Store
  clock: Clock
  logger: Logger
  health: OutboxHealth
  pace: Pace
  standstill: Standstill
  providerClock: ProviderClock
  bench: Workbench
  replies: Replies
  surroundings: () => Promise<Surroundings>
}

export class HandOver {
  readonly #parts: HandOverOptions

  constructor(parts: HandOverOptions) {
    this.#parts = parts
  }

  /** Makes the attempt that was claimed. Whatever the gateway does is stored before this resolves. */
  async run(claimed: Extract<Claim, { kind: 'send' }>, gateway: Gateway): Promise<void> {
    const { logger } = this.#parts
    const { row } = claimed
    const result = await send(gateway, { to: row.number, body: row.body })
    logger.info('outbox.attempt', { message: row.messageId, to: maskNumber(row.number), end: result.end })
    await this.#writeDown(claimed, gateway, result)
  }

  async #writeDown(claimed: Extract<Claim, { kind: 'send' }>, gateway: Gateway, result: SendResult): Promise<void> {
    const { row, attemptId, startedAt } = claimed
    const { health, pace, standstill, providerClock, replies, clock } = this.#parts
    const now = clock.now()
    switch (result.end) {
      case 'accepted': {
        providerClock.learn(result.message.at, startedAt, now)
        const sent = { gateway: gateway.account, message: result.message, sentAt: now }
        const { surroundings } = this.#parts
        await this.#commit(async (work) => markSent(work, row, attemptId, sent, { ...(await surroundings()), now }))
        // Of a standstill it says nothing: what carriers drop later is accepted all the same.
        health.reached()
        replies.expectReply()
        break
      }
      case 'not-sent':
        if (result.retryAfterMs !== null) pace.slowDown(result.retryAfterMs)
        health.waits(row.messageId, 'not-sent', () => textingPlainly(result.said))
        await this.#commit((work) => markNotSent(work, row, attemptId, result, now))
        break
      case 'rejected': {
        const { failure } = result
        health.reached()
        if (failure.reaction === 'stop-everything') {
          standstill.begin(failure)
          await this.#commit((work) => markStopped(work, row, attemptId, failure, now))
        } else await this.#commit((work) => markRejected(work, row, attemptId, failure, now))
        break
      }
      case 'unknown': {
        const why = { said: result.said, canLookUp: gateway.can.lookUp }
        await this.#commit((work) => markUnknown(work, row, attemptId, why, now))
        break
      }
    }
  }

  /** What the gateway did has to be written down, however long the disk is full. */
  async #commit(write: (work: Work) => Promise<unknown>): Promise<void> {
    const { store, logger, health, bench } = this.#parts
    for (;;) {
      try {
        await store.write(write)
        health.setNotStored(null)
        return
      } catch (error) {
        logger.error('outbox.not-stored', { error: String(error) })
        health.setNotStored(() => {
          const [message, remedy] = words.health.outcomeNotStored
          return { message, remedy }
        })
        if (bench.closed) throw error
        await bench.rest(restAfterError)
      }
    }
  }
}

/** `send` never throws; should it all the same, nobody knows what it did. */
async function send(gateway: Gateway, text: { to: string; body: string }): Promise<SendResult> {
  try {
    return await gateway.send(text)
  } catch (error) {
    return { end: 'unknown', said: { code: 'not-told', facts: { detail: String(error) } } }
  }
}
