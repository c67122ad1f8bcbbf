/**
 * What takes its time in processes of its own is begun before the rest of main is even read: the engine, and the
 * window with its page. DesktopApp takes both over a moment later.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app, ipcMain, nativeTheme, session, utilityProcess } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent, UtilityProcess } from 'electron'
import type { Logger } from '../../telephony/logger.ts'
import { requestChannel } from '../contract/channels.ts'
import type { Result } from '../contract/result.ts'
import { serveApp } from './app-protocol.ts'
import type { FirstScreen } from './first-screen.ts'
import type { Profile } from './profile.ts'
import { beginsLocked } from './lock-place.ts'
import { forbidEverythingElse } from './security.ts'
import { mayAsk, senderOf } from './sender.ts'
import { checkSpellingHere, dictionaryFolder } from './spelling.ts'
import { createWindow } from './window.ts'
import type { WindowOptions } from './window.ts'

const here = import.meta.dirname
const files = {
  renderer: path.join(here, '../renderer'),
  preload: path.join(here, '../preload/index.cjs'),
  engine: path.join(here, 'engine.js'),
}

/** Everything else begins after so long whatever the page does, ms. */
const longestAlone = 1000

export type Answer = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<Result<unknown>>

export interface EarlyStart {
  window: BrowserWindow
  /** When there is time for everything else: at once, or when the page has drawn a kept first screen. */
  pageShown: Promise<void>
  /** The engine's process; later ones are forked by the same function. */
  fork(): UtilityProcess
  /** Another window like the first one, when that is gone. */
  newWindow(): BrowserWindow
  /** Callers' pictures are shown unless this says that the window is locked. */
  hidePictures(isLocked: () => boolean): void
  /** What all windows are called from now on. */
  setTitle(title: string): void
  /** Who answers the window's requests; those that came before wait for it. */
  answerWith(answer: Answer): void
}

/** To be called once, when Electron is ready. `hidden`: started at login, shows only in the tray. */
export function startEarly(options: {
  profile: Profile
  icon: string
  hidden: boolean
  /** Where there is something to show before the engine runs, engine and main wait for the page. */
  firstScreen: FirstScreen
  logger: Logger
}): EarlyStart {
  const { profile, icon, hidden, firstScreen, logger } = options
  forbidEverythingElse(logger)
  let isLocked = () => beginsLocked(profile.folder)
  serveApp(files.renderer, path.join(profile.folder, 'pictures'), () => isLocked())
  let answerWith: (answer: Answer) => void = () => {}
  const answering = new Promise<Answer>((resolve) => (answerWith = resolve))
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown) => {
    const kept = mayAsk(senderOf(event, window)) ? firstScreen.answer(String(name), input) : null
    return kept ?? (await answering)(event, name, input)
  })
  nativeTheme.themeSource = chosenTheme(profile)

  let title = app.getName()
  const windowOptions: WindowOptions = {
    title: () => title,
    preload: files.preload,
    folder: profile.folder,
    icon,
    devtools: !app.isPackaged,
    spellcheck: checkSpellingHere(session.defaultSession, dictionaryFolder(profile.folder), process.platform),
  }
  const fork = () => utilityProcess.fork(files.engine, [], { serviceName: 'Ringback engine' })
  const window = createWindow(windowOptions)
  if (!hidden) window.once('ready-to-show', () => window.show())
  let first: UtilityProcess | null = firstScreen.isThere ? null : fork()
  first?.once('exit', () => (first = null))
  return {
    window,
    pageShown: firstScreen.isThere ? shown(window) : Promise.resolve(),
    fork() {
      const forked = first ?? fork()
      first = null
      return forked
    },
    newWindow: () => createWindow(windowOptions),
    hidePictures(known) {
      isLocked = known
    },
    setTitle(wanted) {
      title = wanted
    },
    answerWith,
  }
}

/** What is read and started then takes 30 ms of the first frame where a PC has two cores. */
function shown(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('ready-to-show', () => resolve())
    setTimeout(resolve, longestAlone)
  })
}

/** What preferences.ts will read and check: the window's ground must have its colour at once. */
function chosenTheme({ home }: Profile): 'system' | 'light' | 'dark' {
  try {
    const { theme } = JSON.parse(readFileSync(path.join(home, 'preferences.json'), 'utf8')) as { theme?: unknown }
    return theme === 'light' || theme === 'dark' ? theme : 'system'
  } catch {
    return 'system'
  }
}
