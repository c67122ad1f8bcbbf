/** One way to compare what people type with what is stored. */
import type SqliteDatabase from 'better-sqlite3'

/** Lower case without accents, so that a search for "jose" finds "José". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** Gives SQL the same `fold(text)`; SQLite's own `lower` and LIKE know only ASCII. */
export function addFold(db: SqliteDatabase.Database): void {
  db.function('fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null))
}
