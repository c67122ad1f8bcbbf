/** Words that staff write often: kept once, put in by a slash, filled in like the automatic texts. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Texts } from '../../contract/texts.ts'
import type { QuickReply } from '../../contract/writing.ts'
import { writeText } from '../followup/template.ts'
import type { TemplateFields, TextStyle } from '../followup/template.ts'
import type { UndoMemory } from '../contacts/undo-memory.ts'
import type { Work } from '../store/database.ts'
import type { Database, QuickReplyTable } from '../store/schema.ts'
import { seeds } from './seeds.ts'

/** The setting that says that the office has had its first ones. */
const seeded = 'quick-replies-seeded'

/** Those that can still be brought back. */
export type DeletedReplies = UndoMemory<Selectable<QuickReplyTable>>

/** Most used first, then by name. `fields`: of the conversation that they are for. */
export async function listQuickReplies(
  db: Kysely<Database>,
  fields: TemplateFields,
  { plainPunctuation, language }: Pick<Texts, 'plainPunctuation' | 'language'>,
): Promise<QuickReply[]> {
  const rows = await db.selectFrom('quick_reply').selectAll().orderBy('uses', 'desc').orderBy('name').execute()
  const style: TextStyle = { namesBusiness: false, addOptOut: false, plainPunctuation, language }
  return rows.map(({ id, name, template, uses }) => {
    const written = writeText(template, fields, style)
    return { id, name, template, uses, body: written.ok ? written.body : null }
  })
}

export async function hasSeeds(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('setting').select('name').where('name', '=', seeded).executeTakeFirst()
  return row !== undefined
}

/** Gives an office its first quick replies, once for ever: who deletes them all wants none. */
export async function plantSeeds(work: Work, language: keyof typeof seeds, now: number): Promise<void> {
  if (await hasSeeds(work.db)) return
  await work.db.insertInto('setting').values({ name: seeded, value: 'true', changed_at: now }).execute()
  // In the order in which they stand there, until they are used.
  const rows = seeds[language].map((seed, place) => ({ ...seed, id: randomUUID(), created_at: now + place }))
  await work.db.insertInto('quick_reply').values(rows).execute()
}

export async function saveQuickReply(
  work: Work,
  { id, name, template }: { id: string; name: string; template: string },
  now: number,
): Promise<void> {
  await work.db
    .insertInto('quick_reply')
    .values({ id, name, template, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, template }))
    .execute()
}

export async function countUse(work: Work, id: string, now: number): Promise<void> {
  await work.db
    .updateTable('quick_reply')
    .set((eb) => ({ uses: eb('uses', '+', 1), used_at: now }))
    .where('id', '=', id)
    .execute()
}

/** Deletes one and keeps it for `bringBackReply`. False when it is not there. */
export async function deleteReply(work: Work, id: string, deleted: DeletedReplies): Promise<boolean> {
  const row = await work.db.deleteFrom('quick_reply').where('id', '=', id).returningAll().executeTakeFirst()
  if (row) work.afterCommit(() => deleted.keep(id, row))
  return row !== undefined
}

/** False when it is not known any more. */
export async function bringBackReply(work: Work, id: string, deleted: DeletedReplies): Promise<boolean> {
  const row = deleted.get(id)
  if (!row) return false
  await work.db.insertInto('quick_reply').values(row).execute()
  work.afterCommit(() => deleted.forget(id))
  return true
}
