/**
 * Keeps the search index in step: what triggers noted as due is taken in by the very transaction that changed it, so
 * that what is committed can be found.
 */
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { contactTerms, textTerms } from './search-words.ts'
import type { Database } from './schema.ts'

/** Rows that one transaction takes in: an import's last ones are taken in by the transactions that follow it at once. */
const most = 500
/** Room for what has the same millisecond. */
const perMillisecond = 1024

/** Takes up to 500 rows into the index. True when more are due. */
export async function indexDue(db: Transaction<Database>): Promise<boolean> {
  const rows = await db.selectFrom('search_due').select(['kind', 'id']).limit(most).execute()
  if (rows.length === 0) return false
  const ids = (kind: 'contact' | 'message' | 'note') => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  await indexContacts(db, ids('contact'))
  await indexTexts(db, 'message', ids('message'))
  await indexTexts(db, 'note', ids('note'))
  for (const kind of ['contact', 'message', 'note'] as const) {
    const done = ids(kind)
    if (done.length > 0) await db.deleteFrom('search_due').where('kind', '=', kind).where('id', 'in', done).execute()
  }
  return rows.length === most
}

/** Whether anything is due: after an upgrade, or when a file came from elsewhere. */
export async function isAnythingDue(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('search_due').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function indexContacts(db: Transaction<Database>, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const contacts = await db.selectFrom('contact').selectAll().where('id', 'in', ids).execute()
  const last = await db
    .selectFrom('contact')
    .select((eb) => eb.fn.max('search_no').as('no'))
    .executeTakeFirst()
  let next = (last?.no ?? 0) + 1
  const entries = contacts.map(({ id, search_no: known, number, name, company, notes }) => ({
    id,
    known,
    no: known ?? next++,
    words: contactTerms({ number, names: [name, company], notes }),
  }))
  await putAll(db, { table: 'contact', index: 'search_contact', entries })
}

interface Text {
  id: string
  at: number
  body: string
  search_no: number | null
  said: boolean
}

async function indexTexts(db: Transaction<Database>, table: 'message' | 'note', ids: string[]): Promise<void> {
  if (ids.length === 0) return
  // FTS5 writes its index best in rising order.
  const texts = (await readTexts(db, table, ids)).sort((a, b) => a.at - b.at)
  const taken = await takenNumbers(db, table, [...new Set(texts.map(({ at }) => firstNumberAt(at)))])
  const put = async (entries: Entry[]) => putAll(db, { table, index: 'search_text', entries })
  const entries: Entry[] = []
  for (const { id, at, body, search_no: known, said } of texts) {
    const first = firstNumberAt(at) + (table === 'note' ? 1 : 0)
    let no = said ? (known ?? first) : null
    if (no !== null && known === null) {
      while (taken.has(no)) no += 2
      if (no >= first + perMillisecond) {
        await put(entries.splice(0))
        no = await freeNumber(db, table, first)
      }
      taken.add(no)
    }
    entries.push({ id, known, no, words: textTerms(body) })
  }
  await put(entries)
}

interface Entry {
  id: string
  /** Its number until now; null when it is not in the index. */
  known: number | null
  /** Null: it goes out of the index. */
  no: number | null
  words: string
}

async function putAll(
  db: Transaction<Database>,
  to: { table: 'contact' | 'message' | 'note'; index: 'search_contact' | 'search_text'; entries: readonly Entry[] },
): Promise<void> {
  const { entries } = to
  const [table, index] = [sql.table(to.table), sql.table(to.index)]
  const old = entries.map(({ known }) => known).filter((known) => known !== null)
  // A virtual table finds one row at a time by its number.
  for (const no of old) await sql`DELETE FROM ${index} WHERE rowid = ${no}`.execute(db)
  const moved = entries.filter(({ known, no }) => known !== no).map(({ id, no }) => [id, no])
  if (moved.length > 0) {
    await sql`
      UPDATE ${table} SET search_no = moved.no
      FROM (SELECT value ->> 0 AS id, value ->> 1 AS no FROM json_each(${JSON.stringify(moved)})) AS moved
      WHERE ${table}.id = moved.id
    `.execute(db)
  }
  const words = entries.filter(({ no }) => no !== null).map((entry) => [entry.no, entry.words])
  if (words.length === 0) return
  await sql`
    INSERT INTO ${index} (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(words)})
  `.execute(db)
}

/** The numbers that are given to texts of these instants already. */
async function takenNumbers(
  db: Transaction<Database>,
  table: 'message' | 'note',
  firsts: number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ no: number }>`
    SELECT search_no AS no FROM json_each(${JSON.stringify(firsts)}) AS first CROSS JOIN ${sql.table(table)}
    WHERE search_no >= first.value AND search_no < first.value + ${perMillisecond}
  `.execute(db)
  return new Set(rows.map(({ no }) => no))
}

async function readTexts(db: Transaction<Database>, table: 'message' | 'note', ids: string[]): Promise<Text[]> {
  if (table === 'note') {
    const notes = await db.selectFrom('note').select(['id', 'at', 'body', 'search_no']).where('id', 'in', ids).execute()
    return notes.map((note) => ({ ...note, said: true }))
  }
  const messages = await db
    .selectFrom('message')
    .select(['id', 'at', 'body', 'search_no', 'state', 'author'])
    .where('id', 'in', ids)
    .execute()
  return messages.map(({ state, author, ...message }) => ({
    ...message,
    said: state !== 'cancelled' && !(author === 'auto' && (state === 'queued' || state === 'sending')),
  }))
}

/** The first number from `first` on that is free, in steps of two. */
async function freeNumber(db: Transaction<Database>, table: 'message' | 'note', first: number): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    WITH RECURSIVE taken (no) AS (
      SELECT search_no FROM ${sql.table(table)} WHERE search_no = ${first}
      UNION ALL
      SELECT later.search_no FROM taken JOIN ${sql.table(table)} AS later ON later.search_no = taken.no + 2
    )
    SELECT max(no) AS last FROM taken
  `.execute(db)
  const last = rows[0]?.last ?? null
  return last === null ? first : last + 2
}

/** The least number that a text or note of this instant (epoch milliseconds) or a later one has. */
export function firstNumberAt(at: number): number {
  return Math.max(0, Math.floor(at)) * perMillisecond
}
