/** Very many rows, fast, into an inbox file that nobody uses yet. */
import type SqliteDatabase from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { Database } from '../../../electron/engine/store/schema.ts'

type Value = string | number | null

export class Bulk {
  readonly #db: SqliteDatabase.Database
  readonly #indexes: string[]
  readonly #statements = new Map<string, SqliteDatabase.Statement<Value[]>>()

  /** Takes the indexes away, which are quicker made anew from all rows; `end` brings them back. */
  constructor(db: SqliteDatabase.Database) {
    this.#db = db
    // The addon refuses it otherwise, without a word: every page would be written twice.
    db.unsafeMode()
    const mode = db.pragma('journal_mode = OFF', { simple: true })
    if (mode !== 'off') throw new Error(`The journal stays ${String(mode)}`)
    db.pragma('synchronous = OFF')
    db.pragma('foreign_keys = OFF')
    db.pragma('cache_size = -1000000')
    const found = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").all()
    const indexes = found as { name: string; sql: string }[]
    this.#indexes = indexes.map(({ sql }) => sql)
    for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
    db.exec('BEGIN')
  }

  /** All rows of one table have the same columns. */
  insert<T extends keyof Database>(table: T, row: Insertable<Database[T]>): void {
    const values = row as Record<string, Value>
    let statement = this.#statements.get(table)
    if (!statement) {
      const columns = Object.keys(values)
      const names = columns.map((name) => `"${name}"`).join(', ')
      const marks = columns.map(() => '?').join(', ')
      statement = this.#db.prepare<Value[]>(`INSERT INTO "${table}" (${names}) VALUES (${marks})`)
      this.#statements.set(table, statement)
    }
    statement.run(...Object.values(values))
  }

  end(): void {
    this.#db.exec('COMMIT')
    for (const sql of this.#indexes) this.#db.exec(sql)
  }
}
