/** How many conversations stand in each tab. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { mostCounted } from '../../contract/list-limits.ts'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationState, ConversationTab } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import { both, conditionsOf, conversationsFrom, rarestTag, taggedWith } from './narrow.ts'

export type Counts = Record<ConversationTab, number>

const states = ['needs-reply', 'waiting', 'done'] as const

/**
 * Of the whole inbox without a filter; with one, each state is counted up to `mostCounted` + 1. `needsReply` is always
 * that of the whole inbox.
 */
export async function countTabs(
  db: Kysely<Database>,
  filter: ListFilter,
): Promise<{ counts: Counts; needsReply: number }> {
  const all = await countStates(db)
  const needsReply = all['needs-reply']
  const { line, tagIds, from, to } = filter
  if (line === null && tagIds.length === 0 && from === null && to === null) return { counts: all, needsReply }
  const counts = { ...all, all: 0 }
  for (const state of states) {
    counts[state] = await countFiltered(db, state, filter, all[state])
    counts.all += counts[state]
  }
  counts.all = Math.min(counts.all, mostCounted + 1)
  return { counts, needsReply }
}

/** How many conversations are in each state, and in all. */
async function countStates(db: Kysely<Database>): Promise<Counts> {
  const counts = { 'needs-reply': 0, waiting: 0, done: 0, all: 0 }
  for (const { state, count } of await db.selectFrom('conversation_count').selectAll().execute()) {
    counts[state] = count
    counts.all += count
  }
  return counts
}

async function countFiltered(
  db: Kysely<Database>,
  state: ConversationState,
  filter: ListFilter,
  inState: number,
): Promise<number> {
  const tag = await rarestTag(db, filter.tagIds)
  // Whatever is shorter is gone through: those with the tag, or those in the state.
  const source = conversationsFrom(tag && inState > tag.contacts ? tag : null)
  const conditions = [...conditionsOf({ tab: state, filter }), ...taggedWith(filter.tagIds)]
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT 1 FROM ${source} WHERE ${both(conditions)} LIMIT ${mostCounted + 1})
  `.execute(db)
  return rows[0]?.count ?? 0
}
