/** `fold` for SQL, too. */
import type SqliteDatabase from 'better-sqlite3'
import { fold } from '../../contract/fold.ts'

/** Gives SQL the same `fold(text)`; SQLite's own `lower` and LIKE know only ASCII. */
export function addFold(db: SqliteDatabase.Database): void {
  db.function('fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null))
}
