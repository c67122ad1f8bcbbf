/** The numbers of a person who has several, as the contact pane shows them. */
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { PersonNumber } from '../../contract/contacts.ts'
import { isOptOutAsked } from '../opt-out/question.ts'
import type { Database } from '../store/schema.ts'
import { contactsOfPerson } from './person.ts'

/** The given contact first, then those last heard from. Empty for a person of one number. */
export async function numbersForPeople(
  db: Kysely<Database>,
  contactId: string,
  country: string,
): Promise<PersonNumber[]> {
  const ids = await contactsOfPerson(db, contactId)
  if (ids.length === 1) return []
  const rows = await db
    .selectFrom('contact')
    .leftJoin('conversation', 'conversation.contact_id', 'contact.id')
    .leftJoin('opt_out', 'opt_out.number', 'contact.number')
    .select(['contact.id', 'contact.number', 'opt_out.at as optedOutAt'])
    .select(['conversation.id as conversationId', 'conversation.last_activity_at as lastActivityAt'])
    .where('contact.id', 'in', ids)
    .execute()
  const numbers: PersonNumber[] = []
  for (const { id, number, conversationId, lastActivityAt, optedOutAt } of rows) {
    const mayText = optedOutAt !== null ? 'no' : (await isOptOutAsked(db, number)) ? 'asked' : 'yes'
    const shown = numberForPeople(number, country)
    numbers.push({ contactId: id, conversationId, numberForPeople: shown, lastActivityAt, mayText })
  }
  const first = (number: PersonNumber) => (number.contactId === contactId ? 0 : 1)
  return numbers.sort(
    (one, other) => first(one) - first(other) || (other.lastActivityAt ?? 0) - (one.lastActivityAt ?? 0),
  )
}
