/** What the window can ask about the settings as a whole: who changed what, and a file of them. */
import { z } from 'zod'
import { engine, main } from './command.ts'
import { largestSettingsFile } from './settings-file.ts'
import type { SettingChange, SettingsComparison } from './settings-file.ts'

const text = z.string().max(largestSettingsFile)

export const settingsFileCommands = {
  /** Newest first; `before`: those older than the change with this id. */
  'settings:history': engine<{ changes: SettingChange[]; more: boolean }>()(z.object({ before: z.int().nullable() })),
  /** All settings as a text, without secrets. */
  'settings:text': engine<{ text: string }>()(z.undefined()),
  /** What such a text would change here. */
  'settings:compare': engine<SettingsComparison>()(z.object({ text })),
  /** Takes them all over. */
  'settings:take': engine<Pick<SettingsComparison, 'needs'>>()(z.object({ text })),
  /** Null where the user thought better of it. */
  'export:settings': main<{ file: string | null }>()(z.undefined()),
  'import:settings': main<{ text: string | null }>()(z.undefined()),
}
