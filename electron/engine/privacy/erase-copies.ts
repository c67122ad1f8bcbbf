/** Takes a contact out of the copies of the inbox, in a thread of its own. A copy that cannot be cleaned is left as it is. */
import path from 'node:path'
import { listBackups } from '../backups/backup-desk.ts'
import { inSqliteThread } from '../backups/sqlite-thread.ts'
import { erasedTable, eraseThis, erasing, idsOf, wordIndexes } from './erase-sql.ts'
import { erasedThings, noErasedIds } from './erased-ids.ts'
import type { ErasedIds } from './erased-ids.ts'

export interface CleanedCopies {
  /** The copies' names, by whether it worked. */
  cleaned: string[]
  notCleaned: string[]
  /** What was found of them in those that can be read, older ids of theirs among it. */
  ids: ErasedIds
}

export interface CopiesHooks {
  progress(copies: { done: number; of: number }): void
  /** True: no further copy is begun. */
  stopped(): boolean
}

/** One copy after the other. */
export async function eraseFromCopies(
  inboxFile: string,
  numbers: readonly string[],
  { progress, stopped }: Partial<CopiesHooks> = {},
): Promise<CleanedCopies> {
  const { backups, folder } = await listBackups(inboxFile)
  const result: CleanedCopies = { cleaned: [], notCleaned: [], ids: noErasedIds() }
  for (const [done, { name }] of backups.entries()) {
    progress?.({ done, of: backups.length })
    if (stopped?.()) break
    const { cleaned, ids } = await eraseFromCopy(path.join(folder, name), numbers)
    result[cleaned ? 'cleaned' : 'notCleaned'].push(name)
    for (const thing of erasedThings) result.ids[thing].push(...ids[thing])
  }
  return result
}

/** `ids`: what was found of them there, also where it could not be taken out. */
function eraseFromCopy(file: string, numbers: readonly string[]): Promise<{ cleaned: boolean; ids: ErasedIds }> {
  return inSqliteThread(
    `const ids = data.ids
    const clean = () => {
      let db
      try {
        db = new SqliteDatabase(data.file, { fileMustExist: true, timeout: 5000 })
        // What is deleted is written over.
        db.pragma('secure_delete = ON')
        db.pragma('foreign_keys = ON')
        const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
        if (!tables.has('contact')) return false
        const know = () => {
          for (const [thing, sql] of Object.entries(data.idsOf)) {
            try {
              ids[thing].push(...db.prepare(sql).pluck().all())
            } catch {
              // Of an older version, without such a column.
            }
          }
        }
        const columns = new Set(db.prepare("SELECT name FROM pragma_table_info('call')").pluck().all())
        db.exec(data.erasedTable)
        for (const number of data.numbers) db.prepare(data.eraseThis).run(number)
        know()
        if (!columns.has('party')) return false
        const known = db.prepare('SELECT 1 FROM contact WHERE number IN (SELECT number FROM temp.erased)').get()
        db.transaction(() => {
          for (const { table, sql } of data.erasing) {
            if (tables.has(table)) db.exec(sql)
          }
          if (!known) return
          for (const index of data.wordIndexes) {
            if (tables.has(index)) db.exec("INSERT INTO " + index + "(" + index + ") VALUES ('optimize')")
          }
        }).immediate()
        if (db.pragma('journal_mode', { simple: true }) === 'wal') db.pragma('wal_checkpoint(TRUNCATE)')
        return true
      } catch {
        return false
      } finally {
        db?.close()
      }
    }
    return { cleaned: clean(), ids }`,
    { file, ids: noErasedIds(), idsOf, numbers, erasing, erasedTable, eraseThis, wordIndexes },
  )
}
