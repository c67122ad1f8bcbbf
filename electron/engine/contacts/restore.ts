/** Takes back that numbers were made one person's, or were taken apart, without taking back what staff wrote since. */
import type { Kysely, Selectable } from 'kysely'
import type { TagChanges } from '../../contract/tags.ts'
import { evidence } from '../opt-out/evidence.ts'
import { decideTextsAreFine } from '../opt-out/question.ts'
import type { Work } from '../store/database.ts'
import type { ContactTable, Database } from '../store/schema.ts'
import { touchContacts } from './many.ts'
import { tagContacts, tagsOf, undoTagging } from './tags.ts'

/** What staff write of a person. */
type Written = Pick<Selectable<ContactTable>, 'name' | 'name_source' | 'company' | 'notes'>

export type Kept = Pick<Selectable<ContactTable>, 'id' | 'number' | 'blocked' | 'person_id'> &
  Written & { tagIds: string[] }

/** Numbers that were put together or taken apart. */
export interface Deed {
  /** As they stood before. */
  before: Kept[]
  /** As the deed left them: what is different by now was written since. */
  left: Kept[]
  /** Tags that the deed put on. */
  tags: TagChanges
  /** When it was done, epoch ms. */
  at: number
}

/** These contacts, in the order of `ids`; those that are gone are left out. */
export async function keptOf(db: Kysely<Database>, ids: readonly string[]): Promise<Kept[]> {
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

/**
 * Puts everything back as it was, besides what staff have written, blocked or tagged since. What was asked about opt-outs
 * because of it is answered: they are other people.
 */
export async function restorePeople(work: Work, { before, left, tags, at }: Deed, now: number): Promise<void> {
  const { db } = work
  const ids = before.map(({ id }) => id)
  for (const was of before) {
    const made = left.find(({ id }) => id === was.id)
    if (!made || !(await putBack(work, was, made))) continue
    if (await onlyAskedAt(db, was.number, at)) await decideTextsAreFine(work, was.number, now, evidence.notTheirs)
  }
  await undoTagging(work, tags)
  await haveInCommon(work, left)
  await touchContacts(work, ids)
  work.callsChanged()
}

/** What `was`, where it is still as a deed made it. False when the contact is gone. */
export async function putBack(work: Work, was: Kept, made: Kept): Promise<boolean> {
  const [is] = await keptOf(work.db, [was.id])
  if (!is) return false
  const sameName = is.name === made.name && is.name_source === made.name_source
  const back = {
    ...(sameName ? { name: was.name, name_source: was.name_source } : {}),
    ...(is.company === made.company ? { company: was.company } : {}),
    ...(is.notes === made.notes ? { notes: was.notes } : {}),
    ...(is.blocked === made.blocked ? { blocked: was.blocked } : {}),
    ...(is.person_id === made.person_id ? { person_id: was.person_id } : {}),
  }
  if (Object.keys(back).length > 0) await work.db.updateTable('contact').set(back).where('id', '=', was.id).execute()
  return true
}

/** Numbers that are one person's again have in common what was written of only some of them meanwhile. */
async function haveInCommon(work: Work, left: readonly Kept[]): Promise<void> {
  const made = new Map(left.map((contact) => [contact.id, contact]))
  const now = await keptOf(work.db, [...made.keys()])
  for (const personId of new Set(now.map((contact) => contact.person_id))) {
    if (personId === null) continue
    const numbers = now.filter((contact) => contact.person_id === personId)
    const written = (column: keyof Written) => numbers.find((is) => is[column] !== made.get(is.id)?.[column])
    const [named, employed, noted] = [written('name'), written('company'), written('notes')]
    const common = {
      ...(named ? { name: named.name, name_source: named.name_source } : {}),
      ...(employed ? { company: employed.company } : {}),
      ...(noted ? { notes: noted.notes } : {}),
    }
    const ids = numbers.map(({ id }) => id)
    if (Object.keys(common).length > 0) {
      await work.db.updateTable('contact').set(common).where('id', 'in', ids).execute()
    }
    const tagsBefore = (id: string) => made.get(id)?.tagIds ?? []
    await tagContacts(work, ids, {
      add: numbers.flatMap(({ id, tagIds }) => tagIds.filter((tag) => !tagsBefore(id).includes(tag))),
      remove: numbers.flatMap(({ id, tagIds }) => tagsBefore(id).filter((tag) => !tagIds.includes(tag))),
    })
  }
}

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
