/** Follows the texts that the gateway took until it says how they ended. States only move forward. */
import { sql } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway, GatewayMessage, StoppingFailure } from '../../../telephony/sms/gateway.ts'
import { optOut, stopFollowUp } from '../followup/stop.ts'
import { drawAnew } from '../followup/turn.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Store, Work } from '../store/database.ts'
import { storedProblem } from './problem.ts'
import type { Problem } from './problem.ts'
import { isTextedAtOnce } from './same-moment.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
/** Many carriers never confirm: after this "sent" is the last word. */
const giveUpAfter = 72 * hour
const tick = 2 * second
/** Between two looks at one text: half its age, within these bounds. */
const soonest = 2 * second
const latest = hour
/** More open texts than this are not looked through at once: of older ones carriers have said what they will. */
const mostOpen = 2000
/** Questions in one tick, so that a morning's backlog does not flood the gateway. */
const mostPerTick = 10
const longestBackoff = 60 * second

export interface DeliveryOptions {
  store: Store
  gateway: () => Gateway | null
  clock: Clock
  logger: Logger
  /** A text failed for a reason that concerns all: the account or the sender. */
  onStopEverything: (failure: StoppingFailure, sentAt: number) => void
}

interface OpenText {
  id: string
  conversation_id: string
  provider_id: string | null
  gateway: string | null
  sent_at: number | null
  number: string
  author: 'contact' | 'staff' | 'auto' | 'elsewhere'
}

export class DeliveryWatch {
  readonly #store: Store
  readonly #gateway: () => Gateway | null
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #onStopEverything: DeliveryOptions['onStopEverything']
  /** When each open text is looked at next; forgotten with the process, then all are looked at anew. */
  readonly #nextLook = new Map<string, number>()
  #running = false
  #wake: (() => void) | null = null
  #current: Promise<void> = Promise.resolve()
  #failures = 0

  constructor(options: DeliveryOptions) {
    this.#store = options.store
    this.#gateway = options.gateway
    this.#clock = options.clock
    this.#logger = options.logger
    this.#onStopEverything = options.onStopEverything
  }

  start(): void {
    this.#running = true
    this.#sleep(tick)
  }

  /** Waits for the look that is going on. */
  async stop(): Promise<void> {
    this.#running = false
    this.#wake?.()
    await this.#current
  }

  #sleep(ms: number): void {
    if (!this.#running) return
    this.#wake = this.#clock.after(ms, () => {
      this.#current = this.#look()
        .then(() => {
          this.#failures = 0
          return 0
        })
        .catch((error: unknown) => {
          this.#failures += 1
          this.#logger.warn('delivery.not-asked', { failures: this.#failures, error: String(error) })
          const asked = error instanceof GatewayError ? (error.retryAfterMs ?? 0) : 0
          return Math.max(asked, Math.min(longestBackoff, tick * 2 ** this.#failures))
        })
        .then((backoff) => this.#sleep(Math.max(tick, backoff)))
    })
  }

  async #look(): Promise<void> {
    const now = this.#clock.now()
    const open = await this.#openTexts(now - giveUpAfter)
    const openIds = new Set(open.map((text) => text.id))
    for (const id of this.#nextLook.keys()) if (!openIds.has(id)) this.#nextLook.delete(id)
    const gateway = this.#gateway()
    if (!gateway?.can.deliveryState) return
    const due = open.filter((text) => text.gateway === gateway.account && now >= this.#dueAt(text, now))
    for (const text of await this.#toAskAbout(due.slice(0, mostPerTick))) {
      const isFirst = !this.#nextLook.has(text.id)
      // Put off before asking: a text that cannot be asked about must not hold the others up.
      const age = now - (text.sent_at ?? now)
      this.#nextLook.set(text.id, now + Math.min(latest, Math.max(soonest, age / 2)))
      const news =
        (await this.#newsAmongAll(text, gateway, isFirst && age < minute)) ??
        (await gateway.fetch(text.provider_id ?? ''))
      if (news) await this.#apply(text, news)
    }
  }

  /**
   * The text among all that went to this contact, looked at once: was another PC's sent at the same moment? Null when
   * it is not `wanted`, or not there.
   */
  async #newsAmongAll(text: OpenText, gateway: Gateway, wanted: boolean): Promise<GatewayMessage | null> {
    if (!wanted || !gateway.can.lookUp || text.author !== 'auto') return null
    const { messages } = await gateway.sentTo(text.number)
    const own = messages.find(({ providerId }) => providerId === text.provider_id)
    if (!own) return null
    if (await isTextedAtOnce(this.#store.db, gateway.account, own, messages)) {
      this.#logger.warn('outbox.texted-at-once', { message: text.id })
      await this.#store.write((work) => drawAnew(work, text.sent_at ?? 0, this.#clock.now()))
    }
    return own
  }

  /** A look planned further ahead than any can be is left over from a clock that was set back. */
  #dueAt(text: { id: string }, now: number): number {
    const planned = this.#nextLook.get(text.id) ?? 0
    return planned > now + latest ? 0 : planned
  }

  #openTexts(sentAfter: number): Promise<Pick<OpenText, 'id' | 'gateway'>[]> {
    return (
      this.#store.db
        .selectFrom('message')
        .select(['message.id', 'message.gateway'])
        // The first condition, in these very words, lets SQLite use the index of unsettled messages.
        .where(sql<boolean>`message.state in ('sending', 'sent')`)
        .where('message.state', '=', 'sent')
        .where('message.sent_at', '>', sentAfter)
        .where('message.provider_id', 'is not', null)
        .orderBy('message.sent_at', 'desc')
        .limit(mostOpen)
        .execute()
    )
  }

  async #toAskAbout(due: { id: string }[]): Promise<OpenText[]> {
    if (due.length === 0) return []
    return this.#store.db
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
      .innerJoin('contact', 'contact.id', 'conversation.contact_id')
      .select(['message.id', 'conversation_id', 'provider_id', 'gateway', 'sent_at', 'number', 'author'])
      .where(
        'message.id',
        'in',
        due.map(({ id }) => id),
      )
      .orderBy('message.sent_at', 'desc')
      .execute()
  }

  async #apply(text: OpenText, news: GatewayMessage): Promise<void> {
    if (news.state !== 'delivered' && news.state !== 'failed') return
    const now = this.#clock.now()
    await this.#store.write((work) => endOfDelivery(work, text, news, now))
    this.#logger.info('outbox.delivery', { message: text.id, state: news.state, code: news.failure?.code })
    if (news.failure?.reaction === 'stop-everything') this.#onStopEverything(news.failure, text.sent_at ?? 0)
  }
}

async function endOfDelivery(work: Work, text: OpenText, news: GatewayMessage, now: number): Promise<void> {
  const failed = news.state === 'failed'
  const problem: Problem = news.failure ?? { said: { code: 'not-delivered', facts: {} }, code: null }
  const { numUpdatedRows } = await work.db
    .updateTable('message')
    .set({
      state: failed ? 'failed' : 'delivered',
      settled_at: now,
      problem: failed ? storedProblem(problem) : null,
    })
    .where('id', '=', text.id)
    // Staff may have sent it again meanwhile: then this is old news.
    .where('state', '=', 'sent')
    .where('provider_id', '=', text.provider_id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  if (news.failure?.reaction === 'opted-out') {
    await optOut(work, { number: text.number, source: 'gateway', evidence: news.failure.code, now })
  }
  if (failed && text.author === 'auto') {
    await stopFollowUp(work, text.conversation_id, 'failed', now)
  }
  await refreshConversation(work, text.conversation_id)
}
