/** Takes everything out into a folder that the user chooses: one JSON file, and a table (CSV) for each kind of thing. */
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { CommandName, CommandOutput } from '../contract/commands.ts'
import { exportedTables } from '../contract/privacy.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { GrowingFiles } from './growing-file.ts'

export interface EverythingOptions {
  /** The folder that the user chose; null when they thought better of it. */
  chooseFolder(): Promise<string | null>
  ask(command: CommandName, input: unknown): Promise<Result<unknown>>
  files: GrowingFiles
  /** So many rows are written so far. */
  progress(rows: number): void
  /** `YYYY-MM-DD` */
  today(): string
  /** True from when somebody said stop. */
  stopped(): boolean
}

/** The folder appears under its name only when all is in it; nothing that is there already is touched. */
export async function exportEverything(
  options: EverythingOptions,
): Promise<Result<{ folder: string | null; rows: number }>> {
  const { chooseFolder, files, today } = options
  const parent = await chooseFolder()
  if (parent === null) return ok({ folder: null, rows: 0 })
  const folder = await freeName(parent, words.data.everythingName(today()))
  const target = await files.growFolder(folder)
  try {
    const written = await writeTables(target.place, options)
    if (!written.ok) {
      await target.discard()
      return written
    }
    await target.finish()
    return ok({ folder, rows: written.value })
  } catch (error) {
    await target.discard()
    throw error
  }
}

async function writeTables(folder: string, { ask, progress, stopped }: EverythingOptions): Promise<Result<number>> {
  let total = 0
  const json = await open(path.join(folder, 'everything.json'), 'wx', 0o600)
  try {
    await json.appendFile('{')
    for (const [at, table] of exportedTables.entries()) {
      await json.appendFile(`${at === 0 ? '' : ','}\n${JSON.stringify(table)}: [`)
      const csv = await open(path.join(folder, `${table}.csv`), 'wx', 0o600)
      try {
        let after: number | null = 0
        let first = true
        while (after !== null) {
          const answer: Result<unknown> = await ask('privacy:rows', { table, after })
          if (!answer.ok) return answer
          if (stopped()) return fail('not-allowed', words.desktop.exportStopped)
          const { rows, next, ...piece } = answer.value as CommandOutput<'privacy:rows'>
          if (rows > 0) await json.appendFile((first ? '\n' : ',\n') + piece.json)
          await csv.appendFile(piece.csv)
          first &&= rows === 0
          total += rows
          progress(total)
          after = next
        }
        await csv.sync()
      } finally {
        await csv.close()
      }
      await json.appendFile(']')
    }
    await json.appendFile('\n}\n')
    await json.sync()
  } finally {
    await json.close()
  }
  return ok(total)
}

async function freeName(parent: string, name: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const folder = path.join(parent, count === 1 ? name : `${name} (${count})`)
    if (!(await exists(folder))) return folder
  }
}

async function exists(place: string): Promise<boolean> {
  return open(place, 'r').then(
    async (handle) => {
      await handle.close()
      return true
    },
    () => false,
  )
}
