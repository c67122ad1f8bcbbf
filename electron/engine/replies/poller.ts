/**
 * Fetches what contacts wrote: the office's PC has no open port, so that the gateway is asked again and again. Often
 * after a text went out, steadily otherwise, slower when the gateway has trouble.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { words } from '../../contract/text/index.ts'
import type { PartHealth } from '../../contract/view-models.ts'
import { PartReporter } from '../part-health.ts'
import type { HealthListener } from '../part-health.ts'
import { monthsBefore } from '../privacy/retention.ts'
import { readSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { textingPlainly } from '../telephony-words.ts'
import { answerKeyword } from './answers.ts'
import { readBookmark, writeBookmark } from './bookmark.ts'
import type { Bookmark } from './bookmark.ts'
import { fetchNew, firstBookmark } from './fetch-new.ts'
import { recordInbound } from './inbound.ts'
import type { Reply } from './inbound.ts'

const second = 1000
const minute = 60 * second
/** A reply is in the window ≤ 10 s after the gateway has it, the request itself included. */
const quietPace = 6 * second
const busyPace = 2 * second
/** How long after a text or a reply the next is likely. */
const busyFor = 2 * minute
const overlap = 15 * minute
const sweepEvery = 60 * minute
const sweepOverlap = 48 * 60 * minute
/** On a fresh profile, texts this young are taken for replies to Ringback. */
const recentAtFirst = 10 * minute
const longestBackoff = minute
/** A comparison of the clocks is good for so long: a few polls. */
const trustedFor = 30 * second

export interface PollerOptions {
  store: Store
  /** Null while none is set up. */
  gateway: () => Gateway | null
  clock: Clock
  logger: Logger
  /** Hears what time it is by the gateway's clock (epoch ms), with each answer; null where it does not say. */
  onTime?: (gatewayNow: number | null) => void
}

export class ReplyPoller {
  readonly #store: Store
  readonly #gateway: () => Gateway | null
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #health: PartReporter
  readonly #listeners = new Set<(reply: Reply) => void>()
  #running = false
  #wake: (() => void) | null = null
  #wakeAt = 0
  #current: Promise<void> | null = null
  /** A poll that begins when the current one is over; shared by all who ask meanwhile. */
  #following: Promise<void> | null = null
  #busyUntil = 0
  #failures = 0
  #retryAfter = 0
  #gatewayTime: { gateway: string; at: number | null; heardAt: number } | null = null
  readonly #onTime: (gatewayNow: number | null) => void

  constructor({ store, gateway, clock, logger, onTime = () => {} }: PollerOptions) {
    this.#onTime = onTime
    this.#store = store
    this.#gateway = gateway
    this.#clock = clock
    this.#logger = logger
    this.#health = new PartReporter(clock, 'off', ...words.health.noTexting)
  }

  start(): void {
    this.#running = true
    this.#sleep(0)
  }

  /** Waits for the poll that is going on. */
  async stop(): Promise<void> {
    this.#running = false
    this.#wake?.()
    this.#wake = null
    await Promise.allSettled([this.#current, this.#following])
  }

  health(): PartHealth {
    return this.#health.health()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#health.onHealth(listener)
  }

  /** Tells each new reply once, after it is stored. Call what it returns to stop listening. */
  onReply(listener: (reply: Reply) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** The gateway's own time as it was told last, epoch ms; null when it was not. It is later by now. */
  gatewayTime(gateway: Gateway): number | null {
    return this.#gatewayTime?.gateway === gateway.account ? this.#gatewayTime.at : null
  }

  /**
   * By how much the gateway's clock is ahead of ours, ms; null when it has not told its time just now: ours may have been
   * set since.
   */
  gatewayAhead(gateway: Gateway): number | null {
    const at = this.gatewayTime(gateway)
    if (at === null || !this.#gatewayTime) return null
    const { heardAt } = this.#gatewayTime
    const age = this.#clock.now() - heardAt
    return age >= 0 && age <= trustedFor ? at - heardAt : null
  }

  /** A text went out: look more often for a while. */
  expectReply(): void {
    this.#busyUntil = this.#clock.now() + busyFor
    const soon = this.#clock.now() + busyPace
    if (this.#running && this.#failures === 0 && this.#wake && this.#wakeAt > soon) this.#sleep(busyPace)
  }

  /** The gateway says that something came in, or can be asked again. */
  lookNow(): void {
    if (this.#running) this.#sleep(0)
  }

  /** The gateway's settings changed: forget earlier trouble and look at once. */
  retry(): void {
    this.#failures = 0
    this.lookNow()
  }

  /**
   * Resolves when everything that the gateway listed at the moment of asking is stored. Rejects with what stood
   * against it, a `GatewayError` as a rule.
   */
  pollNow(): Promise<void> {
    if (!this.#current) return this.#begin()
    // The current poll may have read its first page already.
    this.#following ??= this.#current
      .catch(() => undefined)
      .then(() => {
        this.#following = null
        return this.#begin()
      })
    return this.#following
  }

  #begin(): Promise<void> {
    const poll = this.#poll().finally(() => {
      this.#current = null
    })
    this.#current = poll
    return poll
  }

  #sleep(ms: number): void {
    this.#wake?.()
    this.#wakeAt = this.#clock.now() + ms
    this.#wake = this.#clock.after(ms, () => {
      this.#wake = null
      this.pollNow()
        // Said in #poll.
        .catch(() => undefined)
        .finally(() => {
          if (this.#running && !this.#wake) this.#sleep(this.#pause())
        })
        .catch(() => undefined)
    })
  }

  #pause(): number {
    if (this.#failures > 0)
      return Math.max(this.#retryAfter, Math.min(longestBackoff, busyPace * 2 ** (this.#failures - 1)))
    return this.#clock.now() < this.#busyUntil ? busyPace : quietPace
  }

  async #poll(): Promise<void> {
    const gateway = this.#gateway()
    if (!gateway) {
      this.#health.set('off', ...words.health.noTexting)
      throw new GatewayError('no-connection', { code: 'not-set-up', facts: {} })
    }
    try {
      await this.#read(gateway)
      this.#failures = 0
      this.#retryAfter = 0
      this.#health.set('ok', words.health.receiving(words.texting.gateways[gateway.name]))
    } catch (error) {
      this.#failed(error)
      throw error
    }
  }

  async #read(gateway: Gateway): Promise<void> {
    const now = this.#clock.now()
    const known = await readBookmark(this.#store.db, gateway)
    const found = known ?? (await firstBookmark(gateway, now, recentAtFirst))
    const { keepMonths } = await readSection(this.#store.db, 'privacy')
    // What the office keeps no longer stands on in the gateway's list. By that one's time: a wrong clock must hide nothing.
    const letGo = keepMonths === 0 ? 0 : monthsBefore(this.gatewayTime(gateway) ?? found.newestAt, keepMonths)
    const bookmark = { ...found, ignoreUntil: Math.max(found.ignoreUntil, letGo) }
    // Stored before anything of it: what is old now stays old, whatever interrupts us.
    if (!known) await this.#store.write((work) => writeBookmark(work, gateway, bookmark, now))
    // A sweep is due as well when this PC's clock was set back.
    const sweep = now - bookmark.sweptAt >= sweepEvery || now < bookmark.sweptAt
    const { texts, newestAt, providerNow } = await fetchNew(
      this.#store.db,
      gateway,
      bookmark,
      sweep ? sweepOverlap : overlap,
    )
    this.#gatewayTime = { gateway: gateway.account, at: providerNow, heardAt: this.#clock.now() }
    this.#onTime(providerNow)
    for (const text of texts) {
      const reply = await this.#store.write(async (work) => {
        const at = this.#clock.now()
        const recorded = await recordInbound(work, gateway.account, text, at)
        const age = (providerNow ?? at) - text.at
        if (recorded && !gateway.can.answersKeywords) await answerKeyword(work, recorded, age, at)
        return recorded
      })
      if (reply) this.#received(reply)
    }
    const moved: Bookmark = { ...bookmark, newestAt, sweptAt: sweep ? now : bookmark.sweptAt }
    const same = (['ignoreUntil', 'newestAt', 'sweptAt'] as const).every((what) => moved[what] === found[what])
    if (same) return
    await this.#store.write((work) => writeBookmark(work, gateway, moved, now))
  }

  #received(reply: Reply): void {
    this.#busyUntil = this.#clock.now() + busyFor
    const { conversationId: conversation, providerId: id } = reply
    this.#logger.info('reply.received', { from: maskNumber(reply.from), conversation, id })
    for (const listener of this.#listeners) listener(reply)
  }

  #failed(error: unknown): void {
    this.#failures += 1
    const problem = error instanceof GatewayError ? error : null
    this.#retryAfter = problem?.retryAfterMs ?? 0
    this.#logger.warn('replies.not-fetched', { failures: this.#failures, error: String(error) })
    // One lost request among many is nothing to bother people with.
    if (this.#failures < 2 && problem?.kind !== 'credentials') return
    const [notStored, lookAt] = words.health.repliesNotStored
    const { message, remedy } = problem ? textingPlainly(problem.said) : { message: notStored, remedy: lookAt }
    this.#health.set('trouble', message, remedy)
  }
}
