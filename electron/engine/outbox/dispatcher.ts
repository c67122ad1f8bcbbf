/**
 * Works the outbox off: the only way of a text to the gateway. Rows say what is due and when; this class holds only
 * what may be forgotten, so that it can be killed at any moment. One text at a time per recipient, one a second per
 * sender.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway, SendFailure, SendResult } from '../../../telephony/sms/gateway.ts'
import type { PartHealth } from '../../contract/view-models.ts'
import type { Automation } from '../followup/automation.ts'
import type { FollowUpSettings, Surroundings } from '../followup/facts.ts'
import type { Judgement } from '../followup/rules.ts'
import { PartReporter } from '../part-health.ts'
import type { HealthListener } from '../part-health.ts'
import type { Store, Work } from '../store/database.ts'
import { askGateway } from './ask-gateway.ts'
import type { Replies } from './ask-gateway.ts'
import { adoptElsewhere, claim, dropIfRefused, judgeRow } from './claim.ts'
import type { Claim } from './claim.ts'
import { markNotSent, markRejected, markSent, markStopped, markUnknown, recover } from './outcome.ts'
import { Pace } from './pace.ts'
import { ProviderClock } from './provider-clock.ts'
import { dueRows, isAutomatic, nextDue, postpone, rebase } from './rows.ts'
import type { OutboxRow } from './rows.ts'
import { Standstill } from './standstill.ts'
import { UnknownTexts } from './unknown-texts.ts'
import { Workbench } from './workbench.ts'

const second = 1000
/** Twilio's rate for one long number. */
const gapPerText = second
/** Texts that are worked on at once. */
const mostTasks = 20
/** Timers are never longer, so that a PC's sleep or a new clock is noticed. */
const longestSleep = 30 * second
/** While no text can go out, rows are looked through this often for those that have become too late. */
const blockedSleep = 5 * second
/** Before another try where this PC itself is in trouble. */
const restAfterError = 5 * second
/** The gateway did not answer before an automatic text: asked again after, by how often it did not. */
const holds = [1, 2, 4, 8].map((seconds) => seconds * second)

/** An automatic text that was planned and will not go out. */
export interface DroppedText {
  conversationId: string
  callId: string
  judgement: Judgement
}

export interface DispatcherOptions {
  store: Store
  /** Null while none is set up. */
  gateway: () => Gateway | null
  settings: () => Promise<FollowUpSettings>
  clock: Clock
  logger: Logger
  /** Numbers (E.164) in a call now. */
  live: () => ReadonlySet<string>
  replies: Replies
  automation: Automation
  /** Ms between two texts of the sender. */
  gapPerText?: number
}

export class Dispatcher {
  readonly #store: Store
  readonly #gateway: () => Gateway | null
  readonly #settings: () => Promise<FollowUpSettings>
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #live: () => ReadonlySet<string>
  readonly #replies: Replies
  readonly #automation: Automation
  readonly #health: PartReporter
  readonly #pace: Pace
  readonly #standstill: Standstill
  readonly #providerClock = new ProviderClock()
  readonly #droppedListeners = new Set<(dropped: DroppedText) => void>()
  readonly #bench: Workbench
  readonly #unknown: UnknownTexts
  /** How often a message was held because the gateway did not answer. */
  readonly #held = new Map<string, number>()
  #running = false
  #passing: Promise<void> | null = null
  #again = false
  #wake: (() => void) | null = null
  #forgetCommits: (() => void) | null = null
  #lastNow = 0

  constructor(options: DispatcherOptions) {
    this.#store = options.store
    this.#gateway = options.gateway
    this.#settings = options.settings
    this.#clock = options.clock
    this.#logger = options.logger
    this.#live = options.live
    this.#replies = options.replies
    this.#automation = options.automation
    this.#pace = new Pace(options.clock, options.gapPerText ?? gapPerText)
    this.#health = new PartReporter(options.clock, notSetUp)
    this.#bench = new Workbench(options.clock, mostTasks)
    this.#unknown = new UnknownTexts({ ...options, providerClock: this.#providerClock })
    this.#standstill = new Standstill({ ...options, onOver: () => this.#resumed() })
  }

  /** Begins. Whatever was on its way when the engine ended is looked for, never sent again by itself. */
  async start(): Promise<void> {
    const now = this.#clock.now()
    const left = await this.#store.write(async (work) => {
      await rebase(work, now)
      return recover(work, now)
    })
    if (left > 0) this.#logger.warn('outbox.left-on-the-way', { texts: left })
    this.#lastNow = now
    this.#running = true
    // Each commit may have planned, cancelled or put off a text.
    this.#forgetCommits = this.#store.onCommit(() => this.poke())
    this.poke()
  }

  /** Begins nothing new and waits for the texts that are on their way. */
  async stop(): Promise<void> {
    this.#running = false
    this.#forgetCommits?.()
    this.#wake?.()
    this.#wake = null
    this.#pace.stop()
    this.#standstill.stop()
    await this.#passing
    await this.#bench.close()
  }

  /** Looks at once whether something is due. Commits do it by themselves. */
  poke(): void {
    if (!this.#running) return
    this.#again = true
    this.#passing ??= this.#passes().finally(() => {
      this.#passing = null
      // Poked between the last look and this moment.
      if (this.#again) this.poke()
    })
  }

  /** The gateway's settings changed: try again whatever stood still. */
  retry(): void {
    this.#standstill.end()
    this.poke()
  }

  /** The account or the sender is at fault, as was found elsewhere (a text that failed later): nothing goes out. */
  halt(failure: SendFailure): void {
    this.#standstill.begin()
    this.#health.set('trouble', failure.message, failure.remedy ?? 'Check the text service in Settings.')
    this.#logger.error('outbox.halted', { code: failure.code })
  }

  health(): PartHealth {
    return this.#health.health()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#health.onHealth(listener)
  }

  /** Tells of automatic texts that were planned and then dropped by a rule. Call what it returns to stop. */
  onDropped(listener: (dropped: DroppedText) => void): () => void {
    this.#droppedListeners.add(listener)
    return () => void this.#droppedListeners.delete(listener)
  }

  async #passes(): Promise<void> {
    // A turn for those who wait for the commit that poked us.
    await Promise.resolve()
    while (this.#again && this.#running) {
      this.#again = false
      try {
        await this.#pass()
      } catch (error) {
        this.#logger.error('outbox.not-read', { error: String(error) })
        this.#sleep(restAfterError)
      }
    }
  }

  async #pass(): Promise<void> {
    const now = this.#clock.now()
    await this.#noticeClock(now)
    const gateway = this.#gateway()
    if (!gateway) this.#health.set(notSetUp.state, notSetUp.message, notSetUp.remedy)
    else if (this.#health.health().state === 'off') this.#health.set('ok', `Texts go out through ${gateway.name}.`)
    const blocked = !gateway || this.#standstill.holds()
    const rows = await dueRows(this.#store.db, now, this.#bench.messageIds(), 100)
    let left = false
    for (const row of rows) {
      if (!this.#bench.isFree(row.number)) continue
      if (row.state === 'unknown' && gateway) this.#begin(row, () => this.#lookFor(row, gateway))
      else if (row.state === 'queued' && !blocked && gateway) this.#begin(row, () => this.#send(row, gateway))
      else {
        left = true
        if (row.state === 'queued' && isAutomatic(row)) await this.#expire(row)
      }
    }
    const next = await nextDue(this.#store.db, now)
    const wait = Math.min(longestSleep, left ? blockedSleep : longestSleep, next === null ? longestSleep : next - now)
    this.#sleep(Math.max(wait, 1))
  }

  #sleep(ms: number): void {
    this.#wake?.()
    this.#wake = null
    if (!this.#running) return
    this.#wake = this.#clock.after(ms, () => {
      this.#wake = null
      this.poke()
    })
  }

  /** Waits are kept when the PC's clock is set back. */
  async #noticeClock(now: number): Promise<void> {
    const back = now < this.#lastNow - second
    this.#lastNow = now
    if (!back) return
    const rows = await this.#store.write((work) => rebase(work, now))
    this.#logger.warn('outbox.clock-set-back', { rows })
  }

  #begin(row: OutboxRow, run: () => Promise<void>): void {
    const { number: recipient, messageId } = row
    this.#bench.begin(
      { recipient, messageId, run },
      {
        failed: (error) => this.#logger.error('outbox.broke-off', { message: messageId, error: String(error) }),
        done: () => this.poke(),
      },
    )
  }

  async #surroundings(): Promise<Surroundings> {
    const settings = await this.#settings()
    return { settings, live: this.#live(), textingReady: this.#gateway() !== null, now: this.#clock.now() }
  }

  /** A text that cannot go out now may have become too late for good. */
  async #expire(row: OutboxRow): Promise<void> {
    const around = await this.#surroundings()
    const { judgement } = await judgeRow(this.#store.db, row, around)
    if (judgement.verdict === 'skip')
      this.#tell(await this.#store.write((work) => dropIfRefused(work, row.messageId, around)))
  }

  async #send(row: OutboxRow, gateway: Gateway): Promise<void> {
    if (isAutomatic(row) && !(await this.#stillWanted(row))) return
    if (!(await this.#pace.turn())) return
    if (isAutomatic(row) && !(await this.#clear(row, gateway))) return
    const around = await this.#surroundings()
    const claimed = await this.#store.write((work) => claim(work, row.messageId, around, this.#automation))
    this.#tell(claimed)
    if (claimed.kind !== 'send') return
    const result = await this.#handOver(claimed.row, gateway)
    await this.#writeDown(claimed, gateway, result)
  }

  /** What the rules say before anybody is asked; spares the gateway questions about texts that will not go. */
  async #stillWanted(row: OutboxRow): Promise<boolean> {
    const around = await this.#surroundings()
    const { judgement } = await judgeRow(this.#store.db, row, around)
    if (judgement.verdict === 'text') return true
    this.#tell(await this.#store.write((work) => dropIfRefused(work, row.messageId, around)))
    return false
  }

  /** Asks the gateway for late replies, and before a first text for texts by somebody else. */
  async #clear(row: OutboxRow, gateway: Gateway): Promise<boolean> {
    const since =
      row.step === 1 && row.callStartedAt !== null ? this.#providerClock.toProvider(row.callStartedAt) : null
    const answer = await askGateway({
      db: this.#store.db,
      gateway,
      replies: this.#replies,
      clock: this.#clock,
      number: row.number,
      textedSince: since,
    })
    if (answer.kind === 'unreachable') {
      await this.#hold(row, answer.error)
      return false
    }
    this.#held.delete(row.messageId)
    if (answer.kind === 'clear') return true
    const around = await this.#surroundings()
    const adopted = await this.#store.write((work) =>
      adoptElsewhere(work, row.messageId, gateway.name, answer.message, around),
    )
    this.#logger.info('outbox.texted-elsewhere', { to: maskNumber(row.number) })
    this.#tell(adopted)
    return false
  }

  async #hold(row: OutboxRow, error: unknown): Promise<void> {
    const times = this.#held.get(row.messageId) ?? 0
    this.#held.set(row.messageId, times + 1)
    const asked = error instanceof GatewayError ? error : null
    const wait = Math.max(holds[Math.min(times, holds.length - 1)] ?? second, asked?.retryAfterMs ?? 0)
    this.#health.set('trouble', asked?.message ?? 'The text service does not answer.', asked?.remedy ?? waits)
    this.#logger.warn('outbox.gateway-silent', { message: row.messageId, times: times + 1, error: String(error) })
    await this.#store.write((work) => postpone(work, row.messageId, this.#clock.now() + wait))
  }

  /** `send` never throws; should it all the same, nobody knows what it did. */
  async #handOver(row: OutboxRow, gateway: Gateway): Promise<SendResult> {
    try {
      return await gateway.send({ to: row.number, body: row.body })
    } catch (error) {
      return { end: 'unknown', message: String(error) }
    }
  }

  async #writeDown(claimed: Extract<Claim, { kind: 'send' }>, gateway: Gateway, result: SendResult): Promise<void> {
    const { row, attemptId, startedAt } = claimed
    const now = this.#clock.now()
    this.#logger.info('outbox.attempt', { message: row.messageId, to: maskNumber(row.number), end: result.end })
    switch (result.end) {
      case 'accepted': {
        this.#providerClock.learn(result.message.at, startedAt, now)
        const sent = { gateway: gateway.name, message: result.message, sentAt: now }
        await this.#commit((work) => markSent(work, row, attemptId, sent, now))
        this.#health.set('ok', `Texts go out through ${gateway.name}.`)
        this.#standstill.end()
        this.#replies.expectReply()
        break
      }
      case 'not-sent':
        if (result.retryAfterMs !== null) this.#pace.slowDown(result.retryAfterMs)
        this.#health.set('trouble', result.message, waits)
        await this.#commit((work) => markNotSent(work, row, attemptId, result, now))
        break
      case 'rejected':
        if (result.failure.reaction === 'stop-everything') {
          this.halt(result.failure)
          await this.#commit((work) => markStopped(work, row, attemptId, result.failure, now))
        } else await this.#commit((work) => markRejected(work, row, attemptId, result.failure, now))
        break
      case 'unknown': {
        const why = { message: result.message, canLookUp: gateway.can.lookUp }
        await this.#commit((work) => markUnknown(work, row, attemptId, why, now))
        break
      }
    }
  }

  async #lookFor(row: OutboxRow, gateway: Gateway): Promise<void> {
    if (await this.#unknown.look(row, gateway)) this.#replies.expectReply()
  }

  /** What the gateway did has to be written down, however long the disk is full. */
  async #commit(write: (work: Work) => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await this.#store.write(write)
        return
      } catch (error) {
        this.#logger.error('outbox.not-stored', { error: String(error) })
        this.#health.set(
          'trouble',
          'What became of a text cannot be stored on this PC.',
          'Check that the disk is not full.',
        )
        if (!this.#running) throw error
        await this.#bench.rest(restAfterError)
      }
    }
  }

  #tell(claimed: Claim): void {
    if (claimed.kind !== 'dropped' || !claimed.judgement) return
    const { row, judgement } = claimed
    // Only texts that a call led to are judged.
    if (row.callId === null) return
    this.#logger.info('outbox.dropped', { message: row.messageId, rule: judgement.rule })
    const dropped = { conversationId: row.conversationId, callId: row.callId, judgement }
    for (const listener of this.#droppedListeners) listener(dropped)
  }

  #resumed(): void {
    this.#health.set('ok', 'The text service takes texts again.')
    this.poke()
  }
}

const notSetUp = { state: 'off', message: 'Texting is not set up yet.', remedy: 'Set it up in Settings.' } as const
const waits = 'Ringback keeps the texts and tries again by itself. Check the internet connection.'
