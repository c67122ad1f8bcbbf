/** Makes numbers one person's, and takes them apart again. Staff decide; nothing of the rules or opt-outs is loosened. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import { longestNotes, mostNumbers } from '../../contract/contacts.ts'
import { decideTextsAreFine } from '../opt-out/question.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import type { Work } from '../store/database.ts'
import type { ContactTable, Database } from '../store/schema.ts'
import { askOfOtherNumbers } from './ask-of-others.ts'
import { inSlices, touchContacts } from './many.ts'
import { contactsOfPerson } from './person.ts'
import { tagContacts, tagsOf } from './tags.ts'

type Kept = Pick<
  Selectable<ContactTable>,
  'id' | 'number' | 'name' | 'name_source' | 'company' | 'notes' | 'blocked' | 'person_id'
> & { tagIds: string[] }

/** How the numbers stood before they were put together or taken apart. */
export interface Before {
  contacts: Kept[]
  /** When it was done, epoch ms. */
  at: number
}

export type Merged = { ok: true; before: Before } | { ok: false; why: 'gone' | 'same' | 'notes-too-long' | 'too-many' }

/**
 * From now on both contacts, with the numbers that each already has, are one person, called as `chosen` says. Tags and
 * notes are put together; when one is blocked, all are. A follow-up goes on; where one number wants no texts, staff are
 * asked about the others.
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
  await tagContacts(work, ids, { add: all.flatMap(({ tagIds }) => tagIds), remove: [] })
  await askAcross(work, first, second, now)
  await askAcross(work, second, first, now)
  await changed(work, ids)
  return { ok: true, before: { contacts: all, at: now } }
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
export async function splitContact(work: Work, id: string, now: number): Promise<Before | null> {
  const contacts = await kept(work.db, id)
  if (contacts.length < 2) return null
  // A person of one number is none of several.
  const alone = contacts.length === 2 ? contacts.map((contact) => contact.id) : [id]
  await work.db.updateTable('contact').set({ person_id: null }).where('id', 'in', alone).execute()
  const ids = contacts.map((contact) => contact.id)
  await changed(work, ids)
  return { contacts, at: now }
}

/** Puts everything back as it was. What was asked about opt-outs because of it is answered: they are other people. */
export async function restorePeople(work: Work, { contacts, at }: Before, now: number): Promise<void> {
  // What putting together or taking apart made of it; staff may have blocked or unblocked them since, which stays.
  const left = contacts.some((contact) => contact.blocked === 1) ? 1 : 0
  for (const { id, tagIds, number, blocked, ...columns } of contacts) {
    await work.db.updateTable('contact').set(columns).where('id', '=', id).execute()
    await work.db.updateTable('contact').set({ blocked }).where('id', '=', id).where('blocked', '=', left).execute()
    const have = (await tagsOf(work.db, [id])).get(id) ?? []
    const remove = have.map((tag) => tag.id).filter((tag) => !tagIds.includes(tag))
    await inSlices(remove, async (slice) => {
      await work.db.deleteFrom('contact_tag').where('contact_id', '=', id).where('tag_id', 'in', slice).execute()
    })
    if (await onlyAskedAt(work.db, number, at)) await decideTextsAreFine(work, number, now, takenApart)
  }
  for (const { id, tagIds, person_id } of contacts) {
    if (person_id === null) await tagContacts(work, [id], { add: tagIds, remove: [] })
  }
  await changed(
    work,
    contacts.map(({ id }) => id),
  )
}

const takenApart = 'entered by staff: the number belongs to somebody else'

/** The question was asked then, and nothing else has been asked or decided about this number since the last decision. */
async function onlyAskedAt(db: Kysely<Database>, number: string, at: number): Promise<boolean> {
  const { decided } = await db
    .selectFrom('opt_out_audit')
    .select((eb) => eb.fn.max('at').as('decided'))
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const open = await db
    .selectFrom('opt_out_question')
    .select('at')
    .where('number', '=', number)
    .where('at', '>=', decided ?? 0)
    .execute()
  return open.length > 0 && open.every((question) => question.at === at)
}

/** The contact first, then the person's other numbers. */
async function kept(db: Kysely<Database>, contactId: string): Promise<Kept[]> {
  const ids = await contactsOfPerson(db, contactId)
  const rows = await db
    .selectFrom('contact')
    .select(['id', 'number', 'name', 'name_source', 'company', 'notes', 'blocked', 'person_id'])
    .where('id', 'in', ids)
    .execute()
  const tags = await tagsOf(db, ids)
  return rows
    .map((row) => ({ ...row, tagIds: (tags.get(row.id) ?? []).map(({ id }) => id) }))
    .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

async function changed(work: Work, ids: readonly string[]): Promise<void> {
  await touchContacts(work, ids)
  work.callsChanged()
}
