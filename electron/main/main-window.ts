/** The one window: what becomes of it when it is closed, gone or locked, and what it gets to hear. */
import { Menu } from 'electron'
import type { BrowserWindow, ContextMenuParams } from 'electron'
import type { Logger } from '../../telephony/logger.ts'
import { eventChannel } from '../contract/channels.ts'
import type { Events } from '../contract/events.ts'
import { contextMenu } from './context-menu.ts'
import { coverWindow } from './covered-window.ts'
import { setBadge } from './desktop.ts'
import { bringForward } from './window.ts'

export interface MainWindowOptions {
  /** Another window like the first one, when that is gone. */
  make(): BrowserWindow
  logger: Logger
  isLocked(): boolean
  isQuitting(): boolean
  /** Somebody closed it: it is hidden, and Ringback stays in the tray. */
  hidden(): void
  /** A page that is loaded anew has not heard anything yet. */
  loaded(): void
}

export class MainWindow {
  readonly #options: MainWindowOptions
  #window: BrowserWindow | null = null
  #reading: readonly string[] = []
  /** Called with each key that the window gets. */
  onKey: () => void = () => {}

  constructor(options: MainWindowOptions) {
    this.#options = options
  }

  /** Null while there is none. */
  get current(): BrowserWindow | null {
    return this.#window
  }

  get isLoading(): boolean {
    return this.#window?.webContents.isLoading() !== false
  }

  bringForward(): void {
    bringForward(this.#window ?? this.adopt(this.#options.make()))
  }

  /** The conversations before the receptionist's eyes from now on. */
  setReading(conversationIds: readonly string[]): void {
    this.#reading = conversationIds
  }

  isRead(conversationId: string): boolean {
    return this.#window?.isFocused() === true && this.#reading.includes(conversationId)
  }

  setBadge(needsReply: number): void {
    setBadge(needsReply, this.#window)
  }

  /** A locked window hears only of its lock. */
  tell<N extends keyof Events>(name: N, payload: Events[N]): void {
    if (this.#options.isLocked() && name !== 'lock:changed') return
    if (this.#window && !this.#window.isDestroyed()) this.#window.webContents.send(eventChannel, name, payload)
  }

  /** It is locked now. */
  cover(): void {
    this.#reading = []
    if (this.#window) coverWindow(this.#window, this.#options.isLocked)
  }

  /** Makes `window` the one. */
  adopt(window: BrowserWindow): BrowserWindow {
    const { logger, isQuitting, hidden, loaded } = this.#options
    this.#window = window
    window.webContents.on('before-input-event', () => this.onKey())
    window.webContents.on('context-menu', (_event, at) => popUp(window, at))
    window.on('close', (event) => {
      if (isQuitting()) return
      event.preventDefault()
      window.hide()
      hidden()
    })
    window.on('closed', () => {
      this.#window = null
    })
    window.webContents.on('did-finish-load', loaded)
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      logger.error('window.gone', { reason })
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
    })
    return window
  }
}

function popUp(window: BrowserWindow, at: ContextMenuParams): void {
  const { webContents } = window
  const items = contextMenu(at, {
    replace: (word) => webContents.replaceMisspelling(word),
    add: (word) => void webContents.session.addWordToSpellCheckerDictionary(word),
  })
  if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
}
