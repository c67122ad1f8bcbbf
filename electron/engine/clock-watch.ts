/**
 * Whether this PC's clock can be trusted: texts go out by it. It is compared with what the text service says of the
 * time, and watched for being set back. That it moves on by hours at once is what a PC does that slept.
 */
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { words } from '../contract/text/index.ts'
import { PartReporter } from './part-health.ts'
import type { PartHealth } from '../contract/view-models.ts'
import type { HealthListener } from './part-health.ts'

const minute = 60_000
/** Between two looks, ms. */
const lookEvery = 30_000
/** Further off than this from the text service's clock is wrong, ms: answers take seconds, not minutes. */
const mostOff = 2 * minute
/** Set back by less is what keeping time over the network does, ms. */
const leastSetBack = minute
/** How long it is told that the clock was set back, ms. */
const rememberFor = 60 * minute

export class ClockWatch {
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #reporter: PartReporter
  #wake: () => void = () => {}
  #lookedAt: number
  /** How far this PC is ahead of the text service, ms; null while nobody has told. */
  #ahead: number | null = null
  #setBack: { at: number; by: number } | null = null

  constructor({ clock, logger }: { clock: Clock; logger: Logger }) {
    this.#clock = clock
    this.#logger = logger
    this.#lookedAt = clock.now()
    this.#reporter = new PartReporter(clock, 'ok', words.pc.clock.fine, null)
  }

  health(): PartHealth {
    return this.#reporter.health()
  }

  onHealth(listener: HealthListener): () => void {
    return this.#reporter.onHealth(listener)
  }

  start(): void {
    this.#lookedAt = this.#clock.now()
    this.#sleep()
  }

  stop(): void {
    this.#wake()
  }

  /** False while it is known to be wrong. */
  isRight(): boolean {
    return !this.#wrong()
  }

  /** It is `theirs` (epoch ms) by the text service's clock, as its answer just now said; null where it does not say. */
  heard(theirs: number | null): void {
    if (theirs === null) return
    const before = this.#wrong()
    this.#ahead = this.#clock.now() - theirs
    if (this.#wrong() !== before) this.#logger.warn('clock.compared', { aheadSeconds: Math.round(this.#ahead / 1000) })
    this.tell()
  }

  /** Says how it is, in the language that holds now. */
  tell(): void {
    const say = words.pc.clock
    if (this.#wrong()) {
      const minutes = Math.round(Math.abs(this.#ahead ?? 0) / minute)
      const message = (this.#ahead ?? 0) > 0 ? say.fast(minutes) : say.slow(minutes)
      this.#reporter.set('trouble', message, say.remedy)
    } else if (this.#setBack) {
      this.#reporter.set('ok', say.setBack(Math.round(this.#setBack.by / minute)))
    } else this.#reporter.set('ok', this.#ahead === null ? say.fine : say.agrees)
  }

  #wrong(): boolean {
    return this.#ahead !== null && Math.abs(this.#ahead) > mostOff
  }

  #look(): void {
    const now = this.#clock.now()
    const moved = now - this.#lookedAt
    this.#lookedAt = now
    if (moved < -leastSetBack) {
      this.#setBack = { at: now, by: -moved }
      this.#logger.warn('clock.set-back', { seconds: Math.round(-moved / 1000) })
      // Compared before, it no longer tells anything; the next answer does.
      this.#ahead = null
    } else if (moved > lookEvery + mostOff) {
      this.#logger.info('clock.moved-on', { seconds: Math.round(moved / 1000) })
      this.#ahead = null
    }
    if (this.#setBack && now - this.#setBack.at > rememberFor) this.#setBack = null
    this.tell()
  }

  #sleep(): void {
    this.#wake = this.#clock.after(lookEvery, () => {
      this.#look()
      this.#sleep()
    })
  }
}
