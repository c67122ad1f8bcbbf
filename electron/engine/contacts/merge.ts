/** Makes numbers one person's, and takes them apart again. Staff decide; nothing of the rules or opt-outs is loosened. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { longestNotes, mostNumbers } from '../../contract/contacts.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { askOfOtherNumbers } from './ask-of-others.ts'
import { touchContacts } from './many.ts'
import { contactsOfPerson } from './person.ts'
import { keptOf } from './restore.ts'
import type { Deed, Kept } from './restore.ts'
import { tagContacts } from './tags.ts'

export type Merged = { ok: true; deed: Deed } | { ok: false; why: 'gone' | 'same' | 'notes-too-long' | 'too-many' }

/**
 * From now on both contacts, with the numbers that each already has, are one person, called as `chosen` says. Tags and
 * notes are put together; when one is blocked, all are. A follow-up goes on, unless each number has one that has texted
 * within the day: the person has heard enough then (the rule recent-follow-up). Where one number wants no texts, staff
 * are asked about the others.
 */
export async function mergeContacts(
  work: Work,
  pair: readonly [string, string],
  chosen: { name: string | null; company: string },
  now: number,
): Promise<Merged> {
  const [first, second] = [await kept(work.db, pair[0]), await kept(work.db, pair[1])]
  const mine = first[0]
  const theirs = second[0]
  if (!mine || !theirs) return { ok: false, why: 'gone' }
  if (first.some(({ id }) => id === theirs.id)) return { ok: false, why: 'same' }
  const all = [...first, ...second]
  if (all.length > mostNumbers) return { ok: false, why: 'too-many' }
  const notes = [...new Set([mine.notes, theirs.notes].map((text) => text.trim()).filter(Boolean))].join('\n\n')
  if (notes.length > longestNotes) return { ok: false, why: 'notes-too-long' }
  const ids = all.map(({ id }) => id)
  await work.db
    .updateTable('contact')
    .set({
      // A name that was chosen is staff's: no call from one of the numbers changes it.
      name: chosen.name,
      name_source: chosen.name === null ? null : 'staff',
      company: chosen.company,
      notes,
      blocked: all.some(({ blocked }) => blocked === 1) ? 1 : 0,
      person_id: mine.person_id ?? theirs.person_id ?? randomUUID(),
    })
    .where('id', 'in', ids)
    .execute()
  const tags = await tagContacts(work, ids, { add: all.flatMap(({ tagIds }) => tagIds), remove: [] })
  await askAcross(work, first, second, now)
  await askAcross(work, second, first, now)
  await changed(work, ids)
  return { ok: true, deed: { before: all, left: await keptOf(work.db, ids), tags, at: now } }
}

async function askAcross(work: Work, of: Kept[], others: Kept[], now: number): Promise<void> {
  const among = others.map(({ number }) => number)
  for (const { number } of of) {
    if (await isOptedOut(work.db, number)) await askOfOtherNumbers(work, { number, source: 'staff', now }, among)
  }
}

/**
 * Takes one number away from its person; it keeps what both have now. Null when it has no other numbers, or is gone.
 */
export async function splitContact(work: Work, id: string, now: number): Promise<Deed | null> {
  const before = await kept(work.db, id)
  if (before.length < 2) return null
  // A person of one number is none of several.
  const ids = before.map((contact) => contact.id)
  const alone = ids.length === 2 ? ids : [id]
  await work.db.updateTable('contact').set({ person_id: null }).where('id', 'in', alone).execute()
  await changed(work, ids)
  const left = await keptOf(work.db, ids)
  return { before, left, tags: { added: [], removed: [] }, at: now }
}

/** The contact first, then the person's other numbers. */
async function kept(db: Kysely<Database>, contactId: string): Promise<Kept[]> {
  return keptOf(db, await contactsOfPerson(db, contactId))
}

async function changed(work: Work, ids: readonly string[]): Promise<void> {
  await touchContacts(work, ids)
  work.callsChanged()
}
