/** The app around the engine and the window: what there is, and who hears of what. */
import os from 'node:os'
import path from 'node:path'
import { app, Menu, nativeTheme, powerMonitor, safeStorage } from 'electron'
import type { BrowserWindow, ContextMenuParams } from 'electron'
import { systemClock } from '../../telephony/clock.ts'
import { eventChannel } from '../contract/channels.ts'
import type { CommandName, CommandOutput } from '../contract/commands.ts'
import type { EngineSecrets, Speech } from '../contract/engine-port.ts'
import type { Events } from '../contract/events.ts'
import { ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import type { Preferences } from '../contract/preferences.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import type { AppInfo, Health } from '../contract/view-models.ts'
import { appInfo } from './app-info.ts'
import { AppLock } from './app-lock.ts'
import { appMenu } from './app-menu.ts'
import { autoStartHere } from './auto-start-here.ts'
import { contextMenu } from './context-menu.ts'
import { coverWindow } from './covered-window.ts'
import { setBadge, toastShelf, trayIcon } from './desktop.ts'
import { dialledNumber } from './dial-links.ts'
import type { EarlyStart } from './early-start.ts'
import type { FirstScreen } from './first-screen.ts'
import { EngineHost } from './engine-host.ts'
import { GrowingFiles } from './growing-file.ts'
import { route } from './ipc-router.ts'
import { hearScreenLock } from './linux-screen-lock.ts'
import { lockPath } from './lock-place.ts'
import { watchForAbsence } from './lock-watch.ts'
import type { AppLog } from './log.ts'
import { readLogTail } from './log-tail.ts'
import { mainHandlers } from './main-handlers.ts'
import { Notifier } from './notifications.ts'
import { PcControls } from './pc-controls.ts'
import { languageInForce, PreferencesFile } from './preferences.ts'
import { keepPrivate } from './private-folder.ts'
import type { Profile } from './profile.ts'
import { mayQuit } from './quit-warning.ts'
import { keepSecrets, noteSecretPlaces, SecretsFile, systemKeychain } from './secrets.ts'
import { senderOf } from './sender.ts'
import { supportDetails } from './support-details.ts'
import { TrayPresence } from './tray.ts'
import { windowFiles } from './window-files.ts'
import { bringForward } from './window.ts'

export interface DesktopOptions {
  profile: Profile
  icon: string
  logFolder: string
  logger: AppLog
  /** Engine and window, which are on their way already. */
  early: EarlyStart
  firstScreen: FirstScreen
}

/** The tray can wait for the list: whoever has just started Ringback looks at the window, ms. */
const trayAfter = 400
/** After something happened the list for the next start is kept so much later, ms. */
const keepAfter = 20_000

/** So long whoever quits waits for the engine to tell what would stay unsent, ms. */
const quitPatience = 2000

export class DesktopApp {
  readonly #profile: Profile
  readonly #icon: string
  readonly #logFolder: string
  readonly #logger: AppLog
  readonly #preferences: PreferencesFile
  readonly #early: EarlyStart
  readonly #firstScreen: FirstScreen
  readonly #engine: EngineHost
  readonly #notifier: Notifier
  readonly #pc: PcControls
  readonly #lock: AppLock
  #keyPressed: () => void = () => {}
  /** What was asked for while the window was locked: it follows once it is open. */
  readonly #afterUnlock: (() => void)[] = []
  #secrets: SecretsFile | null = null
  #tray: TrayPresence | null = null
  #needsReply = 0
  #health: Health | null = null
  #window: BrowserWindow | null = null
  #reading: readonly string[] = []
  #quitting = false
  #keeping: ReturnType<typeof setTimeout> | null = null
  /** Of a link that is still to be opened. */
  #linked: string | null = null
  /** What the tray asked for while the engine was away. */
  #wish: { command: 'automation:pause' | 'automation:resume'; input: unknown } | null = null

  /** Takes over what was begun early: to be made once, when Electron is ready. */
  constructor({ profile, icon, logFolder, logger, early, firstScreen }: DesktopOptions) {
    this.#profile = profile
    this.#icon = icon
    this.#logFolder = logFolder
    this.#logger = logger
    this.#early = early
    this.#firstScreen = firstScreen
    process.on('uncaughtException', (error) => logger.error('app.uncaught', { error: error.stack ?? String(error) }))
    process.on('unhandledRejection', (reason) => logger.error('app.unhandled', { error: String(reason) }))
    this.#preferences = new PreferencesFile(path.join(profile.home, 'preferences.json'), logger)
    this.#pc = new PcControls({
      file: path.join(profile.home, 'notifications.json'),
      autoStart: autoStartHere(icon),
      links: app,
      logger,
    })
    this.#lock = new AppLock({
      file: lockPath(profile.folder),
      clock: systemClock,
      logger,
      changed: () => this.#lockChanged(),
    })
    this.#engine = new EngineHost({
      fork: () => early.fork(),
      start: { profileFolder: profile.folder, demo: profile.kind === 'demo' },
      secrets: () => this.#known(),
      speech: () => this.#speech(),
      clock: systemClock,
      logger,
      emit: (name, payload) => this.#hear(name, payload),
    })
    this.#notifier = new Notifier({
      shelf: toastShelf(icon, logger),
      clock: systemClock,
      logger,
      choices: () => this.#pc.toasts(),
      isRead: (conversationId) => this.#window?.isFocused() === true && this.#reading.includes(conversationId),
      isLocked: () => this.#lock.isLocked,
      open: (conversationId) => this.open(conversationId),
      callBack: (conversationId) => this.open(conversationId, 'call-back'),
      answer: (conversationId, body) => void this.#answerInToast(conversationId, body),
    })
    early.hidePictures(() => this.#lock.isLocked)
    this.#usePreferences()
    keepPrivate(profile.folder, logger)
    this.#listenToWindow()
    this.#window = this.#adopt(early.window)
    this.#engine.start()
    setTimeout(() => this.#showTray(), trayAfter)
    this.#keyPressed = watchForAbsence({
      presence: powerMonitor,
      clock: systemClock,
      limit: () => this.#lock.idleLimit(),
      lock: (why) => this.#lock.lock(why),
      ...(process.platform === 'linux' ? { hearScreen: (locked) => void hearScreenLock(locked, logger) } : {}),
    })
    app.on('before-quit', (event) => this.#beforeQuit(event))
  }

  #showTray(): void {
    this.#tray = new TrayPresence(trayIcon(this.#icon), this.#title(), {
      open: () => this.open(null),
      pause: (minutes) => void this.#steer('automation:pause', { minutes }),
      resume: () => void this.#steer('automation:resume'),
      lock: () => this.#lock.lock('tray'),
      quit: () => void this.#quitIfWanted(),
    })
    this.#tray.setLock(this.#lock.state())
    this.#tray.setEngine(this.#engine.state())
    this.#tray.setNeedsReply(this.#needsReply)
    if (this.#health) this.#tray.setHealth(this.#health)
    const { version, profile, secrets, runtime } = this.#describe()
    this.#logger.info('app.started', { version, profile, secrets, ...runtime })
  }

  /** Brings the window forward, with a conversation in it when one is given. */
  open(conversationId: string | null, next?: Events['conversation:open']['next']): void {
    this.#window ??= this.#adopt(this.#early.newWindow())
    bringForward(this.#window)
    if (conversationId === null) return
    if (this.#lock.isLocked) {
      // Nobody shall be rung up by a click of a quarter of an hour ago.
      const still = next === 'call-back' ? undefined : next
      this.#afterUnlock.push(() => this.open(conversationId, still))
      return
    }
    this.#tell('conversation:open', { conversationId, ...(next ? { next } : {}) })
  }

  /** Another program's `tel:` or `sms:` link: opens the conversation with its number, for writing. Sends nothing. */
  openLink(link: string): void {
    this.open(null)
    const number = dialledNumber(link)
    this.#logger.info('link.opened', { understood: number !== null })
    if (number === null) {
      const [message, remedy] = words.pc.links.noNumber
      return this.#notifier.refused({ code: 'bad-input', message, remedy }, null)
    }
    this.#linked = number
    this.#openLinked()
  }

  /** The engine, and the window that shall hear of it, may have to start first. */
  #openLinked(): void {
    const number = this.#linked
    if (this.#lock.isLocked) return
    if (number === null || this.#engine.state().state !== 'running' || this.#window?.webContents.isLoading() !== false)
      return
    this.#linked = null
    void this.#ask('numbers:open', { number }).then((result) => {
      if (result.ok) this.open((result.value as CommandOutput<'numbers:open'>).conversationId, 'write')
      else this.#notifier.refused(result.failure, null)
    })
  }

  /** Quits, unless texts wait and whoever is asked says no. */
  async #quitIfWanted(): Promise<void> {
    const asked = this.#engine.request('texts:waiting', undefined)
    // Who quits because the engine is stuck must not wait for it.
    const late = new Promise<null>((resolve) => void systemClock.after(quitPatience, () => resolve(null)))
    const waiting = await Promise.race([asked, late])
    // The engine's answer to this very command.
    const known = waiting?.ok ? (waiting.value as CommandOutput<'texts:waiting'>) : null
    if (await mayQuit(known, this.#window)) app.quit()
  }

  #title(): string {
    return this.#profile.kind === 'demo' ? `Ringback – ${words.desktop.demo}` : 'Ringback'
  }

  #adopt(window: BrowserWindow): BrowserWindow {
    window.webContents.on('before-input-event', () => this.#keyPressed())
    window.webContents.on('context-menu', (_event, at) => this.#pointed(window, at))
    window.on('close', (event) => {
      if (this.#quitting) return
      event.preventDefault()
      window.hide()
      this.#notifier.windowClosed()
    })
    window.on('closed', () => {
      this.#window = null
    })
    // A page that is loaded anew has not heard how the engine is.
    window.webContents.on('did-finish-load', () => {
      this.#tell('engine:state', this.#engine.state())
      setBadge(this.#needsReply, window)
      this.#openLinked()
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.#logger.error('window.gone', { reason })
      if (reason !== 'clean-exit' && !window.isDestroyed()) window.reload()
    })
    return window
  }

  #pointed(window: BrowserWindow, at: ContextMenuParams): void {
    const { webContents } = window
    const items = contextMenu(at, {
      replace: (word) => webContents.replaceMisspelling(word),
      add: (word) => void webContents.session.addWordToSpellCheckerDictionary(word),
    })
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  }

  #describe(): AppInfo {
    return appInfo({
      version: app.getVersion(),
      profile: this.#profile,
      logFolder: this.#logFolder,
      secrets: this.#secretsFile().kept(),
      lock: this.#lock.state(),
      preferences: this.#preferences.now(),
      ...this.#speech(),
    })
  }

  async #supportDetails(): Promise<string> {
    const health = await this.#engine.request('health:get', undefined)
    const { pbxPassword, gatewayToken } = this.#known()
    return supportDetails({
      now: systemClock.now(),
      info: this.#describe(),
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      engine: this.#engine.state(),
      deaths: this.#engine.deaths(),
      // The engine's answer to this very command.
      health: health.ok ? (health.value as Health) : null,
      log: await readLogTail(this.#logFolder),
      secrets: [pbxPassword, gatewayToken].filter((secret) => secret !== null),
      home: os.homedir(),
    })
  }

  #prefer(chosen: Preferences): void {
    const { language } = this.#speech()
    this.#preferences.keep(chosen)
    this.#usePreferences()
    if (this.#speech().language !== language) this.#engine.speak()
    this.#keepSoon()
  }

  #speech(): Speech {
    const language = languageInForce(this.#preferences.now().language, app.getPreferredSystemLanguages())
    return { language, locale: app.getSystemLocale() }
  }

  #usePreferences(): void {
    const { theme } = this.#preferences.now()
    const { language, locale } = this.#speech()
    setLanguage(language, locale)
    Menu.setApplicationMenu(appMenu(app.isPackaged, () => void this.#quitIfWanted()))
    this.#early.setTitle(this.#title())
    this.#tray?.retell(this.#title())
    nativeTheme.themeSource = theme === 'pc' ? 'system' : theme
  }

  #listenToWindow(): void {
    const outside = windowFiles(
      () => this.#window,
      () => this.#lock.isLocked,
    )
    const growing = new GrowingFiles(path.join(this.#profile.folder, 'unfinished-files.json'), this.#logger)
    const ask = (command: CommandName, input: unknown) => this.#ask(command, input)
    const handlers = mainHandlers({
      info: () => this.#describe(),
      prefer: (chosen) => this.#prefer(chosen),
      setReading: (conversationIds) => {
        this.#reading = conversationIds
      },
      supportDetails: () => this.#supportDetails(),
      pc: this.#pc,
      exports: { ...outside, ask, files: growing, progress: (calls) => this.#tell('export:progress', { calls }) },
      imports: { ...outside, ask },
      chooseSecrets: (how) => {
        this.#secretsFile().choose(how)
        this.#keepSoon()
      },
      restore: (name) => this.#engine.restore(name),
      backupFolder: path.join(this.#profile.folder, 'backups'),
      settingsFile: { ...outside, ask, files: growing },
      lock: this.#lock,
    })
    this.#early.answerWith((event, name, input) =>
      route(senderOf(event, this.#window), name, input, {
        handlers,
        isLocked: () => this.#lock.isLocked,
        logger: this.#logger,
        engine: (command, checked) => this.#engine.request(command, checked),
        done: (command, checked, value) => {
          keepSecrets(command, checked, this.#secretsFile(), value)
          this.#known()
          if (command === 'phone-system:save' || command === 'texting:save') void this.#noteSecretPlaces()
        },
      }),
    )
  }

  #hear<N extends keyof Events>(name: N, payload: Events[N]): void {
    const event = { name, payload } as { [M in keyof Events]: { name: M; payload: Events[M] } }[keyof Events]
    switch (event.name) {
      case 'badge:changed':
        this.#needsReply = event.payload.needsReply
        this.#tray?.setNeedsReply(this.#needsReply)
        setBadge(this.#needsReply, this.#window)
        break
      case 'health:changed':
        this.#health = event.payload
        this.#tray?.setHealth(event.payload)
        this.#notifier.healthChanged(event.payload)
        break
      case 'reply:received':
        this.#notifier.replyReceived(event.payload)
        break
      case 'call:missed-untexted':
        this.#notifier.callMissed(event.payload)
        break
      case 'engine:state':
        this.#tray?.setEngine(event.payload)
        this.#notifier.engineChanged(event.payload)
        if (event.payload.state === 'running') {
          this.#firstScreen.forget()
          this.#steerAsWished()
          this.#noteLock()
        }
        this.#openLinked()
        break
      case 'conversations:changed':
      case 'settings:changed':
        this.#keepSoon()
        break
      default:
        break
    }
    this.#tell(name, payload)
  }

  #tell<N extends keyof Events>(name: N, payload: Events[N]): void {
    if (this.#lock.isLocked && name !== 'lock:changed') return
    if (this.#window && !this.#window.isDestroyed()) this.#window.webContents.send(eventChannel, name, payload)
  }

  #lockChanged(): void {
    this.#tray?.setLock(this.#lock.state())
    this.#tell('lock:changed', { lock: this.#lock.state() })
    this.#noteLock()
    if (this.#lock.isLocked) {
      this.#firstScreen.forget()
      this.#reading = []
      this.#notifier.locked()
      if (this.#window) coverWindow(this.#window, () => this.#lock.isLocked)
      return
    }
    this.#tell('engine:state', this.#engine.state())
    for (const act of this.#afterUnlock.splice(0)) act()
    this.#openLinked()
  }

  #noteLock(): void {
    const note = this.#lock.note()
    if (note) this.#engine.noteLock(note)
  }

  #keepSoon(): void {
    this.#firstScreen.outdated()
    if (this.#keeping !== null) return
    this.#keeping = setTimeout(() => {
      this.#keeping = null
      void this.#keepFirstScreen()
    }, keepAfter)
  }

  /** Never for long: a PC that is shut down waits for nobody. */
  async #keepFirstScreen(): Promise<void> {
    if (this.#profile.kind === 'demo' || this.#engine.state().state !== 'running') return
    const kept = this.#firstScreen.keep(async (command, input) =>
      command === 'app:info' ? ok(this.#describe()) : this.#engine.request(command, input),
    )
    await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, 1000))])
  }

  /** What was written must not be lost: it stands in the composer when it could not be sent. */
  async #answerInToast(conversationId: string, body: string): Promise<void> {
    const messageId = crypto.randomUUID()
    if (this.#lock.isLocked) {
      // The toast stood there before; nothing goes out of a locked Ringback.
      this.#afterUnlock.push(() => this.#tell('draft:keep', { conversationId, messageId, body }))
      const [message, remedy] = words.lock.locked
      return this.#notifier.refused({ code: 'locked', message, remedy }, conversationId)
    }
    const result = await this.#ask('messages:send', { conversationId, messageId, body })
    if (result.ok) return
    this.#tell('draft:keep', { conversationId, messageId, body })
    this.#notifier.refused(result.failure, conversationId)
  }

  /** Pause and Resume hold even when the engine is away just now: then it hears of them as soon as it is back. */
  async #steer(command: 'automation:pause' | 'automation:resume', input?: unknown): Promise<void> {
    const result = await this.#ask(command, input)
    this.#wish = result.ok ? null : { command, input }
    if (!result.ok) this.#notifier.refused(result.failure, null)
  }

  #steerAsWished(): void {
    const wish = this.#wish
    this.#wish = null
    if (wish) void this.#steer(wish.command, wish.input)
  }

  async #ask(command: CommandName, input?: unknown): Promise<Result<unknown>> {
    const result = await this.#engine.request(command, input)
    if (!result.ok) this.#logger.warn('command.refused', { command, message: result.failure.message })
    return result
  }

  /** All secrets that can be read, which the log then conceals. */
  #known(): EngineSecrets {
    const known = this.#secretsFile().known()
    this.#logger.conceal(Object.values(known).filter((secret: unknown) => typeof secret === 'string'))
    return this.#secretsFile().forEngine()
  }

  /** Where the engine uses them, once a place was saved for which they may be used without being typed in again. */
  async #noteSecretPlaces(): Promise<void> {
    const answer = await this.#ask('settings:get')
    if (answer.ok) noteSecretPlaces(answer.value as CommandOutput<'settings:get'>, this.#secretsFile())
  }

  /** The keychain can be asked only when Electron is ready. */
  #secretsFile(): SecretsFile {
    this.#secrets ??= new SecretsFile({
      folder: this.#profile.folder,
      keychain: systemKeychain(safeStorage),
      logger: this.#logger,
    })
    return this.#secrets
  }

  /** The engine finishes what is on its way before the app is gone. */
  #beforeQuit(event: { preventDefault(): void }): void {
    if (this.#quitting) return
    this.#quitting = true
    event.preventDefault()
    void this.#keepFirstScreen()
      .then(() => this.#engine.stop())
      .finally(() => app.quit())
  }
}
