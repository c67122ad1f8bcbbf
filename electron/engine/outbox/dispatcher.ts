/**
 * Works the outbox off: the only way of a text to the gateway. Rows say what is due and when; this class holds only
 * what may be forgotten, so that it can be killed at any moment. One text at a time per recipient, one a second per
 * sender.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { Gateway, StoppingFailure } from '../../../telephony/sms/gateway.ts'
import type { PartHealth } from '../../contract/view-models.ts'
import type { Automation } from '../followup/automation.ts'
import type { FollowUpSettings, Surroundings } from '../followup/facts.ts'
import type { HealthListener } from '../part-health.ts'
import type { Store } from '../store/database.ts'
import type { Replies } from './ask-gateway.ts'
import { rebase } from './clock-set-back.ts'
import { HandOver } from './hand-over.ts'
import { textingPlainly } from '../telephony-words.ts'
import { OutboxHealth } from './outbox-health.ts'
import { recover } from './outcome.ts'
import { Pace } from './pace.ts'
import { ProviderClock } from './provider-clock.ts'
import { dueRows, isAutomatic, nextDue } from './rows.ts'
import type { OutboxRow } from './rows.ts'
import { Standstill } from './standstill.ts'
import { TextSender } from './text-sender.ts'
import type { DroppedText } from './text-sender.ts'
import { takeTurns } from './turns.ts'
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
export interface DispatcherOptions {
  store: Store
  /** Null while none is set up. */
  gateway: () => Gateway | null
  settings: () => Promise<FollowUpSettings>
  clock: Clock
  logger: Logger
  /** Numbers (E.164) in a call now; null while that is not known yet. */
  live: () => ReadonlySet<string> | null
  replies: Replies
  automation: Automation
  /** Told before an automatic text to this number (E.164) goes; `at`: when its attempt began. */
  texting?: (number: string, at: number) => void
  /** Ms between two texts of the sender. */
  gapPerText?: number
}

export class Dispatcher {
  readonly #store: Store
  readonly #gateway: () => Gateway | null
  readonly #settings: () => Promise<FollowUpSettings>
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #live: () => ReadonlySet<string> | null
  readonly #replies: Replies
  readonly #health: OutboxHealth
  readonly #pace: Pace
  readonly #standstill: Standstill
  readonly #bench: Workbench
  readonly #sender: TextSender
  readonly #unknown: UnknownTexts
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
    this.#health = new OutboxHealth(options.clock)
    this.#pace = new Pace(options.clock, options.gapPerText ?? gapPerText)
    this.#bench = new Workbench(options.clock, mostTasks)
    this.#standstill = new Standstill({ ...options, onChange: (failure) => this.#stoodStill(failure) })
    const providerClock = new ProviderClock()
    const shared = { health: this.#health, pace: this.#pace, standstill: this.#standstill, providerClock }
    const surroundings = () => this.surroundings()
    const handOver = new HandOver({ ...options, ...shared, bench: this.#bench, surroundings })
    this.#sender = new TextSender({ ...options, ...shared, handOver, surroundings })
    this.#unknown = new UnknownTexts({ ...options, providerClock, surroundings })
  }

  /** Begins. Whatever was on its way when the engine ended is looked for, never sent again by itself. */
  async start(): Promise<void> {
    const now = this.#clock.now()
    const around = await this.surroundings()
    const left = await this.#store.write(async (work) => {
      await rebase(work, around)
      return recover(work, now)
    })
    if (left > 0) this.#logger.warn('outbox.left-on-the-way', { texts: left })
    await this.#standstill.start()
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
    await this.#passing
    await this.#bench.close()
  }

  /** Looks at once whether something is due. Commits do it by themselves; to be called when `live` becomes known. */
  poke(): void {
    if (!this.#running) return
    this.#again = true
    this.#passing ??= this.#passes().finally(() => {
      this.#passing = null
      // Poked between the last look and this moment.
      if (this.#again) this.poke()
    })
  }

  /** The gateway's settings changed, or somebody says that it is mended: try again whatever stood still. */
  retry(): void {
    this.#standstill.end()
    this.#health.forget()
    this.poke()
  }

  /**
   * The account or the sender is at fault, as was found elsewhere: a text that went out at `sentAt` failed later.
   * Nothing goes out any more. Left alone when that text is older than the end of the last standstill.
   */
  halt(failure: StoppingFailure, sentAt: number = Infinity): void {
    if (!this.#standstill.isOld(sentAt)) this.#standstill.begin(failure)
  }

  health(): PartHealth {
    return this.#health.health()
  }

  /** Another language holds. */
  retell(): void {
    this.#health.retell()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#health.onHealth(listener)
  }

  /** Tells of automatic texts that were planned and then dropped by a rule. Call what it returns to stop. */
  onDropped(listener: (dropped: DroppedText) => void): () => void {
    return this.#sender.onDropped(listener)
  }

  #stoodStill(failure: StoppingFailure | null): void {
    this.#health.setStandstill(failure && (() => textingPlainly(failure.said)))
    if (failure) this.#logger.error('outbox.halted', { code: failure.code })
    else this.poke()
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
    this.#health.setGateway(gateway?.name ?? null)
    await this.#forgetTroubles()
    this.#standstill.look()
    const blocked = !gateway || this.#standstill.holds()
    if (this.#live() !== null) await this.#sender.liveKnown()
    const busy = this.#bench.messageIds()
    if (!blocked) await takeTurns(this.#store, busy, now)
    // Of a backlog not more is read than can be begun: each text that is over comes by here. A recipient who is busy
    // may have another row that is due.
    const { room } = this.#bench
    const rows = room > 0 ? await dueRows(this.#store.db, now, busy, blocked ? 100 : room + 2 * busy.length) : []
    let left = false
    for (const row of rows) {
      if (!this.#bench.isFree(row.number)) continue
      if (row.state === 'unknown' && gateway) this.#begin(row, () => this.#lookFor(row, gateway))
      else if (row.state === 'queued' && !blocked && gateway) this.#begin(row, () => this.#sender.send(row, gateway))
      else {
        left = true
        if (row.state === 'queued' && isAutomatic(row)) await this.#sender.expire(row)
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
    const around = await this.surroundings()
    const rows = await this.#store.write((work) => rebase(work, around))
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

  /** What the rules need besides the store, as it is now. */
  async surroundings(): Promise<Surroundings> {
    const settings = await this.#settings()
    const gateway = this.#gateway()
    const gatewayAhead = gateway && this.#replies.gatewayAhead(gateway)
    const now = this.#clock.now()
    return { settings, live: this.#live(), textingReady: gateway !== null, gatewayAhead, now }
  }

  async #lookFor(row: OutboxRow, gateway: Gateway): Promise<void> {
    if (await this.#unknown.look(row, gateway)) this.#replies.expectReply()
  }

  /** A text that was taken back, or dropped, shows no trouble any more. */
  async #forgetTroubles(): Promise<void> {
    const waiting = this.#health.waiting()
    if (waiting.length === 0) return
    const left = await this.#store.db
      .selectFrom('outbox')
      .select('message_id')
      .where('message_id', 'in', waiting)
      .execute()
    this.#health.onlyWaiting(new Set(left.map((row) => row.message_id)))
  }
}
