/** Conversations: opening one for a number, moving it on by what happens, and keeping its line in the list right. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import { contactsOfPerson } from '../contacts/person.ts'
import type { Work } from '../store/database.ts'
import type { ConversationTable, Database } from '../store/schema.ts'
import { findOrCreateContact } from './contacts.ts'
import { isCallCovered } from './cover.ts'
import { glance } from './glance.ts'
import { after, nothingYet, stateOf } from './state.ts'
import type { InboxEvent, Situation } from './state.ts'

export interface OpenedConversation {
  id: string
  contactId: string
  /** True when this made it. */
  fresh: boolean
}

/**
 * The conversation with `number` (E.164), made with its contact when it is new. Earlier calls with that number that
 * had no conversation (staff called somebody new) join it. `pbxName` as in `findOrCreateContact`. `silent`: nothing has
 * happened yet, so that it stands behind those with the person's other numbers.
 */
export async function openConversation(
  work: Work,
  number: string,
  facts: { now: number; pbxName?: string | null; silent?: boolean },
): Promise<OpenedConversation> {
  const contact = await findOrCreateContact(work, number, { pbxName: facts.pbxName ?? null, now: facts.now })
  const found = await conversationOf(work.db, contact.id)
  if (found) return { id: found, contactId: contact.id, fresh: false }
  const id = randomUUID()
  const others = facts.silent === true && (await contactsOfPerson(work.db, contact.id)).length > 1
  const row = {
    id,
    contact_id: contact.id,
    last_activity_at: others ? 0 : facts.now,
    ...columnsOf(others ? { ...nothingYet, rest: 'done' } : nothingYet),
  }
  await work.db.insertInto('conversation').values(row).execute()
  await work.db
    .updateTable('call')
    .set({ conversation_id: id })
    .where('party', '=', number)
    .where('conversation_id', 'is', null)
    .execute()
  work.touched(id)
  return { id, contactId: contact.id, fresh: true }
}

/**
 * Moves a conversation on by what happened, by the rules of state.ts, and refreshes it. A text from the contact or
 * something to look at makes it unread. False when there is no such conversation.
 */
export async function applyEvent(work: Work, id: string, event: InboxEvent): Promise<boolean> {
  const row = await find(work.db, id)
  if (!row) return false
  const unread = event.kind === 'text-in' || event.kind === 'look' ? { unread: 1 as const } : {}
  const columns = columnsOf(after(situationOf(row), event))
  await work.db
    .updateTable('conversation')
    .set({ ...columns, ...unread })
    .where('id', '=', id)
    .execute()
  await refreshConversation(work, id)
  return true
}

/** The contact wrote at `since` and waits for a reply; an earlier text that waits keeps its time. */
export async function needsReply(work: Work, id: string, since: number): Promise<void> {
  await applyEvent(work, id, { kind: 'text-in', at: since })
}

/** What a conversation was at some time. */
export interface Answered {
  id: string
  situation: Situation
  unread: boolean
}

/** What it is now, for `bringBack`; null when there is no such conversation. */
export async function asItIs(db: Kysely<Database>, id: string): Promise<Answered | null> {
  const row = await find(db, id)
  return row ? { id, situation: situationOf(row), unread: row.unread === 1 } : null
}

/**
 * What answered it was taken back: the conversation is what it was before, unless something new has happened in it since.
 * Where it is not known what was before, somebody must look at it.
 */
export async function bringBack(work: Work, was: Answered | { id: string }, now: number): Promise<void> {
  const row = await find(work.db, was.id)
  if (!row || JSON.stringify(situationOf(row)) !== JSON.stringify(nothingYet)) return
  if ('situation' in was) {
    const columns = { ...columnsOf(was.situation), ...(was.unread ? { unread: 1 as const } : {}) }
    await work.db.updateTable('conversation').set(columns).where('id', '=', was.id).execute()
  } else await applyEvent(work, was.id, { kind: 'reopened', at: now })
  await refreshConversation(work, was.id)
}

/**
 * Staff has seen the conversation as it is at `now`; left out: they have dealt with it without looking into it. False
 * when there is no such conversation.
 */
export async function markRead(work: Work, id: string, now?: number): Promise<boolean> {
  const row = await find(work.db, id)
  if (!row) return false
  await work.db
    .updateTable('conversation')
    .set({ unread: 0, ...(now === undefined ? {} : { read_at: Math.max(now, row.read_at ?? 0) }) })
    .where('id', '=', id)
    .execute()
  if (row.unread === 1) work.touched(id)
  return true
}

/** The conversation looks as if nobody had seen it. */
export async function markUnread(work: Work, id: string): Promise<void> {
  await work.db.updateTable('conversation').set({ unread: 1 }).where('id', '=', id).execute()
  work.touched(id)
}

/**
 * Whether staff said "done", whether nothing waits anyway, and whether anything is unread; null when there is no such
 * conversation.
 */
export async function isMarkedDone(
  db: Kysely<Database>,
  id: string,
): Promise<{ markedDone: boolean; settled: boolean; unread: boolean } | null> {
  const row = await find(db, id)
  return row ? { markedDone: row.marked_done === 1, settled: row.state === 'done', unread: row.unread === 1 } : null
}

/**
 * Brings a conversation's line in the list (state, snippet, missed calls, failure, line, time) in step with its calls,
 * messages and follow-ups. To be called in each transaction that changes any of these.
 */
export async function refreshConversation(work: Work, id: string): Promise<void> {
  const row = await find(work.db, id)
  if (!row) return
  const seen = await glance(work.db, id)
  // What staff wrote did not arrive: the contact waits again, even if staff said "done" right after writing.
  const staffTextFailed = seen.failedText?.author === 'staff' && row.failed === 0 ? seen.failedText : null
  const before = situationOf(row)
  const situation = staffTextFailed ? after(before, { kind: 'look', at: staffTextFailed.at }) : before
  const callCovered = situation.callSince !== null && (await isCallCovered(work.db, id, situation.callSince))
  await work.db
    .updateTable('conversation')
    .set({
      ...columnsOf({ ...situation, callCovered }),
      last_activity_at: seen.lastActivityAt ?? row.last_activity_at,
      snippet_kind: seen.snippet.kind,
      snippet_text: seen.snippet.text,
      missed_calls: seen.missedCalls,
      line: seen.line,
      failed: seen.failedText ? 1 : 0,
      unread: staffTextFailed ? 1 : row.unread,
    })
    .where('id', '=', id)
    .execute()
  work.touched(id)
}

/** How many conversations need a reply: the number on tray and badge. */
export async function countNeedsReply(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('conversation_count')
    .select('count')
    .where('state', '=', 'needs-reply')
    .executeTakeFirstOrThrow()
  return row.count
}

/** The conversation with this contact; null when there is none. */
export async function conversationOf(db: Kysely<Database>, contactId: string): Promise<string | null> {
  const row = await db.selectFrom('conversation').select('id').where('contact_id', '=', contactId).executeTakeFirst()
  return row?.id ?? null
}

function find(db: Kysely<Database>, id: string): Promise<Selectable<ConversationTable> | undefined> {
  return db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst()
}

function situationOf(row: Selectable<ConversationTable>): Situation {
  return {
    textSince: row.text_since,
    callSince: row.call_since,
    callCovered: row.call_covered === 1,
    lookSince: row.look_since,
    rest: row.rest,
    markedDone: row.marked_done === 1,
  }
}

function columnsOf(situation: Situation) {
  const { state, waitingSince } = stateOf(situation)
  return {
    state,
    waiting_since: waitingSince,
    text_since: situation.textSince,
    call_since: situation.callSince,
    call_covered: situation.callCovered ? (1 as const) : (0 as const),
    look_since: situation.lookSince,
    rest: situation.rest,
    marked_done: situation.markedDone ? (1 as const) : (0 as const),
  }
}
