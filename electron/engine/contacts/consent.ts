/** The history of a person's consent, for people: what the ledger's audit and its open questions hold. */
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { ConsentEntry } from '../../contract/contacts.ts'
import type { Database } from '../store/schema.ts'
import { words } from '../../contract/text/index.ts'
import { evidence } from '../opt-out/evidence.ts'
import { numbersOfPerson } from './person.ts'

/** Entries that are shown; nobody changes their mind more often. */
const most = 200

/** Newest first. Empty when there is no such contact. */
export async function consentHistory(
  db: Kysely<Database>,
  contactId: string,
  country: string,
): Promise<ConsentEntry[]> {
  const contact = await db.selectFrom('contact').select('number').where('id', '=', contactId).executeTakeFirst()
  if (!contact) return []
  const numbers = await numbersOfPerson(db, contact.number)
  const changes = await db
    .selectFrom('opt_out_audit')
    .select(['number', 'at', 'change', 'source', 'evidence'])
    .where('number', 'in', numbers)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  const questions = await db
    .selectFrom('opt_out_question')
    .select(['number', 'at'])
    .where('number', 'in', numbers)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const entries: ConsentEntry[] = [
    // Of one instant, a change stands above the question that it answers or raises.
    ...changes.map(({ number, at, change, source, evidence: stored }) => ({
      at,
      numberForPeople: numberForPeople(number, country),
      change,
      source: sourceOf(source),
      evidence: evidenceInWords(stored),
    })),
    ...questions.map(({ number, at }) => ({
      at,
      numberForPeople: numberForPeople(number, country),
      change: 'ask' as const,
      source: null,
      evidence: '',
    })),
  ]
  return entries.sort((one, other) => other.at - one.at).slice(0, most)
}

/** Quotes stand as they are; staff's entry and the copy need no words beside the source. */
function evidenceInWords(stored: string): string {
  if (stored === evidence.byStaff || stored === evidence.fromCopy) return ''
  return stored === evidence.notTheirs ? words.contacts.notTheirs : stored
}

function sourceOf(source: string): ConsentEntry['source'] {
  return source === 'text' || source === 'staff' || source === 'gateway' ? source : null
}
