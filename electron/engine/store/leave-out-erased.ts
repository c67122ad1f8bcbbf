/** Takes out of a copy that is to be the inbox who was erased since it was made. */
import type SqliteDatabase from 'better-sqlite3'
import type { Logger } from '../../../telephony/logger.ts'
import { erasedBefore } from '../privacy/erase-again.ts'
import { erasedTable, eraseCalls, eraseTexts, eraseThese, erasing, wordIndexes } from '../privacy/erase-sql.ts'

/** To be called before anything of today comes over into `db`: they may have called again. `inboxFile`: whose place it takes. */
export function leaveOutErased(db: SqliteDatabase.Database, inboxFile: string, logger: Logger): void {
  const ids = erasedBefore(inboxFile, logger)
  // What is deleted is written over.
  db.pragma('secure_delete = ON')
  db.exec(erasedTable)
  const contacts = db.prepare(eraseThese).run(JSON.stringify(ids.contact)).changes
  db.transaction(() => {
    for (const one of contacts > 0 ? erasing : []) db.exec(one.sql)
    for (const statement of eraseCalls) db.prepare(statement).run(JSON.stringify(ids.call))
    db.prepare(eraseTexts).run(JSON.stringify(ids.text))
    for (const index of contacts > 0 ? wordIndexes : []) db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`)
  }).immediate()
  db.exec('DROP TABLE temp.erased')
}
