/** Files that the user asks for: where to is asked with the system's own dialog, and only there something is written. */
import type { CommandArguments, CommandName, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { GrowingFiles } from './growing-file.ts'
import { exportFile, writing } from './export-file.ts'
import { exportEverything } from './everything.ts'
import type { MainHandlers } from './ipc-router.ts'

export type FileKind = 'csv' | 'pdf' | 'vcf' | 'json'

export interface ExportOptions {
  /** The path that the user chose; null when they thought better of it. */
  chooseFolder(): Promise<string | null>
  chooseFile(suggestion: { name: string; kind: FileKind }): Promise<string | null>
  ask(command: CommandName, input: unknown): Promise<Result<unknown>>
  /** So many calls or contacts are written so far. */
  progress(written: number): void
  files: GrowingFiles
  /** The page that the window shows, as it would be printed. */
  pdf(): Promise<Uint8Array>
  /** Asks the system to print it. */
  print(): void
  /** `YYYY-MM-DD`, for the names that are suggested. */
  today(): string
}

type ExportCommand =
  | 'export:calls'
  | 'export:contacts'
  | 'export:import-report'
  | 'export:stop'
  | 'export:overview'
  | 'export:pdf'
  | 'export:everything'
  | 'privacy:save-receipt'
  | 'app:print'

export function exportHandlers(options: ExportOptions): Pick<MainHandlers, ExportCommand> {
  const { chooseFile, chooseFolder, ask, progress, files, pdf, print, today } = options
  /** Rises when somebody says stop. */
  let stops = 0

  /** Asks the engine for one piece after the other; `counted` tells how much is in each. */
  async function writePieces<N extends 'calls:csv' | 'contacts:piece'>(
    file: string,
    command: N,
    input: CommandArguments<N>,
    counted: (piece: CommandOutput<N>) => number,
  ): Promise<Result<number>> {
    const before = stops
    const target = await files.grow(file)
    try {
      let total = 0
      let cursor: string | null = null
      do {
        const answer: Result<unknown> = await ask(command, { ...input, ...(cursor === null ? {} : { cursor }) })
        if (!answer.ok || stops !== before) {
          await target.discard()
          return answer.ok ? fail('not-allowed', words.desktop.exportStopped) : answer
        }
        const piece = answer.value as CommandOutput<N>
        await target.write(piece.text)
        total += counted(piece)
        cursor = piece.nextCursor
        progress(total)
      } while (cursor !== null)
      await target.finish()
      return ok(total)
    } catch (error) {
      await target.discard()
      throw error
    }
  }

  return {
    async 'export:calls'(input) {
      const file = await chooseFile({ name: words.desktop.files.calls(today()), kind: 'csv' })
      if (file === null) return ok({ file, calls: 0 })
      const written = await writing(() => writePieces(file, 'calls:csv', input, ({ calls }) => calls))
      return written.ok ? ok({ file, calls: written.value }) : written
    },
    async 'export:contacts'(input) {
      const file = await chooseFile({ name: words.desktop.files.contacts(today()), kind: input.kind })
      if (file === null) return ok({ file, contacts: 0 })
      const written = await writing(() => writePieces(file, 'contacts:piece', input, ({ contacts }) => contacts))
      return written.ok ? ok({ file, contacts: written.value }) : written
    },
    async 'export:import-report'(input) {
      const answer = await ask('import:report', input)
      if (!answer.ok) return answer
      const { text } = answer.value as CommandOutput<'import:report'>
      const file = await chooseFile({ name: words.desktop.files.importReport(today()), kind: 'csv' })
      return file === null ? ok({ file }) : writing(() => exportFile(files, file, text))
    },
    async 'export:stop'() {
      stops += 1
      return ok(undefined)
    },
    async 'export:overview'(input) {
      const answer = await ask('overview:csv', input)
      if (!answer.ok) return answer
      const { text } = answer.value as CommandOutput<'overview:csv'>
      const file = await chooseFile({ name: words.desktop.files.overview(today()), kind: 'csv' })
      return file === null ? ok({ file }) : writing(() => exportFile(files, file, text))
    },
    async 'export:pdf'() {
      const file = await chooseFile({ name: words.desktop.files.overview(today()), kind: 'pdf' })
      return file === null ? ok({ file }) : writing(async () => exportFile(files, file, await pdf()))
    },
    async 'export:everything'() {
      const before = stops
      return writing(() =>
        exportEverything({ chooseFolder, files, ask, progress, today, stopped: () => stops !== before }),
      )
    },
    async 'privacy:save-receipt'({ receipt }) {
      const file = await chooseFile({ name: words.data.receiptName(today()), kind: 'json' })
      return file === null
        ? ok({ file })
        : writing(() => exportFile(files, file, `${JSON.stringify(receipt, null, 2)}\n`))
    },
    async 'app:print'() {
      print()
      return ok(undefined)
    },
  }
}
