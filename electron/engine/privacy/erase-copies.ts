/** Takes a contact out of the copies of the inbox, in a thread of its own. A copy that cannot be cleaned is left as it is. */
import path from 'node:path'
import { listBackups } from '../backups/backup-desk.ts'
import { inSqliteThread } from '../backups/sqlite-thread.ts'
import { erasedTable, eraseThis, erasing, idsOf, wordIndexes } from './erase-sql.ts'
import { noErasedIds } from './erased-ids.ts'
import type { ErasedIds } from './erased-ids.ts'

export interface CleanedCopies {
  /** The copies' names, by whether it worked. */
  cleaned: string[]
  notCleaned: string[]
  /** What was found of them in those that can be read, older ids of theirs among it. */
  ids: ErasedIds
}

export async function eraseFromCopies(inboxFile: string, numbers: readonly string[]): Promise<CleanedCopies> {
  const { backups, folder } = await listBackups(inboxFile)
  const names = backups.map(({ name }) => name)
  const ids = noErasedIds()
  if (names.length === 0) return { cleaned: [], notCleaned: [], ids }
  const found = await inSqliteThread<{ done: boolean[]; ids: ErasedIds }>(
    `const ids = data.ids
    const done = data.files.map((file) => {
      let db
      try {
        db = new SqliteDatabase(file, { fileMustExist: true, timeout: 5000 })
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
    })
    return { done, ids }`,
    {
      ids,
      idsOf,
      files: names.map((name) => path.join(folder, name)),
      numbers,
      erasing,
      erasedTable,
      eraseThis,
      wordIndexes,
    },
  )
  const { done } = found
  return { cleaned: names.filter((_, at) => done[at]), notCleaned: names.filter((_, at) => !done[at]), ids: found.ids }
}
