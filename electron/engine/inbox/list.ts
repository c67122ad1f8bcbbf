/** The list of conversations, a page at a time. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { ListFilter } from '../../contract/list-commands.ts'
import type { ConversationList, ConversationTab } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import { countTabs } from './counts.ts'
import { encodeCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { afterCursor, itemsOf, selectRows, sortKey } from './list-rows.ts'
import type { Order } from './list-rows.ts'
import { conditionsOf, conversationsFrom, rarestTag, taggedWith } from './narrow.ts'
import { searchConversations } from './search.ts'
import type { InboxView } from './view.ts'

export interface ListRequest {
  tab: ConversationTab
  filter: ListFilter
  /** As typed; blank for all. */
  query?: string | undefined
  /** Only those of these that stand in the list; left out for all. */
  ids?: readonly string[] | undefined
  /** After this one; null for the first page. */
  cursor: Cursor | null
  limit: number
}

/**
 * One page of a tab: "Needs reply" with those first who have waited longest, the others newest first; what is found by
 * `query` in the order of search.ts. The counts are those of the filter, whatever is searched. `live` are the numbers
 * (E.164) in a call now.
 */
export async function listConversations(
  db: Kysely<Database>,
  request: ListRequest,
  live: ReadonlySet<string>,
  view: InboxView,
): Promise<Omit<ConversationList, 'revision'>> {
  const query = request.query?.trim() ?? ''
  const page = query === '' ? await pageOf(db, request) : await searchConversations(db, { ...request, query }, view)
  return {
    items: await itemsOf(db, page.rows, live, view),
    ...(await countTabs(db, request.filter)),
    nextCursor: page.next && encodeCursor(page.next),
  }
}

async function pageOf(db: Kysely<Database>, { tab, filter, ids, cursor, limit }: ListRequest) {
  const order: Order = tab === 'needs-reply' ? 'waiting' : 'activity'
  const tag = ids ? null : await rarestTag(db, filter.tagIds)
  const source = ids
    ? sql`json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN conversation ON conversation.id = wanted.value`
    : conversationsFrom(tag)
  const conditions = [
    ...conditionsOf({ tab, filter }),
    ...taggedWith(filter.tagIds),
    ...(cursor ? [afterCursor(order, cursor)] : []),
  ]
  // One row more than the page holds, to know whether there is a next one.
  const rows = await selectRows(db, { source, conditions, order, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? { at: sortKey(order, last), id: last.id } : null
  return { rows: shown.map((row) => ({ row, hit: null })), next }
}
