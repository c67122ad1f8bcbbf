/**
 * Several numbers of one person: contacts that share a `person_id`. Each keeps its own conversation, its own opt-out and
 * its own texts; what staff write about the person, and a block, are the same on each. The rules count what happened on
 * all of them, so that a link never lets out a text that would not have gone without it.
 */
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

/** The contact and the other numbers of the same person. Only itself where it has none, or is not there. */
export async function contactsOfPerson(db: Kysely<Database>, contactId: string): Promise<string[]> {
  const others = await db
    .selectFrom('contact as mine')
    .innerJoin('contact as theirs', 'theirs.person_id', 'mine.person_id')
    .select('theirs.id')
    .where('mine.id', '=', contactId)
    .where('mine.person_id', 'is not', null)
    .execute()
  return [...new Set([contactId, ...others.map(({ id }) => id)])]
}

/** The conversation and those with the other numbers of the same person; the given one is the first. */
export async function conversationsOfPerson(db: Kysely<Database>, conversationId: string | null): Promise<string[]> {
  if (conversationId === null) return []
  const others = await db
    .selectFrom('conversation as mine')
    .innerJoin('contact', 'contact.id', 'mine.contact_id')
    .innerJoin('contact as theirs', 'theirs.person_id', 'contact.person_id')
    .innerJoin('conversation as other', 'other.contact_id', 'theirs.id')
    .select('other.id')
    .where('mine.id', '=', conversationId)
    .where('contact.person_id', 'is not', null)
    .orderBy('other.id')
    .execute()
  return [...new Set([conversationId, ...others.map(({ id }) => id)])]
}

/** The numbers (E.164) of the person with this one. */
export async function numbersOfPerson(db: Kysely<Database>, number: string): Promise<string[]> {
  const others = await db
    .selectFrom('contact as mine')
    .innerJoin('contact as theirs', 'theirs.person_id', 'mine.person_id')
    .select('theirs.number')
    .where('mine.number', '=', number)
    .where('mine.person_id', 'is not', null)
    .orderBy('theirs.number')
    .execute()
  return [...new Set([number, ...others.map((other) => other.number)])]
}
