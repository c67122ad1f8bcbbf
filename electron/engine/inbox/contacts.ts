/** Contacts: one per phone number. What staff write about them is theirs; the phone system never overwrites it. */
import { randomUUID } from 'node:crypto'
import type { Work } from '../store/database.ts'

/** What phone systems send as a name when they have none. */
const noNames = new Set(['anonymous', 'unknown', 'unavailable', 'private', 'restricted', 'withheld', 'asterisk'])

/**
 * The contact with this number (E.164), made when it is new. `pbxName` is what the phone system calls the caller: it
 * names a contact whom staff have not named.
 */
export async function findOrCreateContact(
  work: Work,
  number: string,
  facts: { pbxName: string | null; now: number },
): Promise<{ id: string; fresh: boolean }> {
  const name = usableName(facts.pbxName)
  const found = await work.db
    .selectFrom('contact')
    .select(['id', 'name', 'name_source'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) {
    const id = randomUUID()
    await work.db
      .insertInto('contact')
      .values({ id, number, name, name_source: name === null ? null : 'pbx', created_at: facts.now })
      .execute()
    return { id, fresh: true }
  }
  if (name !== null && name !== found.name && found.name_source !== 'staff') {
    await work.db.updateTable('contact').set({ name, name_source: 'pbx' }).where('id', '=', found.id).execute()
  }
  return { id: found.id, fresh: false }
}

/** Staff's name for a contact; an empty one lets the phone system name it again. False when there is no such contact. */
export async function renameContact(work: Work, id: string, name: string): Promise<boolean> {
  const given = name.trim()
  const set = given === '' ? { name: null, name_source: null } : { name: given, name_source: 'staff' as const }
  return change(work, id, set)
}

/** Staff's notes on a contact. False when there is no such contact. */
export async function saveContactNotes(work: Work, id: string, notes: string): Promise<boolean> {
  return change(work, id, { notes })
}

async function change(
  work: Work,
  id: string,
  set: { name: string | null; name_source: 'staff' | null } | { notes: string },
): Promise<boolean> {
  const { numUpdatedRows } = await work.db.updateTable('contact').set(set).where('id', '=', id).executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const conversation = await work.db
    .selectFrom('conversation')
    .select('id')
    .where('contact_id', '=', id)
    .executeTakeFirst()
  if (conversation) work.touched(conversation.id)
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
