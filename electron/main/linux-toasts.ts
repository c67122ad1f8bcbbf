/**
 * Toasts on a Linux desktop, as its notification daemon takes them (freedesktop.org, Desktop Notifications): with
 * buttons, a field to answer in where the daemon has one, and replaced in place. Electron's own have none of these there.
 */
import type { Message } from '@jellybrick/dbus-next'
import { tellOf } from './bus-signals.ts'
import type { Toast } from './notifications.ts'

const daemon = 'org.freedesktop.Notifications'
const object = '/org/freedesktop/Notifications'
const defaultAction = 'default'
const replyAction = 'inline-reply'
/** The daemon decides how long it shows. */
const usualTime = -1
/** Toasts that may still be clicked. */
const mostShown = 50
/** A desktop's list is no longer than that. */
const mostListed = 200
/** Why a toast is gone, as the daemon says it: its time was over. */
const expired = 1

export interface LinuxToastWords {
  open: string
  reply: string
}

type Dbus = typeof import('@jellybrick/dbus-next')

/** What is used of a bus; the package's own type does not tell of its events. */
interface ToastBus {
  call(message: Message): Promise<Message | null>
  on(event: 'message' | 'error', listener: (heard: Message) => void): unknown
}

export class LinuxToasts {
  readonly #dbus: Dbus
  readonly #bus: ToastBus
  readonly #icon: string
  readonly #words: () => LinuxToastWords
  readonly #shown = new Map<number, Toast>()
  /** Off the screen by themselves: some desktops (KDE) keep those in a list, with what they say. */
  readonly #listed = new Set<number>()
  /** One toast after the other: the second must know the first's id to take its place. */
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(dbus: Dbus, bus: ToastBus, icon: string, words: () => LinuxToastWords) {
    this.#dbus = dbus
    this.#bus = bus
    this.#icon = icon
    this.#words = words
    bus.on('message', (message) => this.#hear(message))
  }

  /**
   * Rejects where there is no session bus.
   * @param lost the bus is gone: nothing can be shown over it any more.
   */
  static async connect(icon: string, words: () => LinuxToastWords, lost: () => void): Promise<LinuxToasts> {
    const dbus = await import('@jellybrick/dbus-next')
    const bus = dbus.sessionBus() as unknown as ToastBus
    return new Promise((resolve, reject) => {
      bus.on('error', () => {
        lost()
        reject(new Error('The session bus is not there'))
      })
      LinuxToasts.over(dbus, bus, icon, words).then(resolve, reject)
    })
  }

  /** Over a bus that is there; resolves when it tells of clicks. */
  static async over(dbus: Dbus, bus: ToastBus, icon: string, words: () => LinuxToastWords): Promise<LinuxToasts> {
    const toasts = new LinuxToasts(dbus, bus, icon, words)
    await tellOf(dbus, bus, `type='signal',sender='${daemon}',interface='${daemon}',path='${object}'`)
    return toasts
  }

  /** Rejects where no daemon takes it. */
  show(toast: Toast): Promise<void> {
    const shown = this.#turn.then(() => this.#show(toast))
    this.#turn = shown.catch(() => undefined)
    return shown
  }

  /** Takes away all that are shown; also one that is on its way. */
  clear(): Promise<void> {
    const cleared = this.#turn.then(async () => {
      const ids = [...this.#listed, ...this.#shown.keys()]
      this.#shown.clear()
      this.#listed.clear()
      await Promise.all(ids.map((id) => this.#call('CloseNotification', 'u', [id])))
    })
    this.#turn = cleared.catch(() => undefined)
    return cleared
  }

  async #show(toast: Toast): Promise<void> {
    const { Variant } = this.#dbus
    const [abilities] = (await this.#call('GetCapabilities', '', [])) as [string[]]
    const can = new Set(abilities)
    const { open, reply } = this.#words()
    const actions = can.has('actions') ? [defaultAction, open] : []
    if (can.has('actions') && can.has(replyAction) && toast.reply) actions.push(replyAction, reply)
    if (can.has('actions')) toast.actions?.forEach(({ label }, at) => actions.push(`${at}`, label))
    const hints = {
      'desktop-entry': new Variant('s', 'ringback'),
      category: new Variant('s', 'im.received'),
      urgency: new Variant('y', 1),
      ...(toast.silent ? { 'suppress-sound': new Variant('b', true) } : {}),
      ...(toast.reply ? { 'x-kde-reply-placeholder-text': new Variant('s', reply) } : {}),
    }
    // What people write is words, never markup.
    const body = can.has('body-markup') ? escaped(toast.body) : toast.body
    const before = this.#idAt(toast.place)
    const [id] = (await this.#call('Notify', 'susssasa{sv}i', [
      'Ringback',
      before,
      this.#icon,
      toast.title,
      body,
      actions,
      hints,
      usualTime,
    ])) as [number]
    this.#shown.delete(before)
    const oldest = this.#shown.size >= mostShown ? this.#shown.keys().next().value : undefined
    if (oldest !== undefined) this.#list(oldest)
    this.#listed.delete(id)
    this.#shown.set(id, toast)
  }

  /** The id of the toast that stands at this place; 0 for none. */
  #idAt(place: string | undefined): number {
    if (place === undefined) return 0
    for (const [id, toast] of this.#shown) if (toast.place === place) return id
    return 0
  }

  /** Nobody hears of it any more; it may still be seen. */
  #list(id: number): void {
    this.#shown.delete(id)
    const [oldest] = this.#listed
    if (oldest !== undefined && this.#listed.size >= mostListed) this.#listed.delete(oldest)
    this.#listed.add(id)
  }

  #hear({ interface: face, member, body }: Message): void {
    if (face !== daemon) return
    const [id, what] = body as [number, unknown]
    const toast = this.#shown.get(id)
    if (!toast) return
    if (member === 'NotificationClosed') {
      if (what === expired) this.#list(id)
      else this.#shown.delete(id)
      toast.gone?.()
    } else if (member === 'NotificationReplied' && typeof what === 'string') toast.reply?.(what)
    else if (member === 'ActionInvoked') {
      // Its closing is told next, and is then no news.
      this.#shown.delete(id)
      if (what === defaultAction) toast.click()
      else toast.actions?.[Number(what)]?.run()
    }
  }

  async #call(member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const { Message } = this.#dbus
    const call = new Message({ destination: daemon, path: object, interface: daemon, member, signature, body })
    return (await this.#bus.call(call))?.body ?? []
  }
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
