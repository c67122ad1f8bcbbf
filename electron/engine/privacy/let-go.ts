/** What an office does not want to keep any longer, taken out of the inbox a piece at a time. */
import { sql } from 'kysely'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Work } from '../store/database.ts'

/** Conversations that one step looks through. */
export const perStep = 25

/** Takes out conversations in which nothing has happened since `before` and nothing waits. Tells how many. */
export async function letGo(work: Work, before: number, files: string[]): Promise<number> {
  const old = await work.db
    .selectFrom('conversation')
    .select(['id', 'contact_id'])
    .where('last_activity_at', '<', before)
    // Nothing has happened in it yet: somebody is about to write there.
    .where('last_activity_at', '>', 0)
    .where('state', '!=', 'needs-reply')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox')
            .innerJoin('message', 'message.id', 'outbox.message_id')
            .select('message.id')
            .whereRef('message.conversation_id', '=', 'conversation.id'),
        ),
      ),
    )
    .orderBy('last_activity_at')
    .limit(perStep)
    .execute()
  if (old.length === 0) return letGoOfLooseCalls(work, before)
  const ids = old.map(({ id }) => id)
  const messages = await work.db.selectFrom('message').select('id').where('conversation_id', 'in', ids).execute()
  await letGoOfParts(
    work,
    messages.map(({ id }) => id),
    files,
  )
  for (const table of ['draft', 'note', 'happening', 'message'] as const)
    await work.db.deleteFrom(table).where('conversation_id', 'in', ids).execute()
  await work.db
    .deleteFrom('decision')
    .where('call_id', 'in', (eb) => eb.selectFrom('call').select('call.id').where('conversation_id', 'in', ids))
    .execute()
  for (const table of ['follow_up', 'call'] as const)
    await work.db.deleteFrom(table).where('conversation_id', 'in', ids).execute()
  await work.db.deleteFrom('conversation').where('id', 'in', ids).execute()
  const contacts = old.map(({ contact_id: contact }) => contact)
  await work.db
    .deleteFrom('contact')
    .where('id', 'in', contacts)
    .where('blocked', '=', 0)
    .where('notes', '=', '')
    .where('company', '=', '')
    .where('person_id', 'is', null)
    .where((eb) => eb.or([eb('name_source', 'is', null), eb('name_source', '=', 'pbx')]))
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM contact_tag WHERE contact_tag.contact_id = contact.id)`)
    .execute()
  work.callsChanged()
  return old.length
}

/** Calls with withheld numbers stand in no conversation. */
async function letGoOfLooseCalls(work: Work, before: number): Promise<number> {
  const loose = await work.db
    .selectFrom('call')
    .select('id')
    .where('ended_at', '<', before)
    .where('conversation_id', 'is', null)
    .orderBy('ended_at')
    .limit(perStep)
    .execute()
  if (loose.length === 0) return 0
  const ids = loose.map(({ id }) => id)
  await work.db.deleteFrom('decision').where('call_id', 'in', ids).execute()
  await work.db.deleteFrom('call').where('id', 'in', ids).execute()
  work.callsChanged()
  return loose.length
}

/** `before`, but nothing from the moment on since when somebody waits for an answer. For tables with `conversation_id`. */
function until(before: number) {
  return sql<number>`min(${before}, coalesce(
    (SELECT waiting_since FROM conversation WHERE conversation.id = conversation_id), ${before}))`
}

/** Takes out what is older than `before` of conversations that go on. Tells how many calls, texts and notes. */
export async function letGoWithin(work: Work, ids: string[], before: number, files: string[]): Promise<number> {
  const { db } = work
  const messages = await db
    .selectFrom('message')
    .select(['id', 'conversation_id'])
    .where('conversation_id', 'in', ids)
    .where('at', '<', until(before))
    .where('state', 'not in', ['queued', 'sending'])
    .execute()
  const calls = await db
    .selectFrom('call')
    .select(['id', 'conversation_id'])
    .where('conversation_id', 'in', ids)
    // One that waits for an answer waits since its end.
    .where('ended_at', '<', until(before))
    .execute()
  const followUps = await db
    .selectFrom('follow_up')
    .select('id')
    .where(
      'call_id',
      'in',
      calls.map(({ id }) => id),
    )
    .execute()
  const [messageIds, callIds] = [messages, calls].map((rows) => rows.map(({ id }) => id))
  await letGoOfParts(work, messageIds ?? [], files)
  await db
    .deleteFrom('outbox')
    .where('message_id', 'in', messageIds ?? [])
    .execute()
  await db
    .deleteFrom('message')
    .where('id', 'in', messageIds ?? [])
    .execute()
  const followUpIds = followUps.map(({ id }) => id)
  await db.updateTable('message').set({ follow_up_id: null }).where('follow_up_id', 'in', followUpIds).execute()
  await db.deleteFrom('follow_up').where('id', 'in', followUpIds).execute()
  await db
    .deleteFrom('decision')
    .where('call_id', 'in', callIds ?? [])
    .execute()
  await db
    .deleteFrom('call')
    .where('id', 'in', callIds ?? [])
    .execute()
  let others = 0
  for (const table of ['note', 'happening'] as const) {
    const { numDeletedRows } = await db
      .deleteFrom(table)
      .where('conversation_id', 'in', ids)
      .where('at', '<', until(before))
      .executeTakeFirstOrThrow()
    others += Number(numDeletedRows)
  }
  const changed = new Set([...messages, ...calls].flatMap(({ conversation_id: id }) => id ?? []))
  for (const id of changed) await refreshConversation(work, id)
  if (calls.length > 0) work.callsChanged()
  return messages.length + calls.length + others
}

async function letGoOfParts({ db }: Work, messages: string[], files: string[]): Promise<void> {
  if (messages.length === 0) return
  const pictures = await db.selectFrom('picture').select('file').where('message_id', 'in', messages).execute()
  files.push(...pictures.flatMap(({ file }) => file ?? []))
  for (const table of ['picture_fetch', 'picture', 'attempt'] as const)
    await db.deleteFrom(table).where('message_id', 'in', messages).execute()
}
