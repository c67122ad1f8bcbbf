/** The tray icon: what waits, how Ringback is doing, Pause. Setters feed one render that may run as often as it likes. */
import type { Events } from '../contract/events.ts'
import { partsInTrouble } from '../contract/health-troubles.ts'
import type { LockState } from '../contract/lock.ts'
import { pauseLengths } from '../contract/pause.ts'
import type { PauseLength } from '../contract/pause.ts'
import { words } from '../contract/text/index.ts'
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
  pause(length: PauseLength): void
  resume(): void
  lock(): void
  quit(): void
}

export class TrayPresence {
  readonly #icon: TrayIcon
  readonly #actions: TrayActions
  #name: string
  #needsReply = 0
  #lock: LockState = 'none'
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

  /** Says everything anew: in another language. */
  retell(name: string): void {
    this.#name = name
    this.#render()
  }

  setNeedsReply(count: number): void {
    this.#needsReply = count
    this.#render()
  }

  /** While the window is locked, only numbers are told, and nothing can be changed. */
  setLock(lock: LockState): void {
    this.#lock = lock
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
    if (this.#lock === 'locked') return this.#renderLocked()
    const { open, pause, resume, lock, quit } = this.#actions
    const say = words.desktop
    const waiting = say.waiting(this.#needsReply)
    const trouble = this.#trouble()
    const paused = this.#health?.paused ?? null
    const watched = this.#watched()
    const lines = [this.#name, waiting, trouble, paused ? say.paused : null, watched]
    this.#icon.setToolTip(lines.filter(Boolean).join('\n'))
    this.#icon.setMenu([
      { label: say.open(this.#name), click: open },
      { label: waiting, enabled: false },
      { label: trouble ?? (this.#engine.state === 'running' ? say.well : say.starting), enabled: false },
      ...(watched === null ? [] : [{ label: watched, enabled: false }]),
      'separator',
      ...(paused
        ? [{ label: say.resume, click: resume }]
        : pauseLengths.map((length) => ({ label: say.pauses[`${length}`], click: () => pause(length) }))),
      'separator',
      ...(this.#lock === 'open' ? [{ label: words.lock.tray.lock, click: lock }] : []),
      { label: say.quit, click: quit },
    ])
  }

  #renderLocked(): void {
    const { open, quit } = this.#actions
    const waiting = words.desktop.waiting(this.#needsReply)
    const { locked } = words.lock.tray
    this.#icon.setToolTip([this.#name, waiting, locked].join('\n'))
    this.#icon.setMenu([
      { label: words.desktop.open(this.#name), click: open },
      { label: waiting, enabled: false },
      { label: locked, enabled: false },
      'separator',
      { label: words.desktop.quit, click: quit },
    ])
  }

  #watched(): string | null {
    const watchOnly = this.#health?.watchOnly ?? null
    if (watchOnly === null) return null
    return watchOnly === 'all' ? words.desktop.watchOnly : words.desktop.watchSome
  }

  #trouble(): string | null {
    // What the parts said last is stale while the engine is away.
    if (this.#engine.state === 'stopped') return this.#engine.message ?? words.desktop.engine.hasStopped
    const worst = this.#health && partsInTrouble(this.#health)[0]
    return worst ? (this.#health?.[worst].message ?? null) : null
  }
}
