/** The list of conversations, a page at a time. */
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type {
  ConversationList,
  ConversationListItem,
  ConversationTab,
  FollowUpGlance,
} from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import { encodeCursor } from './cursor.ts'
import type { Cursor } from './cursor.ts'
import { newestFollowUps } from './follow-up-glance.ts'
import { matches } from './search.ts'
import { lineForPeople } from './view.ts'
import type { InboxView } from './view.ts'

export interface ListRequest {
  tab: ConversationTab
  /** As typed; blank for all. */
  query?: string | undefined
  /** After this one; null for the first page. */
  cursor: Cursor | null
  limit: number
}

/**
 * One page of a tab: "Needs reply" with those first who have waited longest, the others newest first. The counts are
 * those of the whole inbox, whatever is searched. `live` are the numbers (E.164) in a call now.
 */
export async function listConversations(
  db: Kysely<Database>,
  request: ListRequest,
  live: ReadonlySet<string>,
  view: InboxView,
): Promise<Omit<ConversationList, 'revision'>> {
  const rows = await page(db, request, view.country)
  const shown = rows.slice(0, request.limit)
  const followUps = await newestFollowUps(
    db,
    shown.map((row) => row.id),
  )
  const last = shown.at(-1)
  const more = rows.length > request.limit && last !== undefined
  return {
    items: shown.map((row) => itemOf(row, followUps.get(row.id), live, view)),
    counts: await countTabs(db),
    nextCursor: more ? encodeCursor({ at: sortKey(request.tab, last), id: last.id }) : null,
  }
}

type Row = Awaited<ReturnType<typeof page>>[number]

/** One row more than the page holds, to know whether there is a next one. */
function page(db: Kysely<Database>, { tab, query, cursor, limit }: ListRequest, country: string) {
  const typed = query?.trim() ?? ''
  const base = db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .leftJoin('opt_out', 'opt_out.number', 'contact.number')
    .selectAll('conversation')
    .select(['contact.number', 'contact.name', 'opt_out.at as opted_out_at'])
    .$if(tab !== 'all', (q) => q.where('conversation.state', '=', tab === 'all' ? 'done' : tab))
    .$if(typed !== '', (q) => q.where((eb) => matches(eb, typed, country)))
    .limit(limit + 1)
  // The plain bound lets the index find the place; the second condition keeps rows of the same instant apart.
  if (tab === 'needs-reply') {
    return base
      .$if(cursor !== null, (q) =>
        q
          .where('conversation.waiting_since', '>=', cursor?.at ?? 0)
          .where((eb) =>
            eb.or([
              eb('conversation.waiting_since', '>', cursor?.at ?? 0),
              eb('conversation.id', '>', cursor?.id ?? ''),
            ]),
          ),
      )
      .orderBy('conversation.waiting_since', 'asc')
      .orderBy('conversation.id', 'asc')
      .execute()
  }
  return base
    .$if(cursor !== null, (q) =>
      q
        .where('conversation.last_activity_at', '<=', cursor?.at ?? 0)
        .where((eb) =>
          eb.or([
            eb('conversation.last_activity_at', '<', cursor?.at ?? 0),
            eb('conversation.id', '>', cursor?.id ?? ''),
          ]),
        ),
    )
    .orderBy('conversation.last_activity_at', 'desc')
    .orderBy('conversation.id', 'asc')
    .execute()
}

function sortKey(tab: ConversationTab, row: Row): number {
  return tab === 'needs-reply' ? (row.waiting_since ?? row.last_activity_at) : row.last_activity_at
}

function itemOf(
  row: Row,
  followUp: FollowUpGlance | undefined,
  live: ReadonlySet<string>,
  view: InboxView,
): ConversationListItem {
  return {
    id: row.id,
    contact: {
      id: row.contact_id,
      number: row.number,
      numberForPeople: numberForPeople(row.number, view.country),
      name: row.name,
    },
    state: row.state,
    lastActivityAt: row.last_activity_at,
    waitingSince: row.waiting_since,
    unread: row.unread === 1,
    snippet: { kind: row.snippet_kind, text: row.snippet_text },
    missedCalls: row.missed_calls,
    line: lineForPeople(view, row.line),
    followUp: followUp ? glanceOf(followUp) : null,
    failed: row.failed === 1,
    live: live.has(row.number),
    optedOut: row.opted_out_at !== null,
  }
}

function glanceOf({ state, sentSteps, steps, nextAt, stopReason }: FollowUpGlance): FollowUpGlance {
  return { state, sentSteps, steps, nextAt, stopReason }
}

async function countTabs(db: Kysely<Database>): Promise<Record<ConversationTab, number>> {
  const counts = { 'needs-reply': 0, waiting: 0, done: 0, all: 0 }
  const rows = await db
    .selectFrom('conversation')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  for (const { state, count } of rows) {
    counts[state] = count
    counts.all += count
  }
  return counts
}
