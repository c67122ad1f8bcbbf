/** Finds contacts by name or number, for choosing one. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { mostNumbers } from '../../contract/contacts.ts'
import type { ContactFound } from '../../contract/contacts.ts'
import { peopleQuestion, readQuery } from '../inbox/search.ts'
import type { Database } from '../store/schema.ts'
import { contactsOfPerson } from './person.ts'

const most = 20

/**
 * Those who have all that is typed in name, company, number or notes; without a query those of the same name. Never the
 * person itself whose contact `except` is; null excepts nobody.
 */
export async function findContacts(
  db: Kysely<Database>,
  { except, query }: { except: string | null; query: string },
  country: string,
): Promise<ContactFound[]> {
  const own = except === null ? [] : await contactsOfPerson(db, except)
  const wanted = db
    .selectFrom('contact')
    .select(['id', 'number', 'name', 'company', 'blocked'])
    .where('id', 'not in', own)
    .limit(most)
  if (query.trim() !== '') {
    const question = peopleQuestion(readQuery(query, country))
    if (question === null) return []
    const { rows: found } = await sql<{ no: number }>`
      SELECT rowid AS no FROM search_contact WHERE search_contact MATCH ${question} LIMIT ${most + mostNumbers}
    `.execute(db)
    const numbers = found.map(({ no }) => no)
    const rows = await wanted.where('search_no', 'in', numbers).orderBy('name').orderBy('number').execute()
    return withOthers(db, rows, country)
  }
  if (except === null) return []
  const contact = await db.selectFrom('contact').select('name').where('id', '=', except).executeTakeFirst()
  if (!contact?.name) return []
  return withOthers(db, await wanted.where(sql<boolean>`name collate nocase = ${contact.name}`).execute(), country)
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
