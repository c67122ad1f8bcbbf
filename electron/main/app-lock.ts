/**
 * The lock of the window: whether it is locked, and who may open it. It keeps other people's eyes off the inbox while
 * the PC stands open; it encrypts nothing. What it asks to be covered is covered elsewhere (covered-window.ts, the
 * router, the notifier).
 */
import type { CommandArguments } from '../contract/commands.ts'
import type { LockNote } from '../contract/engine-port.ts'
import type { LockMinutes, LockState, LockView } from '../contract/lock.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { LockFile } from './lock-file.ts'
import type { StoredLock } from './lock-file.ts'
import { hashPin, isPin } from './pin-hash.ts'
import { leftBeforeWait, waitAfter } from './wrong-tries.ts'

export interface AppLockOptions {
  file: string
  clock: Clock
  logger: Logger
  /** What a try costs (pin-hash.ts), where that is not the usual: tests are in a hurry. */
  cost?: number
  /** It was locked, opened, set, changed or removed. */
  changed(): void
}

/** Until somebody chooses another. */
const usualMinutes: LockMinutes = 10

export class AppLock {
  readonly #options: AppLockOptions
  readonly #file: LockFile
  #stored: StoredLock | 'unreadable' | null
  #locked: boolean
  /** One try after the other: a hundred at once must not all be the first. */
  #turn: Promise<unknown> = Promise.resolve()

  /** A Ringback with a lock begins locked. */
  constructor(options: AppLockOptions) {
    this.#options = options
    this.#file = new LockFile(options.file)
    this.#stored = this.#file.read()
    this.#locked = this.#stored !== null
    if (this.#stored === 'unreadable') options.logger.error('lock.unreadable')
  }

  get isLocked(): boolean {
    return this.#locked
  }

  state(): LockState {
    if (this.#stored === null) return 'none'
    return this.#locked ? 'locked' : 'open'
  }

  view(): LockView {
    return { state: this.state(), minutes: this.#minutes(), waitMs: this.#waitMs(), file: this.#file.path }
  }

  /** For the history of the settings; null where it cannot be known. */
  note(): LockNote | null {
    if (this.#stored === 'unreadable') return null
    return { on: this.#stored !== null, minutes: this.#minutes(), setAt: this.#stored?.setAt ?? 0 }
  }

  /** Seconds without key or mouse after which it locks by itself; null while there is nothing to lock. */
  idleLimit(): number | null {
    return this.state() === 'open' ? this.#minutes() * 60 : null
  }

  /** @param why for the log. */
  lock(why: string): void {
    if (this.state() !== 'open') return
    this.#locked = true
    this.#options.logger.info('lock.locked', { why })
    this.#options.changed()
  }

  async open({ pin }: CommandArguments<'lock:open'>): Promise<Result<LockView>> {
    if (!this.#locked) return ok(this.view())
    const refused = await this.#try(pin)
    if (refused) return refused
    this.#locked = false
    this.#options.logger.info('lock.opened')
    this.#options.changed()
    return ok(this.view())
  }

  async set({ pin, minutes, current }: CommandArguments<'lock:set'>): Promise<Result<LockView>> {
    if (this.#stored !== null) {
      const refused = await this.#try(current ?? '')
      if (refused) return refused
    }
    const { cost, clock } = this.#options
    return this.#keep({ pin: await hashPin(pin, cost), minutes, setAt: clock.now(), wrong: 0, waitUntil: 0 })
  }

  setMinutes({ minutes }: CommandArguments<'lock:minutes'>): Result<LockView> {
    const stored = this.#known()
    return stored ? this.#keep({ ...stored, minutes }) : fail('not-found', words.lock.none)
  }

  async remove({ current }: CommandArguments<'lock:remove'>): Promise<Result<LockView>> {
    if (this.#stored === null) return ok(this.view())
    const refused = await this.#try(current)
    if (refused) return refused
    try {
      this.#file.remove()
    } catch (error) {
      return this.#notStored(error)
    }
    this.#stored = null
    // It may have locked while the PIN was looked at.
    this.#locked = false
    this.#options.logger.info('lock.removed')
    this.#options.changed()
    return ok(this.view())
  }

  #known(): StoredLock | null {
    return this.#stored === 'unreadable' ? null : this.#stored
  }

  #minutes(): LockMinutes {
    return this.#known()?.minutes ?? usualMinutes
  }

  /** A clock that was set back makes the wait begin anew, and end: until its old end it may be years. */
  #waitMs(): number {
    const stored = this.#known()
    if (!stored) return 0
    const left = Math.max(0, stored.waitUntil - this.#options.clock.now())
    const whole = waitAfter(stored.wrong)
    if (left <= whole) return left
    this.#remember({ ...stored, waitUntil: this.#options.clock.now() + whole })
    return whole
  }

  /** Null when it is the PIN. */
  #try(pin: string): Promise<Result<never> | null> {
    const tried = this.#turn.then(() => this.#tryNow(pin))
    this.#turn = tried.catch(() => undefined)
    return tried
  }

  async #tryNow(pin: string): Promise<Result<never> | null> {
    const { clock, logger } = this.#options
    const stored = this.#known()
    if (!stored) return this.#stored === null ? null : fail('not-allowed', words.lock.unreadable)
    const waitMs = this.#waitMs()
    if (waitMs > 0) return fail('not-allowed', words.lock.wait(Math.ceil(waitMs / 1000)))
    // Counted before it is known: whoever ends Ringback in between has tried.
    const wrong = stored.wrong + 1
    this.#remember({ ...stored, wrong, waitUntil: clock.now() + waitAfter(wrong) })
    if (await isPin(pin, stored.pin)) {
      this.#remember({ ...stored, wrong: 0, waitUntil: 0 })
      return null
    }
    logger.warn('lock.wrong-pin', { wrong })
    const wait = this.#waitMs()
    return fail(
      'bad-input',
      wait > 0 ? words.lock.wait(Math.ceil(wait / 1000)) : words.lock.wrong(leftBeforeWait(wrong)),
    )
  }

  /** Where the disk refuses, it holds until Ringback ends. */
  #remember(stored: StoredLock): void {
    this.#stored = stored
    try {
      this.#file.write(stored)
    } catch (error) {
      this.#options.logger.warn('lock.not-written', { error: String(error) })
    }
  }

  #keep(stored: StoredLock): Result<LockView> {
    try {
      this.#file.write(stored)
    } catch (error) {
      return this.#notStored(error)
    }
    this.#stored = stored
    this.#options.logger.info('lock.set', { minutes: stored.minutes })
    this.#options.changed()
    return ok(this.view())
  }

  #notStored(error: unknown): Result<never> {
    this.#options.logger.error('lock.not-stored', { error: String(error) })
    return fail('not-ready', ...words.lock.notStored)
  }
}
