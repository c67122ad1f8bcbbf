/** Answers that are written in a toast. */
import { words } from '../contract/text/index.ts'
import type { AppLock } from './app-lock.ts'
import type { Ask } from './ask-engine.ts'
import type { MainWindow } from './main-window.ts'
import type { Notifier } from './notifications.ts'
import type { Opening } from './opening.ts'

export interface ToastAnswersOptions {
  lock: AppLock
  ask: Ask
  window: MainWindow
  opening: Opening
  notifier: Notifier
}

export class ToastAnswers {
  readonly #options: ToastAnswersOptions

  constructor(options: ToastAnswersOptions) {
    this.#options = options
  }

  /** What was written must not be lost: it stands in the composer when it could not be sent. */
  async send(conversationId: string, body: string): Promise<void> {
    const { lock, ask, window, opening, notifier } = this.#options
    const messageId = crypto.randomUUID()
    if (lock.isLocked) {
      // The toast stood there before; nothing goes out of a locked Ringback.
      opening.afterUnlock(() => window.tell('draft:keep', { conversationId, messageId, body }))
      const [message, remedy] = words.lock.locked
      return notifier.refused({ code: 'locked', message, remedy }, conversationId)
    }
    const result = await ask('messages:send', { conversationId, messageId, body })
    if (result.ok) return
    window.tell('draft:keep', { conversationId, messageId, body })
    notifier.refused(result.failure, conversationId)
  }
}
