/** A page of the calls that pass a filter, with what came of each. */
import type { Kysely } from 'kysely'
import type { CallAftermath, CallRow } from '../../contract/call-list.ts'
import type { CallFilter } from '../../contract/call-list-commands.ts'
import { callItem, lastDecisions, partyForPeople } from '../inbox/call-rows.ts'
import type { NamedCall } from '../inbox/call-rows.ts'
import { encodeCursor } from '../inbox/cursor.ts'
import type { Cursor } from '../inbox/cursor.ts'
import type { InboxView } from '../inbox/view.ts'
import type { Database } from '../store/schema.ts'
import { callIds } from './filter.ts'
import type { FilterPlace } from './filter.ts'

/** The next `limit` calls that pass, those that ended last first. */
export async function listCalls(
  db: Kysely<Database>,
  filter: CallFilter,
  page: { cursor: Cursor | null; limit: number },
  view: InboxView,
  place: FilterPlace,
): Promise<{ items: CallRow[]; calls: NamedCall[]; nextCursor: string | null }> {
  const { limit } = page
  const ids = await callIds(db, filter, { ...page, limit: limit + 1 }, place)
  const calls = await callsWithNames(db, ids.slice(0, limit))
  const last = calls.at(-1)
  return {
    items: await callRows(db, calls, view),
    calls,
    nextCursor: ids.length > limit && last ? encodeCursor({ at: last.ended_at, id: last.id }) : null,
  }
}

/** These calls, those that ended last first. */
export async function callsWithNames(db: Kysely<Database>, ids: readonly string[]): Promise<NamedCall[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('call')
    .leftJoin('contact', 'contact.number', 'call.party')
    .selectAll('call')
    .select('contact.name')
    .where('call.id', 'in', ids)
    .orderBy('call.ended_at', 'desc')
    .orderBy('call.id', 'asc')
    .execute()
}

/** Calls as the window shows them. */
export async function callRows(db: Kysely<Database>, calls: readonly NamedCall[], view: InboxView): Promise<CallRow[]> {
  const ids = calls.map(({ id }) => id)
  const decisions = await lastDecisions(db, ids)
  const planned = await withPlannedText(db, ids)
  return calls.map((call) => ({
    ...callItem(call, decisions.get(call.id), view),
    conversationId: call.conversation_id,
    caller: call.name ?? partyForPeople(call, view.country),
    callable: call.party !== null,
    aftermath: aftermath(call, planned.has(call.id)),
  }))
}

function aftermath(call: NamedCall, textPlanned: boolean): CallAftermath | null {
  if (call.direction !== 'inbound' || call.outcome !== 'missed') return null
  return {
    textedAt: call.texted_at,
    wroteAt: call.wrote_at,
    talkedAt: call.talked_at,
    talkedBy: call.talked_at === null ? null : call.talked_out === 1 ? 'office' : 'caller',
    triedAt: call.tried_at,
    textPlanned,
  }
}

/** Those of these calls whose follow-up runs: a text will go out by itself. */
async function withPlannedText(db: Kysely<Database>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('follow_up')
    .select('call_id')
    .where('call_id', 'in', ids)
    .where('state', '=', 'running')
    .execute()
  return new Set(rows.map(({ call_id }) => call_id))
}
