/** The commands that main answers by itself. */
import { mkdir } from 'node:fs/promises'
import { app, shell } from 'electron'
import type { CommandArguments } from '../contract/commands.ts'
import type { PcSettings } from '../contract/pc-settings.ts'
import type { Preferences } from '../contract/preferences.ts'
import type { WithoutKeychain } from '../contract/secrets.ts'
import type { AppInfo } from '../contract/view-models.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { AppLock } from './app-lock.ts'
import { exportHandlers } from './exports.ts'
import type { ExportOptions } from './exports.ts'
import { importHandlers } from './imports.ts'
import type { ImportOptions } from './imports.ts'
import type { MainHandlers } from './ipc-router.ts'
import { lockHandlers } from './lock-handlers.ts'
import { outsideLink } from './links.ts'
import { settingsFileHandlers } from './settings-file.ts'
import type { SettingsFileOptions } from './settings-file.ts'
import type { PcControls } from './pc-controls.ts'
import { argumentsAgain } from './start-arguments.ts'

export function mainHandlers(options: {
  info(): AppInfo
  prefer(preferences: Preferences): void
  setReading(conversationIds: readonly string[]): void
  supportDetails(): Promise<string>
  pc: PcControls
  exports: ExportOptions
  imports: ImportOptions
  chooseSecrets(how: WithoutKeychain): void
  /** Puts a backup in the inbox's place; null: an empty inbox. */
  restore(name: string | null): Promise<Result<{ aside: string | null }>>
  /** Where the copies are. */
  backupFolder: string
  settingsFile: SettingsFileOptions
  lock: AppLock
}): MainHandlers {
  const {
    info,
    prefer,
    setReading,
    supportDetails,
    pc,
    exports,
    imports,
    chooseSecrets,
    restore,
    backupFolder,
    settingsFile,
    lock,
  } = options
  return {
    ...exportHandlers(exports),
    ...importHandlers(imports),
    ...settingsFileHandlers(settingsFile),
    ...lockHandlers(lock),
    'app:info': async () => ok(info()),
    async 'app:prefer'(preferences) {
      prefer(preferences)
      return ok(info())
    },
    'pc:get': async () => ok(pc.settings()),
    'pc:save': async (change) => pc.save(given(change)),
    'app:support-details': async () => ok({ text: await supportDetails() }),
    async 'app:open-demo'() {
      relaunch(argumentsAgain(process.argv.slice(1), { demo: true }))
      return ok(undefined)
    },
    async 'app:leave-demo'() {
      relaunch(argumentsAgain(process.argv.slice(1), { demo: false }))
      return ok(undefined)
    },
    async 'app:open-log-folder'() {
      const { logFolder } = info()
      const problem = await shell.openPath(logFolder)
      return problem === '' ? ok(undefined) : fail('not-ready', words.desktop.logFolder, logFolder)
    },
    async 'secrets:choose'({ how }) {
      chooseSecrets(how)
      return ok(info())
    },
    'backups:restore': ({ name }) => restore(name),
    async 'backups:open-folder'() {
      await mkdir(backupFolder, { recursive: true, mode: 0o700 })
      const problem = await shell.openPath(backupFolder)
      return problem === '' ? ok(undefined) : fail('not-ready', words.data.folderNotOpened, backupFolder)
    },
    async 'app:open-link'({ url }) {
      const link = outsideLink(url)
      if (link === null) return fail('not-allowed', words.desktop.badLink)
      await shell.openExternal(link)
      return ok(undefined)
    },
    async 'app:emoji-panel'() {
      if (app.isEmojiPanelSupported()) app.showEmojiPanel()
      return ok(undefined)
    },
    async 'app:reading'({ conversationIds }) {
      setReading(conversationIds)
      return ok(undefined)
    },
  }
}

/** Without the fields that were left out. */
function given(change: CommandArguments<'pc:save'>): Partial<PcSettings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

/** The other profile has a folder, a lock and an engine of its own: it starts when this run has finished. */
function relaunch(args: string[]): void {
  const appImage = process.env['APPIMAGE']
  // An AppImage runs from a mount that is gone with this run (electron-builder issue 1727).
  if (appImage) app.relaunch({ execPath: appImage, args: ['--appimage-extract-and-run', ...args] })
  else app.relaunch({ args })
  app.quit()
}
