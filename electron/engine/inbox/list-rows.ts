/** Rows of the list, read by id or in the order of a tab, and as the window shows them. */
import { sql } from 'kysely'
import type { Kysely, RawBuilder, Selectable, SqlBool } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import type { ConversationListItem, FollowUpGlance, SearchHit } from '../../contract/view-models.ts'
import { tagsOf } from '../contacts/tags.ts'
import type { ConversationTable, Database } from '../store/schema.ts'
import type { Cursor } from './cursor.ts'
import { newestFollowUps } from './follow-up-glance.ts'
import { both } from './narrow.ts'
import type { Condition } from './narrow.ts'
import { lineForPeople } from './view.ts'
import type { InboxView } from './view.ts'

export type ListRow = Selectable<ConversationTable> & {
  number: string
  name: string | null
  company: string
  notes: string
  search_no: number | null
  opted_out_at: number | null
  person_id: string | null
}

/** The order of a tab: who has waited longest first, or what is newest. */
export type Order = 'waiting' | 'activity'

const orders: Record<Order, RawBuilder<unknown>> = {
  waiting: sql`conversation.waiting_since, conversation.id`,
  activity: sql`conversation.last_activity_at DESC, conversation.id`,
}

/** At most `limit` rows of `source` (which has `conversation` in it) in this order. */
export async function selectRows(
  db: Kysely<Database>,
  {
    source,
    conditions,
    order,
    limit,
  }: {
    source: RawBuilder<unknown>
    conditions: readonly Condition[]
    order: Order
    limit: number
  },
): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    SELECT conversation.*, contact.number, contact.name, contact.company, contact.notes, contact.search_no, contact.person_id, opt_out.at AS opted_out_at
    FROM ${source}
    CROSS JOIN contact ON contact.id = conversation.contact_id
    LEFT JOIN opt_out ON opt_out.number = contact.number
    WHERE ${both(conditions)}
    ORDER BY ${orders[order]}
    LIMIT ${limit}
  `.execute(db)
  return rows
}

/** The plain bound lets the index find the place; the second condition keeps rows of the same instant apart. */
export function afterCursor(order: Order, { at, id }: Cursor): Condition {
  if (order === 'waiting') {
    return sql<SqlBool>`conversation.waiting_since >= ${at}
      AND (conversation.waiting_since > ${at} OR conversation.id > ${id})`
  }
  return sql<SqlBool>`conversation.last_activity_at <= ${at}
    AND (conversation.last_activity_at < ${at} OR conversation.id > ${id})`
}

export function sortKey(order: Order, row: ListRow): number {
  return order === 'waiting' ? (row.waiting_since ?? row.last_activity_at) : row.last_activity_at
}

/** These conversations; those that are gone are left out. */
export async function rowsById(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, ListRow>> {
  const source = sql`json_each(${JSON.stringify(ids)}) AS wanted
    CROSS JOIN conversation ON conversation.id = wanted.value`
  const rows = await selectRows(db, { source, conditions: [], order: 'activity', limit: ids.length })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The rows as the window shows them, each with what of it was searched for. `live`: numbers in a call now. */
export async function itemsOf(
  db: Kysely<Database>,
  rows: readonly { row: ListRow; hit: SearchHit | null }[],
  live: ReadonlySet<string>,
  view: InboxView,
): Promise<ConversationListItem[]> {
  const others = await otherNumbersOf(
    db,
    rows.map(({ row }) => row),
  )
  const followUps = await newestFollowUps(
    db,
    rows.flatMap(({ row }) => [row.id, ...(others.get(row.id) ?? []).map(({ id }) => id)]),
  )
  const tags = await tagsOf(
    db,
    rows.map(({ row }) => row.contact_id),
  )
  return rows.map(({ row, hit }) => {
    const rest = others.get(row.id) ?? []
    const all = [row, ...rest]
    const ofAll = all.flatMap(({ id }) => followUps.get(id) ?? [])
    // At most one runs for a person, whichever number it is on.
    const followUp = ofAll.find(({ state }) => state === 'running') ?? followUps.get(row.id)
    return {
      id: row.id,
      ...(rest.length > 0 ? { others: rest.map(({ id }) => id) } : {}),
      contact: {
        id: row.contact_id,
        number: row.number,
        numberForPeople: numberForPeople(row.number, view.country),
        name: row.name,
      },
      state: row.state,
      lastActivityAt: row.last_activity_at,
      waitingSince: row.waiting_since,
      unread: all.some(({ unread }) => unread === 1),
      snippet: { kind: row.snippet_kind, text: row.snippet_text },
      missedCalls: all.reduce((sum, { missed_calls }) => sum + missed_calls, 0),
      line: lineForPeople(view, row.line),
      followUp: followUp ? glanceOf(followUp) : null,
      failed: all.some(({ failed }) => failed === 1),
      live: all.some(({ number }) => live.has(number)),
      optedOut: row.opted_out_at !== null,
      tags: tags.get(row.contact_id) ?? [],
      hit,
    }
  })
}

type OtherNumber = Pick<ListRow, 'id' | 'number' | 'unread' | 'missed_calls' | 'failed'>

/** The conversations with the other numbers of the same person, by row; rows of people with one number are not in it. */
async function otherNumbersOf(db: Kysely<Database>, rows: readonly ListRow[]): Promise<Map<string, OtherNumber[]>> {
  const ofSeveral = rows.filter((row) => row.person_id !== null)
  if (ofSeveral.length === 0) return new Map()
  const found = await db
    .selectFrom('contact')
    .innerJoin('conversation', 'conversation.contact_id', 'contact.id')
    .select(['conversation.id', 'conversation.unread', 'conversation.missed_calls', 'conversation.failed'])
    .select(['contact.number', 'contact.person_id'])
    .where(
      'contact.person_id',
      'in',
      ofSeveral.map((row) => row.person_id),
    )
    .execute()
  return new Map(
    ofSeveral.map((row) => [row.id, found.filter((other) => other.person_id === row.person_id && other.id !== row.id)]),
  )
}

function glanceOf({ state, sentSteps, steps, nextAt, stopReason }: FollowUpGlance): FollowUpGlance {
  return { state, sentSteps, steps, nextAt, stopReason }
}
