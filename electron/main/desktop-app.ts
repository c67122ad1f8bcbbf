/** The app around the engine and the window: how it begins, and who hears of what. */
import { app, powerMonitor } from 'electron'
import { systemClock } from '../../telephony/clock.ts'
import type { Events } from '../contract/events.ts'
import type { Health } from '../contract/view-models.ts'
import { trayIcon } from './desktop.ts'
import { desktopParts } from './desktop-parts.ts'
import type { DesktopOptions, DesktopParts } from './desktop-parts.ts'
import { hearScreenLock } from './linux-screen-lock.ts'
import { watchForAbsence } from './lock-watch.ts'
import type { Opening } from './opening.ts'
import { keepPrivate } from './private-folder.ts'
import { TrayPresence } from './tray.ts'
import { answerWindow } from './window-requests.ts'

/** The tray can wait for the list: whoever has just started Ringback looks at the window, ms. */
const trayAfter = 400

export class DesktopApp {
  readonly #options: DesktopOptions
  readonly #parts: DesktopParts
  #tray: TrayPresence | null = null
  #needsReply = 0
  #health: Health | null = null

  /** Takes over what was begun early: to be made once, when Electron is ready. */
  constructor(options: DesktopOptions) {
    const { profile, logger, early } = options
    this.#options = options
    process.on('uncaughtException', (error) => logger.error('app.uncaught', { error: error.stack ?? String(error) }))
    process.on('unhandledRejection', (reason) => logger.error('app.unhandled', { error: String(reason) }))
    this.#parts = desktopParts(options, {
      heard: (name, payload) => this.#hear(name, payload),
      lockChanged: () => this.#lockChanged(),
      pageLoaded: () => this.#pageLoaded(),
      titled: (title) => {
        early.setTitle(title)
        this.#tray?.retell(title)
      },
    })
    const { preferences, lock, window, engine, quitting } = this.#parts
    early.hidePictures(() => lock.isLocked)
    preferences.use()
    keepPrivate(profile.folder, logger)
    answerWindow(options, this.#parts)
    window.adopt(early.window)
    engine.start()
    setTimeout(() => this.#showTray(), trayAfter)
    window.onKey = watchForAbsence({
      presence: powerMonitor,
      clock: systemClock,
      limit: () => lock.idleLimit(),
      lock: (why) => lock.lock(why),
      ...(process.platform === 'linux' ? { hearScreen: (locked) => void hearScreenLock(locked, logger) } : {}),
    })
    app.on('before-quit', (event) => quitting.finishFirst(event))
  }

  /** For what starts or calls the app from outside. */
  get opening(): Opening {
    return this.#parts.opening
  }

  #showTray(): void {
    const { preferences, lock, engine, about, opening, steering, quitting } = this.#parts
    this.#tray = new TrayPresence(trayIcon(this.#options.icon), preferences.title(), {
      open: () => opening.open(null),
      pause: (minutes) => void steering.steer('automation:pause', { minutes }),
      resume: () => void steering.steer('automation:resume'),
      lock: () => lock.lock('tray'),
      quit: () => void quitting.quitIfWanted(),
    })
    this.#tray.setLock(lock.state())
    this.#tray.setEngine(engine.state())
    this.#tray.setNeedsReply(this.#needsReply)
    if (this.#health) this.#tray.setHealth(this.#health)
    const { version, profile, secrets, runtime } = about.info()
    this.#options.logger.info('app.started', { version, profile, secrets, ...runtime })
  }

  #pageLoaded(): void {
    const { window, engine, opening } = this.#parts
    window.tell('engine:state', engine.state())
    window.setBadge(this.#needsReply)
    opening.openLinked()
  }

  #hear<N extends keyof Events>(name: N, payload: Events[N]): void {
    const { window, notifier, steering, opening, keeper } = this.#parts
    const event = { name, payload } as { [M in keyof Events]: { name: M; payload: Events[M] } }[keyof Events]
    switch (event.name) {
      case 'badge:changed':
        this.#needsReply = event.payload.needsReply
        this.#tray?.setNeedsReply(this.#needsReply)
        window.setBadge(this.#needsReply)
        break
      case 'health:changed':
        this.#health = event.payload
        this.#tray?.setHealth(event.payload)
        notifier.healthChanged(event.payload)
        break
      case 'reply:received':
        notifier.replyReceived(event.payload)
        break
      case 'call:missed-untexted':
        notifier.callMissed(event.payload)
        break
      case 'engine:state':
        this.#tray?.setEngine(event.payload)
        notifier.engineChanged(event.payload)
        if (event.payload.state === 'running') {
          this.#options.firstScreen.forget()
          steering.steerAsWished()
          this.#noteLock()
        }
        opening.openLinked()
        break
      case 'conversations:changed':
      case 'settings:changed':
        keeper.keepSoon()
        break
      default:
        break
    }
    window.tell(name, payload)
  }

  #lockChanged(): void {
    const { lock, window, notifier, engine, opening } = this.#parts
    this.#tray?.setLock(lock.state())
    window.tell('lock:changed', { lock: lock.state() })
    this.#noteLock()
    if (lock.isLocked) {
      this.#options.firstScreen.forget()
      notifier.locked()
      window.cover()
      return
    }
    window.tell('engine:state', engine.state())
    opening.unlocked()
  }

  /** The engine's history of the settings tells of it. */
  #noteLock(): void {
    const { lock, engine } = this.#parts
    const note = lock.note()
    if (note) engine.noteLock(note)
  }
}
