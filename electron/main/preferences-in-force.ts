/** What this PC's user prefers, and everything of the app that follows it: language, menu, titles, theme. */
import path from 'node:path'
import { app, Menu, nativeTheme } from 'electron'
import type { Logger } from '../../telephony/logger.ts'
import type { Speech } from '../contract/engine-port.ts'
import type { Preferences } from '../contract/preferences.ts'
import { setLanguage, words } from '../contract/text/index.ts'
import { appMenu } from './app-menu.ts'
import { languageInForce, PreferencesFile } from './preferences.ts'
import type { Profile } from './profile.ts'

export interface PreferencesInForceOptions {
  profile: Profile
  logger: Logger
  /** What window and tray are called, in the language that holds now. */
  setTitle(title: string): void
  /** Somebody chose so in the menu. */
  quit(): void
}

export class PreferencesInForce {
  readonly #options: PreferencesInForceOptions
  readonly #file: PreferencesFile

  constructor(options: PreferencesInForceOptions) {
    this.#options = options
    this.#file = new PreferencesFile(path.join(options.profile.home, 'preferences.json'), options.logger)
  }

  now(): Preferences {
    return this.#file.now()
  }

  speech(): Speech {
    const language = languageInForce(this.now().language, app.getPreferredSystemLanguages())
    return { language, locale: app.getSystemLocale() }
  }

  title(): string {
    return this.#options.profile.kind === 'demo' ? `Ringback – ${words.desktop.demo}` : 'Ringback'
  }

  /** True when another language holds from now on. */
  choose(chosen: Preferences): boolean {
    const { language } = this.speech()
    this.#file.keep(chosen)
    this.use()
    return this.speech().language !== language
  }

  /** Makes the app follow them. */
  use(): void {
    const { setTitle, quit } = this.#options
    const { theme } = this.now()
    const { language, locale } = this.speech()
    setLanguage(language, locale)
    Menu.setApplicationMenu(appMenu(app.isPackaged, quit))
    setTitle(this.title())
    nativeTheme.themeSource = theme === 'pc' ? 'system' : theme
  }
}
