/**
 * Where things stand on a conversation's time line: by their time, and those of the same instant by kind and by the
 * order in which they were stored. Pages are cut by these places, so that what comes in meanwhile moves nothing.
 */
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { TimelineItem } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'

export type ItemKind = TimelineItem['kind']

export interface Place {
  /** Epoch ms. */
  at: number
  /** Of its kind: at the same instant a text stands before what Ringback noted because of it. */
  rank: number
  row: number
}

export interface PlacedItem extends Place {
  kind: ItemKind
  conversationId: string
}

interface Source {
  kind: ItemKind
  table: 'call' | 'message' | 'happening' | 'note'
  at: 'started_at' | 'at'
  /** What of it stands on the time line. */
  shown: RawBuilder<unknown>
}

/** In the order of their ranks. Texts that wait stand below everything that has happened, and so on no page. */
const sources: readonly Source[] = [
  { kind: 'call', table: 'call', at: 'started_at', shown: sql`1` },
  { kind: 'message', table: 'message', at: 'at', shown: sql`state NOT IN ('queued', 'cancelled')` },
  { kind: 'system', table: 'happening', at: 'at', shown: sql`1` },
  { kind: 'note', table: 'note', at: 'at', shown: sql`1` },
]

/**
 * The `limit` items next to a place, nearest first; of these conversations together, which are one person's. Null is the end
 * of the time line; then only `before` makes sense.
 */
export async function nextTo(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  side: 'before' | 'after',
  place: Place | null,
  limit: number,
): Promise<PlacedItem[]> {
  const found = await Promise.all(
    conversationIds.flatMap((conversationId) =>
      sources.map(async (source, rank) => {
        const at = sql.ref(source.at)
        const order = side === 'before' ? sql`DESC` : sql`ASC`
        const { rows } = await sql<{ at: number; row: number }>`
          SELECT ${at} AS at, rowid AS row FROM ${sql.table(source.table)}
          WHERE conversation_id = ${conversationId} AND ${source.shown} AND ${bound(at, side, place, rank)}
          ORDER BY ${at} ${order}, rowid ${order} LIMIT ${limit}`.execute(db)
        return rows.map((row): PlacedItem => ({ ...row, rank, kind: source.kind, conversationId }))
      }),
    ),
  )
  const sign = side === 'before' ? -1 : 1
  return found
    .flat()
    .sort((one, other) => sign * compare(one, other))
    .slice(0, limit)
}

/** Where the item with this id stands; null when the time line has none. */
export async function placeOf(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  id: string,
): Promise<PlacedItem | null> {
  for (const [rank, source] of sources.entries()) {
    const { rows } = await sql<{ at: number; row: number; conversationId: string }>`
      SELECT ${sql.ref(source.at)} AS at, rowid AS row, conversation_id AS "conversationId"
      FROM ${sql.table(source.table)}
      WHERE id = ${id} AND +conversation_id IN (${sql.join(conversationIds)}) AND ${source.shown}`.execute(db)
    const [row] = rows
    if (row) return { ...row, rank, kind: source.kind }
  }
  return null
}

/** The place before everything that happened at `at` or later. */
export function startingAt(at: number): Place {
  return { at, rank: -1, row: 0 }
}

export function compare(one: Place, other: Place): number {
  return one.at - other.at || one.rank - other.rank || one.row - other.row
}

/** The first comparison finds the place in the index; the second keeps apart what is of the same instant. */
function bound(
  at: RawBuilder<unknown>,
  side: 'before' | 'after',
  place: Place | null,
  rank: number,
): RawBuilder<unknown> {
  if (place === null) return sql`1`
  if (side === 'before') {
    if (rank > place.rank) return sql`${at} < ${place.at}`
    if (rank < place.rank) return sql`${at} <= ${place.at}`
    return sql`${at} <= ${place.at} AND (${at} < ${place.at} OR rowid < ${place.row})`
  }
  if (rank < place.rank) return sql`${at} > ${place.at}`
  if (rank > place.rank) return sql`${at} >= ${place.at}`
  return sql`${at} >= ${place.at} AND (${at} > ${place.at} OR rowid > ${place.row})`
}
