/** The window's requests about the settings as a whole. */
import type { Clock } from '../../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import type { Secrets } from '../secrets.ts'
import type { Store } from '../store/database.ts'
import { readChanges } from './changes.ts'
import { compareSettings, takeSettings, writeSettingsFile } from './settings-file.ts'

export interface SettingsFileContext {
  store: Store
  clock: Clock
  secrets: Secrets
  reconnect(): Promise<void>
  regate(): Promise<void>
  linesChanged(): Promise<void>
  /** What is watched only has changed: it shows in window and tray. */
  watchOnlyChanged(): Promise<void>
  settingsChanged(): void
}

type Handlers = {
  [N in 'settings:history' | 'settings:text' | 'settings:compare' | 'settings:take']: (
    input: CommandArguments<N>,
    context: SettingsFileContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const settingsFileCommands: Handlers = {
  'settings:history': async ({ before }, { store }) => ok(await readChanges(store.db, before)),

  'settings:text': async (_input, { store }) => ok({ text: await writeSettingsFile(store.db) }),

  'settings:compare': ({ text }, { store }) => compareSettings(store.db, text),

  async 'settings:take'({ text }, context) {
    const { store, clock, secrets } = context
    const compared = await compareSettings(store.db, text)
    if (!compared.ok) return compared
    const { needs, changes } = compared.value
    // Before the new place is there to be tried.
    const { pbxPassword, gatewayToken } = secrets
    if (needs.includes('password')) secrets.pbxPassword = null
    if (needs.includes('token')) secrets.gatewayToken = null
    try {
      const taken = await store.write((work) => takeSettings(work, text, clock.now()))
      if (!taken.ok) return taken
    } catch (error) {
      Object.assign(secrets, { pbxPassword, gatewayToken })
      throw error
    }
    if (changes.some(({ section }) => section === 'phone-system')) await context.reconnect()
    await context.regate()
    await context.linesChanged()
    if (changes.some(({ section }) => section === 'watch-only')) await context.watchOnlyChanged()
    context.settingsChanged()
    return ok({ needs })
  },
}
