/** Takes a contact out of the copies of the inbox, in a thread of its own. A copy that cannot be cleaned is left as it is. */
import path from 'node:path'
import { listBackups } from '../backups/backup-desk.ts'
import { inSqliteThread } from '../backups/sqlite-thread.ts'
import { erasedTable, eraseThis, erasing, wordIndexes } from './erase-sql.ts'

/** The copies' names, by whether it worked. */
export async function eraseFromCopies(
  inboxFile: string,
  numbers: readonly string[],
): Promise<{ cleaned: string[]; notCleaned: string[] }> {
  const { backups, folder } = await listBackups(inboxFile)
  const names = backups.map(({ name }) => name)
  if (names.length === 0) return { cleaned: [], notCleaned: [] }
  const done = await inSqliteThread<boolean[]>(
    `return data.files.map((file) => {
      let db
      try {
        db = new SqliteDatabase(file, { fileMustExist: true, timeout: 5000 })
        // What is deleted is written over.
        db.pragma('secure_delete = ON')
        db.pragma('foreign_keys = ON')
        const tables = new Set(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
        if (!tables.has('contact')) return false
        const columns = new Set(db.prepare("SELECT name FROM pragma_table_info('call')").pluck().all())
        if (!columns.has('party')) return false
        db.exec(data.erasedTable)
        for (const number of data.numbers) db.prepare(data.eraseThis).run(number)
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
    })`,
    { files: names.map((name) => path.join(folder, name)), numbers, erasing, erasedTable, eraseThis, wordIndexes },
  )
  return { cleaned: names.filter((_, at) => done[at]), notCleaned: names.filter((_, at) => !done[at]) }
}
