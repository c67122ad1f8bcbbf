/** The search index of a generated inbox, written in the order of time, which is quicker than as texts come in. */
import type SqliteDatabase from 'better-sqlite3'
import { firstNumberAt } from '../../../electron/engine/store/search-index.ts'
import { contactTerms, textTerms } from '../../../electron/engine/store/search-words.ts'

interface Contact {
  id: string
  number: string
  name: string | null
  company: string
  notes: string
}

interface Said {
  kind: 'message' | 'note'
  id: string
  at: number
  body: string
}

/** Takes in everything that triggers noted as due, and leaves nothing due. */
export function fillSearchIndex(db: SqliteDatabase.Database): void {
  db.exec('BEGIN')
  indexContacts(db)
  indexTexts(db)
  db.exec('DELETE FROM search_due')
  db.exec('COMMIT')
}

function indexContacts(db: SqliteDatabase.Database): void {
  const contacts = db.prepare('SELECT id, number, name, company, notes FROM contact').all()
  const number = db.prepare('UPDATE contact SET search_no = ? WHERE id = ?')
  const words = db.prepare('INSERT INTO search_contact (rowid, words) VALUES (?, ?)')
  let no = 0
  for (const { id, name, company, ...contact } of contacts as Contact[]) {
    no += 1
    number.run(no, id)
    words.run(no, contactTerms({ ...contact, names: [name, company] }))
  }
}

function indexTexts(db: SqliteDatabase.Database): void {
  const texts = db
    .prepare(
      `SELECT kind, id, at, body FROM (
         SELECT 'message' AS kind, message.id, message.at, message.body FROM search_due
           JOIN message ON message.id = search_due.id WHERE search_due.kind = 'message'
         UNION ALL SELECT 'note', note.id, note.at, note.body FROM search_due
           JOIN note ON note.id = search_due.id WHERE search_due.kind = 'note'
       ) ORDER BY at`,
    )
    .all()
  const numbers = {
    message: db.prepare('UPDATE message SET search_no = ? WHERE id = ?'),
    note: db.prepare('UPDATE note SET search_no = ? WHERE id = ?'),
  }
  const words = db.prepare('INSERT INTO search_text (rowid, words) VALUES (?, ?)')
  const last = { message: -1, note: -1 }
  for (const { kind, id, at, body } of texts as Said[]) {
    const first = firstNumberAt(at) + (kind === 'note' ? 1 : 0)
    const no = last[kind] >= first ? last[kind] + 2 : first
    last[kind] = no
    numbers[kind].run(no, id)
    words.run(no, textTerms(body))
  }
}
