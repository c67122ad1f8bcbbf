/** Which calls pass a filter, newest first, a page at a time: read from indexes alone, however many calls there are. */
import { expressionBuilder, sql } from 'kysely'
import type { Expression, Kysely, SqlBool } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { CallFilter } from '../../contract/call-list-commands.ts'
import { instantOf } from '../hours/wall-clock.ts'
import type { Cursor } from '../inbox/cursor.ts'
import type { Database } from '../store/schema.ts'
import { callersFound, oneOf } from './search.ts'

/** What stands behind the words of a filter: the office's country and its clock. */
export interface FilterPlace {
  /** ISO 3166-1, e.g. `US`. */
  country: string
  /** IANA. */
  timeZone: string
}

interface Page {
  cursor: Cursor | null
  limit: number
}

interface Span {
  from: number | null
  to: number | null
}

const eb = expressionBuilder<Database, 'call' | 'call_phone'>()

/**
 * The ids of the next `limit` calls that pass, those that ended last first, from `cursor` on; a null one begins with the
 * newest.
 */
export async function callIds(
  db: Kysely<Database>,
  filter: CallFilter,
  page: Page,
  place: FilterPlace,
  busyFrom = usuallyBusyFrom,
): Promise<string[]> {
  const span = spanOf(filter, place.timeZone)
  const found = filter.query ? await callersFound(db, filter.query, place.country) : null
  const conditions = [...ofCall(filter), ...(found === null ? [] : [oneOf(found)])]
  const { phone } = filter
  const rows =
    phone === undefined || (await isBusyPhone(db, phone, busyFrom))
      ? await db
          .selectFrom('call')
          .select('call.id')
          .where(eb.and([...conditions, ...within('call.ended_at', 'call.id', span, page.cursor)]))
          .$if(phone !== undefined, (q) => q.where(cameTo(phone ?? '')))
          .orderBy('call.ended_at', 'desc')
          .orderBy('call.id', 'asc')
          .limit(page.limit)
          .execute()
      : await db
          .selectFrom('call_phone')
          .innerJoin('call', 'call.id', 'call_phone.call_id')
          .select('call.id')
          .where('call_phone.phone', '=', phone)
          .where(eb.and([...conditions, ...within('call_phone.ended_at', 'call_phone.call_id', span, page.cursor)]))
          .orderBy('call_phone.ended_at', 'desc')
          .orderBy('call_phone.call_id', 'asc')
          .limit(page.limit)
          .execute()
  return rows.map(({ id }) => id)
}

/** Calls of a phone that has more are met soon enough on the way along all calls; those of others are looked up. */
const usuallyBusyFrom = 5000

async function isBusyPhone(db: Kysely<Database>, phone: string, busyFrom: number): Promise<boolean> {
  const one = await db
    .selectFrom('call_phone')
    .select('call_id')
    .where('phone', '=', phone)
    .limit(1)
    .offset(busyFrom)
    .executeTakeFirst()
  return one !== undefined
}

function cameTo(phone: string): Expression<SqlBool> {
  return sql<SqlBool>`EXISTS (
    SELECT 1 FROM call_phone
    WHERE call_phone.phone = ${phone} AND call_phone.ended_at = call.ended_at AND call_phone.call_id = call.id
  )`
}

/** From the first day's first instant to the last day's last; null for no bound. */
export function spanOf({ from, to }: Pick<CallFilter, 'from' | 'to'>, timeZone: string): Span {
  const midnight = (date: Temporal.PlainDate) => instantOf(date, 0, timeZone, 'first')
  return {
    from: from === undefined ? null : midnight(Temporal.PlainDate.from(from)),
    to: to === undefined ? null : midnight(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}

/** What is fixed is written into the statement, not bound: the indexes of missed calls are for exactly these words. */
function ofCall({ kind, reason, untexted, line }: CallFilter): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = []
  const inbound = sql<SqlBool>`call.direction = 'inbound'`
  const missed = sql<SqlBool>`call.outcome = 'missed'`
  if (kind === 'missed' || reason !== undefined || untexted === true) conditions.push(inbound, missed)
  if (kind === 'answered') conditions.push(inbound, sql<SqlBool>`call.outcome = 'answered'`)
  if (kind === 'outbound') conditions.push(sql<SqlBool>`call.direction = 'outbound'`)
  if (untexted === true) conditions.push(sql<SqlBool>`call.texted_at is null`)
  if (reason !== undefined) conditions.push(eb('call.reason', '=', reason))
  // Of calls by the office there is no line of the office's own.
  if (line !== undefined) conditions.push(inbound, eb('call.line', '=', line))
  return conditions
}

type EndColumn = 'call.ended_at' | 'call_phone.ended_at'
type IdColumn = 'call.id' | 'call_phone.call_id'

function within(at: EndColumn, id: IdColumn, { from, to }: Span, cursor: Cursor | null): Expression<SqlBool>[] {
  return [
    ...(from === null ? [] : [eb(at, '>=', from)]),
    ...(to === null ? [] : [eb(at, '<', to)]),
    ...(cursor === null ? [] : [eb(at, '<=', cursor.at), eb.or([eb(at, '<', cursor.at), eb(id, '>', cursor.id)])]),
  ]
}
