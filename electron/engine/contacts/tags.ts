/** Tags and who has them. What staff write is their own: names are shown as typed and compared without capitals. */
import type { Kysely } from 'kysely'
import { oneLine } from '../../contract/contacts.ts'
import type { TagChanges, TagColour, TagView, TaggedContacts } from '../../contract/tags.ts'
import { longestTagName, tagColours } from '../../contract/tags.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { inSlices, touchContacts } from './many.ts'

/** The name as it is stored. Empty when nothing is left of it. */
export function tidyTagName(typed: string): string {
  return oneLine(typed, longestTagName)
}

/** The name as it is compared. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}

export async function listTags(db: Kysely<Database>): Promise<(TagView & { contacts: number })[]> {
  const rows = await db
    .selectFrom('tag')
    .select(['id', 'name', 'colour'])
    .select((eb) =>
      eb
        .selectFrom('contact_tag')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('contact_tag.tag_id', '=', 'tag.id')
        .as('contacts'),
    )
    .orderBy('folded')
    .execute()
  return rows.map((row) => ({ ...viewOf(row), contacts: row.contacts ?? 0 }))
}

/** The tags of each of these contacts, by name; a contact without tags is not in the map. */
export async function tagsOf(db: Kysely<Database>, contactIds: readonly string[]): Promise<Map<string, TagView[]>> {
  const tags = new Map<string, TagView[]>()
  await inSlices(contactIds, async (slice) => {
    const rows = await db
      .selectFrom('contact_tag')
      .innerJoin('tag', 'tag.id', 'contact_tag.tag_id')
      .select(['contact_tag.contact_id', 'tag.id', 'tag.name', 'tag.colour'])
      .where('contact_tag.contact_id', 'in', slice)
      .orderBy('tag.folded')
      .execute()
    for (const { contact_id, ...row } of rows) tags.set(contact_id, [...(tags.get(contact_id) ?? []), viewOf(row)])
  })
  return tags
}

export type SavedTag = { ok: true; tag: TagView } | { ok: false; why: 'no-name' | 'name-taken' }

/** Makes the tag with this id, or changes it; see the contract's `tags:save`. */
export async function saveTag(work: Work, { id, name: typed, colour }: TagView): Promise<SavedTag> {
  const name = tidyTagName(typed)
  if (name === '') return { ok: false, why: 'no-name' }
  const { db } = work
  const tag = { id, name, colour }
  const namesake = await db
    .selectFrom('tag')
    .select(['id', 'name', 'colour'])
    .where('folded', '=', folded(name))
    .executeTakeFirst()
  const before = await db.selectFrom('tag').select('id').where('id', '=', id).executeTakeFirst()
  if (namesake && namesake.id !== id) {
    return before ? { ok: false, why: 'name-taken' } : { ok: true, tag: viewOf(namesake) }
  }
  if (!before) {
    await db
      .insertInto('tag')
      .values({ ...tag, folded: folded(name) })
      .execute()
    return { ok: true, tag }
  }
  await db
    .updateTable('tag')
    .set({ name, colour, folded: folded(name) })
    .where('id', '=', id)
    .execute()
  await touchContacts(work, await contactsWith(db, id))
  return { ok: true, tag }
}

/** A tag that is gone, with all that is needed to bring it back. */
export interface DeletedTag {
  tag: TagView
  contactIds: string[]
}

/** Null when there is no such tag. */
export async function deleteTag(work: Work, id: string): Promise<DeletedTag | null> {
  const { db } = work
  const row = await db.selectFrom('tag').select(['id', 'name', 'colour']).where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const contactIds = await contactsWith(db, id)
  await db.deleteFrom('contact_tag').where('tag_id', '=', id).execute()
  await db.deleteFrom('tag').where('id', '=', id).execute()
  await touchContacts(work, contactIds)
  return { tag: viewOf(row), contactIds }
}

/** Brings a deleted tag back. Where its name has been given anew meanwhile, the contacts get that other tag. */
export async function restoreTag(work: Work, { tag, contactIds }: DeletedTag): Promise<void> {
  const saved = await saveTag(work, tag)
  if (saved.ok) await tagContacts(work, contactIds, { add: [saved.tag.id], remove: [] })
}

/** Puts tags on people, whatever their number, and takes others off. Tells what really changed. */
export async function tagContacts(
  work: Work,
  contactIds: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<TagChanges> {
  const changes: TagChanges = { added: [], removed: [] }
  const ids = await withOtherNumbers(work.db, contactIds)
  for (const tagId of new Set(remove)) note(changes.removed, await untag(work, { tagId, contactIds: ids }))
  for (const tagId of new Set(add)) note(changes.added, await tag(work, { tagId, contactIds: ids }))
  return changes
}

/** Takes back what `tagContacts` did. */
export async function undoTagging(work: Work, { added, removed }: TagChanges): Promise<void> {
  for (const group of added) await untag(work, group)
  for (const group of removed) await tag(work, group)
}

function note(list: TaggedContacts[], group: TaggedContacts): void {
  if (group.contactIds.length > 0) list.push(group)
}

/** Passes over contacts and tags that are not there. */
async function tag(work: Work, { tagId, contactIds }: { tagId: string; contactIds: readonly string[] }) {
  const changed: string[] = []
  await inSlices(contactIds, async (slice) => {
    const rows = await work.db
      .insertInto('contact_tag')
      .columns(['contact_id', 'tag_id'])
      .expression((eb) =>
        eb
          .selectFrom('contact')
          .innerJoin('tag', (join) => join.on('tag.id', '=', tagId))
          .select(['contact.id', 'tag.id'])
          .where('contact.id', 'in', slice),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('contact_id')
      .execute()
    changed.push(...rows.map((row) => row.contact_id))
  })
  await touchContacts(work, changed)
  return { tagId, contactIds: changed }
}

async function untag(work: Work, { tagId, contactIds }: { tagId: string; contactIds: readonly string[] }) {
  const changed: string[] = []
  await inSlices(contactIds, async (slice) => {
    const rows = await work.db
      .deleteFrom('contact_tag')
      .where('tag_id', '=', tagId)
      .where('contact_id', 'in', slice)
      .returning('contact_id')
      .execute()
    changed.push(...rows.map((row) => row.contact_id))
  })
  await touchContacts(work, changed)
  return { tagId, contactIds: changed }
}

async function withOtherNumbers(db: Kysely<Database>, contactIds: readonly string[]): Promise<string[]> {
  const ids = [...contactIds]
  await inSlices(contactIds, async (slice) => {
    const others = await db
      .selectFrom('contact as mine')
      .innerJoin('contact as theirs', 'theirs.person_id', 'mine.person_id')
      .select('theirs.id')
      .where('mine.id', 'in', slice)
      .where('mine.person_id', 'is not', null)
      .execute()
    ids.push(...others.map(({ id }) => id))
  })
  return ids
}

async function contactsWith(db: Kysely<Database>, tagId: string): Promise<string[]> {
  const rows = await db.selectFrom('contact_tag').select('contact_id').where('tag_id', '=', tagId).execute()
  return rows.map((row) => row.contact_id)
}

function viewOf({ id, name, colour }: { id: string; name: string; colour: string }): TagView {
  // A colour of a later version is no reason to lose the tag.
  return { id, name, colour: tagColours.find((known) => known === colour) ?? ('grey' satisfies TagColour) }
}
