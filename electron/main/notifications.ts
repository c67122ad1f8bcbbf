/** Toasts: which events deserve one, and what became of it. */
import type { EngineEvents, Events } from '../contract/events.ts'
import type { Failure } from '../contract/result.ts'
import type { ToastChoices } from '../contract/pc-settings.ts'
import { words } from '../contract/text/index.ts'
import type { Health, PartHealth } from '../contract/view-models.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { covered } from './covered-toast.ts'
import { ReplyToasts } from './reply-toasts.ts'
import { howToShow } from './toast-choices.ts'
import type { ShownKind } from './toast-choices.ts'

export interface Toast {
  title: string
  body: string
  /** It takes the place of the toast that stands there. */
  place?: string
  /** It is no longer on the screen, and nobody clicked it. */
  gone?: () => void
  /** Without the system's sound. */
  silent?: boolean
  /** The OS may offer a field to answer right there. */
  reply?: (text: string) => void
  /** Buttons, where the OS has them. */
  actions?: { label: string; run(): void }[]
  click(): void
}

export interface ToastShelf {
  supported(): boolean
  show(toast: Toast): void
  /** Takes away all that stand there: they name who wrote what. */
  clear(): void
}

export interface NotifierOptions {
  shelf: ToastShelf
  clock: Clock
  logger: Logger
  choices(): ToastChoices
  /** The conversation before the receptionist's eyes now; null for none. */
  isRead(conversationId: string): boolean
  /** Toasts tell only that something came. */
  isLocked(): boolean
  open(conversationId: string | null): void
  callBack(conversationId: string): void
  answer(conversationId: string, body: string): void
}

type Watched = 'phoneSystem' | 'texting' | 'engine'
/** Trouble shorter than this mends itself more often than not, ms (design: two minutes; an engine is back in seconds). */
const troubleAfter: Record<Watched, number> = { phoneSystem: 2 * 60_000, texting: 2 * 60_000, engine: 30_000 }

export class Notifier {
  readonly #options: NotifierOptions
  readonly #replies: ReplyToasts
  /** Trouble that is waited for, or was told. */
  readonly #trouble = new Map<Watched, { told: boolean; giveUp: () => void }>()
  #toldOfTray = false

  constructor(options: NotifierOptions) {
    this.#options = options
    const { clock, logger, isRead, open, answer } = options
    this.#replies = new ReplyToasts({
      clock,
      open,
      answer,
      actions: (conversationId) => this.#callBack(conversationId),
      show: (toast) => this.#show('reply', toast),
      wanted: (conversationId) => {
        if (!isRead(conversationId)) return true
        logger.info('toast.left-out', { kind: 'reply', why: 'being read' })
        return false
      },
    })
  }

  replyReceived(reply: EngineEvents['reply:received']): void {
    this.#replies.received(reply)
  }

  callMissed({ conversationId, from, reason }: EngineEvents['call:missed-untexted']): void {
    const { open } = this.#options
    this.#show('missed', {
      title: words.toasts.missed(from),
      body: words.toasts.noText(reason),
      ...(conversationId === null
        ? {}
        : { place: `missed ${conversationId}`, actions: this.#callBack(conversationId) }),
      click: () => open(conversationId),
    })
  }

  /** Once a run: who closes the window shall know that Ringback goes on. */
  windowClosed(): void {
    if (this.#toldOfTray) return
    this.#toldOfTray = true
    this.#show('tray', {
      title: words.toasts.closed,
      body: words.toasts.closedBody,
      click: () => this.#options.open(null),
    })
  }

  healthChanged(health: Health): void {
    this.#watch('phoneSystem', health.phoneSystem)
    this.#watch('texting', health.texting)
  }

  engineChanged({ state, message }: Events['engine:state']): void {
    const states = { starting: 'working', running: 'ok', stopped: 'trouble' } as const
    this.#watch('engine', {
      state: states[state],
      message: message ?? words.toasts.well,
      remedy: null,
    })
  }

  /** The window is locked now. */
  locked(): void {
    this.#options.shelf.clear()
  }

  /** What was asked for in a toast or the tray could not be done. */
  refused({ message, remedy }: Failure, conversationId: string | null): void {
    this.#show('refused', {
      title: message,
      body: remedy ?? '',
      click: () => this.#options.open(conversationId),
    })
  }

  #callBack(conversationId: string): Toast['actions'] & object {
    return [{ label: words.pc.callBack, run: () => this.#options.callBack(conversationId) }]
  }

  #watch(part: Watched, { state, message, remedy }: Omit<PartHealth, 'since'>): void {
    const known = this.#trouble.get(part)
    // "Working" is an attempt to come back, not yet the end of the trouble.
    if (state === 'working') return
    if (state !== 'trouble') {
      known?.giveUp()
      this.#trouble.delete(part)
      if (known?.told && state === 'ok')
        this.#show('mended', { title: words.toasts.mended, body: message, click: () => this.#options.open(null) })
      return
    }
    if (known) return
    const entry = { told: false, giveUp: () => {} }
    entry.giveUp = this.#options.clock.after(troubleAfter[part], () => {
      entry.told = true
      const body = [message, remedy].filter(Boolean).join(' ')
      this.#show('trouble', { title: words.toasts.trouble[part], body, click: () => this.#options.open(null) })
    })
    this.#trouble.set(part, entry)
  }

  #show(kind: ShownKind, toast: Toast): void {
    const { shelf, logger, choices, isLocked } = this.#options
    const { wanted, silent } = howToShow(kind, choices())
    if (!wanted) {
      logger.info('toast.left-out', { kind, why: 'turned off' })
      return
    }
    if (!shelf.supported()) {
      logger.info('toast.left-out', { kind, why: 'not supported here' })
      return
    }
    const heard = silent ? { ...toast, silent } : toast
    shelf.show(isLocked() ? covered(kind, heard) : heard)
    logger.info('toast.shown', { kind })
  }
}
