/** Contacts: one per phone number. What staff write about them is theirs; the phone system never overwrites it. */
import { randomUUID } from 'node:crypto'
import { longestName, oneLine } from '../../contract/contacts.ts'
import { touchContacts } from '../contacts/many.ts'
import { contactsOfPerson } from '../contacts/person.ts'
import type { Work } from '../store/database.ts'

/** What phone systems send as a name when they have none. */
const noNames = new Set(['anonymous', 'unknown', 'unavailable', 'private', 'restricted', 'withheld', 'asterisk'])

/**
 * The contact with this number (E.164), made when it is new. `pbxName` is what the phone system calls the caller: it
 * names a contact whom staff have not named, on all their numbers.
 */
export async function findOrCreateContact(
  work: Work,
  number: string,
  facts: { pbxName: string | null; now: number },
): Promise<{ id: string; fresh: boolean }> {
  const name = usableName(facts.pbxName)
  const found = await work.db
    .selectFrom('contact')
    .select(['id', 'name', 'name_source', 'pbx_name'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) {
    const id = randomUUID()
    await work.db
      .insertInto('contact')
      .values({ id, number, name, name_source: name === null ? null : 'pbx', pbx_name: name, created_at: facts.now })
      .execute()
    return { id, fresh: true }
  }
  if (name !== null && name !== found.pbx_name) {
    await work.db.updateTable('contact').set({ pbx_name: name }).where('id', '=', found.id).execute()
  }
  if (name !== null && name !== found.name && found.name_source !== 'staff') {
    const ids = await contactsOfPerson(work.db, found.id)
    await work.db.updateTable('contact').set({ name, name_source: 'pbx' }).where('id', 'in', ids).execute()
    await touchContacts(work, ids)
  }
  return { id: found.id, fresh: false }
}

/**
 * Staff's name for a contact, on all their numbers; an empty one gives the phone system's back. False when there is no
 * such contact.
 */
export async function renameContact(work: Work, id: string, name: string): Promise<boolean> {
  const given = oneLine(name, longestName)
  if (given !== '') return change(work, id, { name: given, name_source: 'staff' })
  const { name: pbxName } = await work.db
    .selectFrom('contact')
    .select((eb) => eb.fn.max('pbx_name').as('name'))
    .where('id', 'in', await contactsOfPerson(work.db, id))
    .executeTakeFirstOrThrow()
  return change(work, id, { name: pbxName, name_source: pbxName === null ? null : 'pbx' })
}

/** The company of a contact, on all their numbers. False when there is no such contact. */
export async function saveContactCompany(work: Work, id: string, company: string): Promise<boolean> {
  return change(work, id, { company: oneLine(company, longestName) })
}

/** Staff's notes on a contact, on all their numbers. False when there is no such contact. */
export async function saveContactNotes(work: Work, id: string, notes: string): Promise<boolean> {
  return change(work, id, { notes })
}

async function change(
  work: Work,
  id: string,
  set: { name: string | null; name_source: 'staff' | 'pbx' | null } | { notes: string } | { company: string },
): Promise<boolean> {
  const ids = await contactsOfPerson(work.db, id)
  const { numUpdatedRows } = await work.db.updateTable('contact').set(set).where('id', 'in', ids).executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await touchContacts(work, ids)
  // A caller's name stands in the list of calls too.
  work.callsChanged()
  return true
}

/** The name without blanks around it; null when it says nothing (no letter in it, or "Anonymous"). */
function usableName(pbxName: string | null): string | null {
  const name = pbxName?.trim().slice(0, 120) ?? ''
  if (!/\p{L}/u.test(name) || noNames.has(name.toLowerCase().replace(/[<>]/g, ''))) return null
  return name
}
