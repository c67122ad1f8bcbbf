/** Finds contacts by name or number, for choosing one. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { numberForPeople, parseNumber } from '../../../telephony/phone-number.ts'
import type { ContactFound } from '../../contract/contacts.ts'
import type { Database } from '../store/schema.ts'
import { contactsOfPerson } from './person.ts'

const most = 20

/** Sorts after everything that begins as the name does. */
const last = '\u{10FFFF}'

/**
 * Those whose name begins with `query`, or whose number it is; without a query those with the same name. Never the
 * person itself whose contact `except` is.
 */
export async function findContacts(
  db: Kysely<Database>,
  { except, query }: { except: string; query: string },
  country: string,
): Promise<ContactFound[]> {
  const typed = query.trim()
  const number = parseNumber(typed, country)
  const own = await contactsOfPerson(db, except)
  const wanted = db
    .selectFrom('contact')
    .select(['id', 'number', 'name', 'company', 'blocked'])
    .where('id', 'not in', own)
    .limit(most)
  if (typed !== '' && number.ok) {
    return withOthers(db, await wanted.where('number', '=', number.number).execute(), country)
  }
  if (typed !== '') {
    const rows = await wanted
      .where(sql<boolean>`name collate nocase >= ${typed} and name collate nocase < ${typed + last}`)
      .orderBy(sql`name collate nocase`)
      .execute()
    return withOthers(db, rows, country)
  }
  const { name } = (await db.selectFrom('contact').select('name').where('id', '=', except).executeTakeFirst()) ?? {}
  if (!name) return []
  return withOthers(db, await wanted.where(sql<boolean>`name collate nocase = ${name}`).execute(), country)
}

type Row = { id: string; number: string; name: string | null; company: string; blocked: 0 | 1 }

async function withOthers(db: Kysely<Database>, rows: Row[], country: string): Promise<ContactFound[]> {
  const found: ContactFound[] = []
  const seen = new Set<string>()
  for (const { id, number, name, company, blocked } of rows) {
    // Several numbers of one person are one choice.
    if (seen.has(id)) continue
    const ids = await contactsOfPerson(db, id)
    for (const one of ids) seen.add(one)
    const others = await db
      .selectFrom('contact')
      .select('number')
      .where('id', 'in', ids)
      .where('id', '!=', id)
      .execute()
    const otherNumbers = others.map((other) => numberForPeople(other.number, country))
    found.push({
      id,
      numberForPeople: numberForPeople(number, country),
      name,
      company,
      blocked: blocked === 1,
      otherNumbers,
    })
  }
  return found
}
