/**
 * The search index of a generated inbox, as store/search-index.ts would have written it text by text: all at once, by
 * SQLite itself, in the order of time, which is the quickest that there is.
 */
import type SqliteDatabase from 'better-sqlite3'
import { firstNumberAt } from '../../../electron/engine/store/search-index.ts'
import { contactTerms, textTerms } from '../../../electron/engine/store/search-words.ts'

/** Takes in everything that triggers noted as due, and leaves nothing due. */
export function fillSearchIndex(db: SqliteDatabase.Database): void {
  db.function('first_number', { deterministic: true }, (at: unknown) => firstNumberAt(Number(at)))
  db.function('text_terms', { deterministic: true }, (body: unknown) => textTerms(String(body)))
  db.function('contact_terms', { deterministic: true }, (number: unknown, name: unknown, company: unknown, notes) =>
    contactTerms({ number: String(number), names: [wordsOf(name), wordsOf(company)], notes: String(notes) }),
  )
  const bringBack = withoutIndexes(db)
  db.exec(`
    BEGIN;
    UPDATE contact SET search_no = rowid;
    INSERT INTO search_contact (rowid, words)
      SELECT search_no, contact_terms(number, name, company, notes) FROM contact ORDER BY search_no;
    ${numbered('message', 0)}
    ${numbered('note', 1)}
    INSERT INTO search_text (rowid, words)
      SELECT no, text_terms(body) FROM (
        SELECT search_no AS no, body FROM message WHERE search_no IS NOT NULL
        UNION ALL SELECT search_no, body FROM note WHERE search_no IS NOT NULL
      ) ORDER BY no;
    DELETE FROM search_due;
    COMMIT;
  `)
  bringBack()
}

/** Gives what is due of a table its numbers: by time, and by twos where the time is the same. */
function numbered(table: 'message' | 'note', first: number): string {
  return `
    UPDATE ${table} SET search_no = numbered.no FROM (
      SELECT ${table}.rowid AS row,
        first_number(at) + ${first} + 2 * (row_number() OVER (PARTITION BY at ORDER BY ${table}.rowid) - 1) AS no
      FROM search_due JOIN ${table} ON ${table}.id = search_due.id WHERE search_due.kind = '${table}'
    ) AS numbered WHERE ${table}.rowid = numbered.row;`
}

/** Takes the indexes of the numbers away, which are quicker made anew. @returns brings them back. */
function withoutIndexes(db: SqliteDatabase.Database): () => void {
  const found = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%search_no%'")
    .all() as { name: string; sql: string }[]
  for (const { name } of found) db.exec(`DROP INDEX "${name}"`)
  return () => {
    for (const { sql } of found) db.exec(sql)
  }
}

function wordsOf(name: unknown): string | null {
  return typeof name === 'string' ? name : null
}
