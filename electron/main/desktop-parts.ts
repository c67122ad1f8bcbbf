/** Puts the app around engine and window together: its parts, and which of them know of which. Nothing begins here. */
import path from 'node:path'
import { app } from 'electron'
import { systemClock } from '../../telephony/clock.ts'
import type { Events } from '../contract/events.ts'
import { About } from './about.ts'
import { AppLock } from './app-lock.ts'
import { askEngine } from './ask-engine.ts'
import type { Ask } from './ask-engine.ts'
import { autoStartHere } from './auto-start-here.ts'
import { toastShelf } from './desktop.ts'
import type { EarlyStart } from './early-start.ts'
import { EngineHost } from './engine-host.ts'
import type { FirstScreen } from './first-screen.ts'
import { FirstScreenKeeper } from './first-screen-keeper.ts'
import { lockPath } from './lock-place.ts'
import type { AppLog } from './log.ts'
import { MainWindow } from './main-window.ts'
import { Notifier } from './notifications.ts'
import { Opening } from './opening.ts'
import { PcControls } from './pc-controls.ts'
import { PreferencesInForce } from './preferences-in-force.ts'
import type { Profile } from './profile.ts'
import { Quitting } from './quitting.ts'
import { SecretsInUse } from './secrets-in-use.ts'
import { ToastAnswers } from './toast-answers.ts'
import { TraySteering } from './tray-steering.ts'

export interface DesktopOptions {
  profile: Profile
  icon: string
  logFolder: string
  logger: AppLog
  /** Engine and window, which are on their way already. */
  early: EarlyStart
  firstScreen: FirstScreen
}

/** What the parts tell of: whoever lives with them says what follows. */
export interface DesktopNews {
  /** An event of the engine, or of its process. */
  heard<N extends keyof Events>(name: N, payload: Events[N]): void
  lockChanged(): void
  /** The window's page is there, or there anew, and has not heard anything yet. */
  pageLoaded(): void
  /** What window and tray are called, in the language that holds now. */
  titled(title: string): void
}

export interface DesktopParts {
  preferences: PreferencesInForce
  pc: PcControls
  lock: AppLock
  engine: EngineHost
  ask: Ask
  secrets: SecretsInUse
  about: About
  keeper: FirstScreenKeeper
  window: MainWindow
  quitting: Quitting
  notifier: Notifier
  opening: Opening
  steering: TraySteering
}

/** Parts know each other through closures, so that those which are made later can be named earlier. */
export function desktopParts(options: DesktopOptions, news: DesktopNews): DesktopParts {
  const { profile, icon, logFolder, logger, early, firstScreen } = options
  const preferences = new PreferencesInForce({
    profile,
    logger,
    setTitle: (title) => news.titled(title),
    quit: () => void quitting.quitIfWanted(),
  })
  const pc = new PcControls({
    file: path.join(profile.home, 'notifications.json'),
    autoStart: autoStartHere(icon),
    links: app,
    logger,
  })
  const lock = new AppLock({
    file: lockPath(profile.folder),
    clock: systemClock,
    logger,
    changed: () => news.lockChanged(),
  })
  const engine: EngineHost = new EngineHost({
    fork: () => early.fork(),
    start: { profileFolder: profile.folder, demo: profile.kind === 'demo' },
    secrets: () => secrets.forEngine(),
    speech: () => preferences.speech(),
    clock: systemClock,
    logger,
    emit: (name, payload) => news.heard(name, payload),
  })
  const ask = askEngine(engine, logger)
  const secrets = new SecretsInUse({ folder: profile.folder, logger, ask })
  const about = new About({ profile, logFolder, engine, lock, preferences, secrets })
  const keeper = new FirstScreenKeeper({ profile, firstScreen, engine, about })
  const window: MainWindow = new MainWindow({
    make: () => early.newWindow(),
    logger,
    isLocked: () => lock.isLocked,
    isQuitting: () => quitting.begun,
    hidden: () => notifier.windowClosed(),
    loaded: () => news.pageLoaded(),
  })
  const quitting = new Quitting({ engine, window, keeper })
  const notifier: Notifier = new Notifier({
    shelf: toastShelf(icon, logger),
    clock: systemClock,
    logger,
    choices: () => pc.toasts(),
    isRead: (conversationId) => window.isRead(conversationId),
    isLocked: () => lock.isLocked,
    open: (conversationId) => opening.open(conversationId),
    callBack: (conversationId) => opening.open(conversationId, 'call-back'),
    answer: (conversationId, body) => void answers.send(conversationId, body),
  })
  const opening = new Opening({ window, lock, engine, ask, notifier, logger })
  const answers = new ToastAnswers({ lock, ask, window, opening, notifier })
  const steering = new TraySteering({ ask, notifier })
  return {
    preferences,
    pc,
    lock,
    engine,
    ask,
    secrets,
    about,
    keeper,
    window,
    quitting,
    notifier,
    opening,
    steering,
  }
}
