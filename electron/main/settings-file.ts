/** The settings' file: where it is written or read is asked with the system's own dialog. */
import { readFile, stat } from 'node:fs/promises'
import type { CommandName, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { largestSettingsFile } from '../contract/settings-file.ts'
import { words } from '../contract/text/index.ts'
import { exportFile, writing } from './export-file.ts'
import type { GrowingFiles } from './growing-file.ts'
import type { MainHandlers } from './ipc-router.ts'

export interface SettingsFileOptions {
  /** The path that the user chose; null when they thought better of it. */
  chooseFile(suggestion: { name: string; kind: 'json' }): Promise<string | null>
  pickFile(kind?: 'json'): Promise<string | null>
  ask(command: CommandName, input: unknown): Promise<Result<unknown>>
  files: GrowingFiles
  today(): string
}

export function settingsFileHandlers({
  chooseFile,
  pickFile,
  ask,
  files,
  today,
}: SettingsFileOptions): Pick<MainHandlers, 'export:settings' | 'import:settings'> {
  return {
    async 'export:settings'() {
      const answer = await ask('settings:text', undefined)
      if (!answer.ok) return answer
      const file = await chooseFile({ name: words.desktop.files.settings(today()), kind: 'json' })
      if (file === null) return ok({ file })
      return writing(() => exportFile(files, file, (answer.value as CommandOutput<'settings:text'>).text))
    },

    async 'import:settings'() {
      const file = await pickFile('json')
      if (file === null) return ok({ text: null })
      try {
        const { size } = await stat(file)
        if (size > largestSettingsFile) return fail('bad-input', ...words.pc.file.none)
        return ok({ text: await readFile(file, 'utf8') })
      } catch {
        return fail('not-allowed', ...words.pc.file.unreadable)
      }
    },
  }
}
