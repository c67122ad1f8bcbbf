/**
 * The way of one due text: the rules, its turn, the gateway asked for late replies and texts by others, the claim, and
 * out. Each step may hold it or drop it.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { words } from '../../contract/text/index.ts'
import { Breath } from '../breath.ts'
import type { Automation } from '../followup/automation.ts'
import type { Surroundings } from '../followup/facts.ts'
import type { Judgement } from '../followup/rules.ts'
import { nextMomentOf, ownTurn } from '../followup/turn.ts'
import { hasTexted, heedEarlierStop } from '../opt-out/earlier-stop.ts'
import { wish } from '../opt-out/wish.ts'
import type { Store, Work } from '../store/database.ts'
import { textingPlainly } from '../telephony-words.ts'
import { askGateway } from './ask-gateway.ts'
import type { Replies } from './ask-gateway.ts'
import { adoptElsewhere, claim, dropIfRefused } from './claim.ts'
import type { Claim } from './claim.ts'
import type { HandOver } from './hand-over.ts'
import { mayBeOwn } from './may-be-own.ts'
import { judgeRow } from './objection.ts'
import type { OutboxHealth } from './outbox-health.ts'
import type { Pace } from './pace.ts'
import type { ProviderClock } from './provider-clock.ts'
import { bringForward, isAutomatic, postpone, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'
import type { Standstill } from './standstill.ts'

const second = 1000
/** What the gateway lists may be an own text that is still looked for: asked again after, ms. */
const ownRetry = 2 * second
/** The gateway did not answer before an automatic text: asked again after, by how often it did not, and in turn then. */
const holds = [1, 2, 4, 8].map((seconds) => seconds * second)

/** A first automatic text that was planned and will not go out. */
export interface DroppedText {
  conversationId: string
  callId: string
  judgement: Judgement
}

export interface TextSenderOptions {
  store: Store
  clock: Clock
  logger: Logger
  surroundings: () => Promise<Surroundings>
  replies: Replies
  automation: Automation
  health: OutboxHealth
  pace: Pace
  standstill: Standstill
  providerClock: ProviderClock
  handOver: HandOver
  /** Told before an automatic text to this number (E.164) goes; `at`: when its attempt began. */
  texting?: (number: string, at: number) => void
}

export class TextSender {
  readonly #parts: TextSenderOptions
  readonly #breath = new Breath()
  readonly #droppedListeners = new Set<(dropped: DroppedText) => void>()
  /** Messages that wait to hear who is in a call. */
  readonly #waitForLive = new Set<string>()
  /** How often a message was held because the gateway did not answer. */
  readonly #held = new Map<string, number>()

  constructor(parts: TextSenderOptions) {
    this.#parts = parts
  }

  /** Call what it returns to stop. */
  onDropped(listener: (dropped: DroppedText) => void): () => void {
    this.#droppedListeners.add(listener)
    return () => void this.#droppedListeners.delete(listener)
  }

  /** A text that cannot go out now may have become too late for good. */
  async expire(row: OutboxRow): Promise<void> {
    const around = await this.#parts.surroundings()
    const { judgement } = await judgeRow(this.#parts.store.db, row, around)
    if (judgement.verdict === 'skip') await this.#drop(row, around)
  }

  /** It is known who is in a call, on every PC of the office: what waited to hear it is due at this one's turn. */
  async liveKnown(): Promise<void> {
    if (this.#waitForLive.size === 0) return
    const held = [...this.#waitForLive]
    await this.#parts.store.write(async (work) => {
      const now = this.#parts.clock.now()
      await bringForward(work, held, now + (await ownTurn(work, now)))
    })
    for (const id of held) this.#waitForLive.delete(id)
  }

  async send(row: OutboxRow, gateway: Gateway): Promise<void> {
    const { store, surroundings, automation, pace, standstill, handOver } = this.#parts
    if (isAutomatic(row) && !(await this.#breath.run(() => this.#stillWanted(row)))) return
    if (!(await pace.turn())) return
    // A text that staff set for later goes by itself, too: who wrote STOP meanwhile must win.
    const isForLater = row.author === 'staff' && row.plannedAt !== null
    const others = isAutomatic(row) || isForLater ? await this.#clear(row, gateway) : []
    if (others === null) return
    // By its time the text will be looked for; of a gateway that does not answer it stays unknown.
    if (gateway.can.lookUp && this.#parts.replies.gatewayTime(gateway) === null)
      await this.#parts.replies.pollNow().catch(() => undefined)
    const around = await surroundings()
    // Another text may have shown meanwhile that the account or the sender is at fault.
    if (standstill.holds()) return
    // Before the claim: whatever this attempt makes is not older.
    const gatewayTime = this.#parts.replies.gatewayTime(gateway)
    const claimed = await store.write(async (work) => {
      const claiming = await claim(work, row.messageId, around, automation)
      if (claiming.kind === 'send') await noteGateway(work, claiming.attemptId, { time: gatewayTime, others })
      return claiming
    })
    this.#tell(claimed)
    if (claimed.kind !== 'send') return
    if (isAutomatic(claimed.row)) this.#parts.texting?.(claimed.row.number, claimed.startedAt)
    await handOver.run(claimed, gateway)
  }

  /** What the rules say before anybody is asked; spares the gateway questions about texts that will not go. */
  async #stillWanted(row: OutboxRow): Promise<boolean> {
    const around = await this.#parts.surroundings()
    const { judgement } = await judgeRow(this.#parts.store.db, row, around)
    if (judgement.verdict === 'text') return true
    await this.#drop(row, around)
    return false
  }

  async #drop(row: OutboxRow, around: Surroundings): Promise<void> {
    this.#tell(await this.#parts.store.write((work) => dropIfRefused(work, row.messageId, around)))
  }

  /**
   * Asks the gateway for late replies, and for texts by somebody else since the call. The ids of somebody else's that
   * stand against nothing; null when the text must not go now.
   */
  async #clear(row: OutboxRow, gateway: Gateway): Promise<string[] | null> {
    const { store, clock, logger, replies, providerClock, health, surroundings } = this.#parts
    const { number, callStartedAt: ours, calledAtGateway: gateways } = row
    const textedSince = ours === null ? null : { ours, gateways }
    // Once for each follow-up, and before what staff set for later; what is written meanwhile is read anyway.
    const everWrote = !(await hasTexted(store.db, row.followUpId))
    const asking = { db: store.db, gateway, replies, clock, providerClock, number, textedSince, everWrote }
    const answer = await askGateway(asking)
    if (answer.kind === 'unreachable') {
      await this.#hold(row, answer.error)
      return null
    }
    this.#held.delete(row.messageId)
    health.answered()
    if (answer.kind === 'clear') {
      const { wrote } = answer
      if (wrote.some(({ body }) => wish(body) === 'out'))
        await store.write((work) => heedEarlierStop(work, { ...row, account: gateway.account, wrote }, clock.now()))
      return answer.others
    }
    if (await mayBeOwn(store.db, row.conversationId, answer.message.body)) {
      await this.#waitFor(row, ownRetry)
      return null
    }
    const around = await surroundings()
    const adopted = await store.write((work) =>
      adoptElsewhere(work, row.messageId, gateway.account, answer.message, around),
    )
    logger.info('outbox.texted-elsewhere', { to: maskNumber(row.number) })
    this.#tell(adopted)
    return null
  }

  async #waitFor({ messageId }: OutboxRow, ms: number): Promise<void> {
    const { store, clock } = this.#parts
    await store.write(async (work) => {
      const now = clock.now()
      // Staff may have given it another time meanwhile.
      const current = await rowOf(work.db, messageId)
      if (current && current.dueAt <= now) await postpone(work, messageId, now + ms)
    })
  }

  async #hold(row: OutboxRow, error: unknown): Promise<void> {
    const { store, clock, logger, health } = this.#parts
    const times = this.#held.get(row.messageId) ?? 0
    this.#held.set(row.messageId, times + 1)
    const asked = error instanceof GatewayError ? error : null
    const wait = Math.max(holds[Math.min(times, holds.length - 1)] ?? second, asked?.retryAfterMs ?? 0)
    health.waits(row.messageId, 'silent', () => {
      const [message, remedy] = words.health.silent
      return asked ? textingPlainly(asked.said) : { message, remedy }
    })
    logger.warn('outbox.gateway-silent', { message: row.messageId, times: times + 1, error: String(error) })
    await store.write(async (work) => {
      const now = clock.now()
      // Staff may have given it another time meanwhile.
      const current = await rowOf(work.db, row.messageId)
      if (!current || current.dueAt > now) return
      // The end of a longer silence is heard by all PCs of the office at once.
      const isLong = times >= holds.length - 1
      const dueAt = isLong ? nextMomentOf(await ownTurn(work, now), now + wait) : now + wait
      await postpone(work, row.messageId, dueAt)
    })
  }

  #tell(claimed: Claim): void {
    if (claimed.kind === 'held' && claimed.rule === 'live-unknown') this.#waitForLive.add(claimed.row.messageId)
    if (claimed.kind !== 'dropped' || !claimed.judgement) return
    const { row, judgement } = claimed
    // Only texts that a call led to are judged.
    if (row.callId === null) return
    this.#held.delete(row.messageId)
    this.#parts.logger.info('outbox.dropped', { message: row.messageId, rule: judgement.rule })
    // Of the later ones nobody needs to be told: the caller has a text.
    if (row.step !== 1) return
    const dropped = { conversationId: row.conversationId, callId: row.callId, judgement }
    for (const listener of this.#droppedListeners) listener(dropped)
  }
}

/** What the gateway showed before the attempt: by it the attempt's text is known from others'. */
async function noteGateway(
  work: Work,
  attemptId: number,
  { time, others }: { time: number | null; others: string[] },
): Promise<void> {
  await work.db
    .updateTable('attempt')
    .set({ gateway_time: time, others: others.length === 0 ? null : JSON.stringify(others) })
    .where('id', '=', attemptId)
    .execute()
}
