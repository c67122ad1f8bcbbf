/** The tray icon: what waits, how Ringback is doing, Pause. Setters feed one render that may run as often as it likes. */
import type { Events } from '../contract/events.ts'
import type { Health } from '../contract/view-models.ts'

export interface TrayItem {
  label: string
  enabled?: boolean
  click?: () => void
}

/** What Electron's tray can do; tests bring their own. */
export interface TrayIcon {
  setToolTip(text: string): void
  setMenu(items: (TrayItem | 'separator')[]): void
  onClick(run: () => void): void
}

export interface TrayActions {
  open(): void
  pause(minutes: number | null): void
  resume(): void
  quit(): void
}

export class TrayPresence {
  readonly #icon: TrayIcon
  readonly #actions: TrayActions
  readonly #name: string
  #needsReply = 0
  #health: Health | null = null
  #engine: Events['engine:state'] = { state: 'starting', message: null }

  /** @param name the window's title, so that the demo's icon can be told from the office's. */
  constructor(icon: TrayIcon, name: string, actions: TrayActions) {
    this.#icon = icon
    this.#name = name
    this.#actions = actions
    icon.onClick(() => actions.open())
    this.#render()
  }

  setNeedsReply(count: number): void {
    this.#needsReply = count
    this.#render()
  }

  setHealth(health: Health): void {
    this.#health = health
    this.#render()
  }

  setEngine(engine: Events['engine:state']): void {
    this.#engine = engine
    this.#render()
  }

  #render(): void {
    const { open, pause, resume, quit } = this.#actions
    const waiting = waitingWords(this.#needsReply)
    const trouble = this.#trouble()
    const paused = this.#health?.paused ?? null
    this.#icon.setToolTip(
      [this.#name, waiting, trouble, paused ? 'Automatic texts are paused' : null].filter(Boolean).join('\n'),
    )
    this.#icon.setMenu([
      { label: `Open ${this.#name}`, click: open },
      { label: waiting, enabled: false },
      { label: trouble ?? (this.#engine.state === 'running' ? 'All well' : 'Starting'), enabled: false },
      'separator',
      ...(paused
        ? [{ label: 'Resume automatic texts', click: resume }]
        : [
            { label: 'Pause automatic texts for 30 minutes', click: () => pause(30) },
            { label: 'Pause for 1 hour', click: () => pause(60) },
            { label: 'Pause until I resume', click: () => pause(null) },
          ]),
      'separator',
      { label: 'Quit (missed calls are no longer texted)', click: quit },
    ])
  }

  #trouble(): string | null {
    // What the parts said last is stale while the engine is away.
    if (this.#engine.state === 'stopped') return this.#engine.message ?? 'Ringback’s engine has stopped.'
    const parts = this.#health ? [this.#health.inbox, this.#health.phoneSystem, this.#health.texting] : []
    return parts.find((part) => part.state === 'trouble')?.message ?? null
  }
}

function waitingWords(count: number): string {
  if (count === 0) return 'Nobody waits for a reply'
  return count === 1 ? '1 conversation needs a reply' : `${count} conversations need a reply`
}
