/** Calls by whom they were with: what somebody types, as numbers of contacts. */
import { expressionBuilder, sql } from 'kysely'
import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely'
import { numberSearch } from '../../../telephony/phone-number.ts'
import type { Database } from '../store/schema.ts'
import { contactQuestion, numberQuestion, wordsIn } from '../store/search-words.ts'

/** Numbers (E.164), or where there are too many to list, the statement that finds them. */
export type Callers = string[] | RawBuilder<unknown>

/** The calls of up to so many contacts are looked up contact by contact; with more it is faster to go through the calls. */
const fewContacts = 200

const ofCall = expressionBuilder<Database, 'call'>()

/**
 * Whose name or company has every word that was typed, whatever the case and the accents, or whose number has what was
 * typed, in any spelling.
 */
export async function callersFound(db: Kysely<Database>, query: string, country: string): Promise<Callers> {
  const number = numberSearch(query, country)
  if (number && 'whole' in number) return [number.whole]
  const words = wordsIn(query)
  if (words.length === 0) return []
  const question = [...(number ? [numberQuestion(number.part)] : []), contactQuestion(words, 'in names')].join(' OR ')
  const found = sql`
    SELECT contact.number FROM search_contact CROSS JOIN contact ON contact.search_no = search_contact.rowid
    WHERE search_contact MATCH ${question}`
  const { rows } = await sql<{ number: string }>`${found} LIMIT ${fewContacts + 1}`.execute(db)
  return rows.length > fewContacts ? found : rows.map((contact) => contact.number)
}

/** The call was with one of them. */
export function oneOf(callers: Callers): Expression<SqlBool> {
  // The plus sign keeps SQLite from looking up thousands of contacts one by one.
  return Array.isArray(callers) ? ofCall('call.party', 'in', callers) : sql<SqlBool>`+call.party in (${callers})`
}
