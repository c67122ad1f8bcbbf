/**
 * The desktop's tray, as far as a test needs one: it takes tray icons in, and reads an icon's tooltip and menu. Needs a
 * session bus of its own (`OwnDesktop`), as `SessionBus` does.
 */
import { Message, sessionBus, Variant } from '@jellybrick/dbus-next'
import type { MessageBus } from '@jellybrick/dbus-next'

const watcher = 'org.kde.StatusNotifierWatcher'
const item = 'org.kde.StatusNotifierItem'
const menu = 'com.canonical.dbusmenu'
const properties = 'org.freedesktop.DBus.Properties'
/** Depth of the menu to read: all of it. */
const wholeMenu = -1

/** An entry of a menu as `GetLayout` tells it: id, properties, entries below. */
type Layout = [id: number, facts: Record<string, Variant>, below: Variant<Layout>[]]

export class TrayHost {
  readonly #bus: MessageBus
  readonly #icons: { owner: string; path: string }[] = []

  private constructor(bus: MessageBus) {
    this.#bus = bus
    bus.addMethodHandler((message) => this.#answer(message))
  }

  /** To be opened before the app, which looks for a tray when it starts. */
  static async open(): Promise<TrayHost> {
    const bus = sessionBus()
    const host = new TrayHost(bus)
    await bus.requestName(watcher, 0)
    return host
  }

  /** How many icons have come. */
  count(): number {
    return this.#icons.length
  }

  /** The tooltip of the icon that came last: its lines. */
  async toolTip(): Promise<string[]> {
    const [, , title, text] = (await this.#property('ToolTip')) as [string, unknown, string, string]
    return [title, text].join('\n').split('\n').filter(Boolean)
  }

  /** The labels of its menu, from top to bottom. */
  async menu(): Promise<string[]> {
    return (await this.#entries()).map(({ label }) => label)
  }

  /** Chooses the first entry of the menu whose label holds `label`. */
  async choose(label: string): Promise<void> {
    const entries = await this.#entries()
    const found = entries.find((entry) => entry.label.includes(label))
    if (!found) throw new Error(`The tray's menu has no "${label}": ${entries.map((entry) => entry.label).join(', ')}`)
    const body = [found.id, 'clicked', new Variant('i', 0), 0]
    await this.#call(await this.#menuPath(), menu, 'Event', 'isvu', body)
  }

  close(): void {
    this.#bus.disconnect()
  }

  #answer(message: Message): boolean {
    if (message.interface === properties && message.member === 'Get') {
      // Whether a host is registered, and nothing else, is asked of a watcher.
      this.#bus.send(Message.newMethodReturn(message, 'v', [new Variant('b', true)]))
      return true
    }
    if (message.interface !== watcher || message.member !== 'RegisterStatusNotifierItem') return false
    // An icon names its object's path, or the name on the bus that it has for itself.
    const [service] = message.body as [string]
    const named = !service.startsWith('/')
    this.#icons.push({
      owner: named ? service : (message.sender ?? ''),
      path: named ? '/StatusNotifierItem' : service,
    })
    this.#bus.send(Message.newMethodReturn(message, '', []))
    return true
  }

  async #entries(): Promise<{ id: number; label: string }[]> {
    const [, [, , entries]] = (await this.#call(await this.#menuPath(), menu, 'GetLayout', 'iias', [
      0,
      wholeMenu,
      [],
    ])) as [number, Layout]
    return entries
      .map(({ value: [id, facts] }) => ({ id, label: (facts['label'] as Variant<string> | undefined)?.value ?? '' }))
      .filter(({ label }) => label !== '')
  }

  async #menuPath(): Promise<string> {
    return (await this.#property('Menu')) as string
  }

  async #property(name: string): Promise<unknown> {
    const [{ value }] = (await this.#call(this.#last().path, properties, 'Get', 'ss', [item, name])) as [Variant]
    return value
  }

  async #call(path: string, face: string, member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const call = new Message({ destination: this.#last().owner, path, interface: face, member, signature, body })
    return (await this.#bus.call(call))?.body ?? []
  }

  #last(): { owner: string; path: string } {
    const last = this.#icons.at(-1)
    if (!last) throw new Error('No tray icon has come')
    return last
  }
}
