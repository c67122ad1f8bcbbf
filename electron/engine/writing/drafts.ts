/** What was typed and not sent, kept with the inbox: it outlives the window, the engine and a power cut. */
import type { Kysely } from 'kysely'
import type { Draft, WritingKind } from '../../contract/writing.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

export async function listDrafts(db: Kysely<Database>): Promise<Draft[]> {
  const rows = await db.selectFrom('draft').selectAll().execute()
  return rows.map(({ conversation_id, kind, body, changed_at }) => {
    return { conversationId: conversation_id, kind, body, changedAt: changed_at }
  })
}

/** False where the conversation is gone: it has no draft. */
export async function saveDraft(
  work: Work,
  { conversationId, kind, body }: Omit<Draft, 'changedAt'>,
  now: number,
): Promise<boolean> {
  const conversation = await work.db
    .selectFrom('conversation')
    .select('id')
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!conversation) return false
  await work.db
    .insertInto('draft')
    .values({ conversation_id: conversationId, kind, body, changed_at: now })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'kind']).doUpdateSet({ body, changed_at: now }))
    .execute()
  return true
}

/** In the transaction that takes the words: a text that was sent must never come back as a draft. */
export async function dropDraft(work: Work, conversationId: string, kind: WritingKind): Promise<void> {
  await work.db.deleteFrom('draft').where('conversation_id', '=', conversationId).where('kind', '=', kind).execute()
}
