/** What is opened from outside the window, by tray, toast or link; it may have to wait for lock, engine or page. */
import type { Logger } from '../../telephony/logger.ts'
import type { CommandOutput } from '../contract/commands.ts'
import type { Events } from '../contract/events.ts'
import { words } from '../contract/text/index.ts'
import type { AppLock } from './app-lock.ts'
import type { Ask } from './ask-engine.ts'
import { dialledNumber } from './dial-links.ts'
import type { EngineHost } from './engine-host.ts'
import type { MainWindow } from './main-window.ts'
import type { Notifier } from './notifications.ts'

export interface OpeningOptions {
  window: MainWindow
  lock: AppLock
  engine: EngineHost
  ask: Ask
  notifier: Notifier
  logger: Logger
}

export class Opening {
  readonly #options: OpeningOptions
  /** What was asked for while the window was locked: it follows once it is open. */
  readonly #afterUnlock: (() => void)[] = []
  /** Of a link that is still to be opened. */
  #linked: string | null = null

  constructor(options: OpeningOptions) {
    this.#options = options
  }

  /** Brings the window forward, with a conversation in it when one is given. */
  open(conversationId: string | null, next?: Events['conversation:open']['next']): void {
    const { window, lock } = this.#options
    window.bringForward()
    if (conversationId === null) return
    if (lock.isLocked) {
      // Nobody shall be rung up by a click of a quarter of an hour ago.
      const still = next === 'call-back' ? undefined : next
      this.afterUnlock(() => this.open(conversationId, still))
      return
    }
    window.tell('conversation:open', { conversationId, ...(next ? { next } : {}) })
  }

  /** Another program's `tel:` or `sms:` link: opens the conversation with its number, for writing. Sends nothing. */
  openLink(link: string): void {
    const { logger, notifier } = this.#options
    this.open(null)
    const number = dialledNumber(link)
    logger.info('link.opened', { understood: number !== null })
    if (number === null) {
      const [message, remedy] = words.pc.links.noNumber
      return notifier.refused({ code: 'bad-input', message, remedy }, null)
    }
    this.#linked = number
    this.openLinked()
  }

  /** Opens what a link named: the engine, and the window that shall hear of it, may have to start first. */
  openLinked(): void {
    const { window, lock, engine, ask, notifier } = this.#options
    const number = this.#linked
    if (lock.isLocked) return
    if (number === null || engine.state().state !== 'running' || window.isLoading) return
    this.#linked = null
    void ask('numbers:open', { number }).then((result) => {
      if (result.ok) this.open((result.value as CommandOutput<'numbers:open'>).conversationId, 'write')
      else notifier.refused(result.failure, null)
    })
  }

  afterUnlock(act: () => void): void {
    this.#afterUnlock.push(act)
  }

  /** Nothing is locked any more: does what waited for it. */
  unlocked(): void {
    for (const act of this.#afterUnlock.splice(0)) act()
    this.openLinked()
  }
}
