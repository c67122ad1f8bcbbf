/** Calls by whom they were with: what somebody types, as numbers of contacts. */
import { expressionBuilder, sql } from 'kysely'
import type { Expression, Kysely, SqlBool } from 'kysely'
import { numberSearch } from '../../../telephony/phone-number.ts'
import { fold } from '../store/fold.ts'
import type { Database } from '../store/schema.ts'

/** Numbers (E.164), or where there are too many to list, the statement that finds them. */
export type Callers = string[] | Expression<{ number: string }>

/** The calls of up to so many contacts are looked up contact by contact; with more it is faster to go through the calls. */
const fewContacts = 200

const eb = expressionBuilder<Database, 'contact'>()
const ofCall = expressionBuilder<Database, 'call'>()

/**
 * Whose name has every word that was typed, whatever the case and the accents, or whose number has what was typed, in any
 * spelling.
 */
export async function callersFound(db: Kysely<Database>, query: string, country: string): Promise<Callers> {
  const number = numberSearch(query, country)
  if (number && 'whole' in number) return [number.whole]
  const named = eb.and(
    fold(query)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => sql<SqlBool>`instr(fold(contact.name), ${word}) > 0`),
  )
  const matches = number ? eb.or([named, sql<SqlBool>`instr(contact.number, ${number.part}) > 0`]) : named
  const contacts = db.selectFrom('contact').select('contact.number').where(matches)
  const some = await contacts.limit(fewContacts + 1).execute()
  return some.length > fewContacts ? contacts : some.map((contact) => contact.number)
}

/** The call was with one of them. */
export function oneOf(callers: Callers): Expression<SqlBool> {
  // The plus sign keeps SQLite from looking up thousands of contacts one by one.
  return Array.isArray(callers) ? ofCall('call.party', 'in', callers) : sql<SqlBool>`+call.party in ${callers}`
}
