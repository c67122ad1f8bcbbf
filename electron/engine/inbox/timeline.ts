/**
 * A person's time line, a page at a time: never all of it, however long it is. It holds what happened on all of the
 * person's numbers, each of which has a conversation of its own.
 */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TimelineItem, TimelinePage } from '../../contract/view-models.ts'
import { saidNow } from '../said-before.ts'
import type { Database } from '../store/schema.ts'
import { callItem, lastDecisions } from './call-rows.ts'
import { messageItems } from './message-items.ts'
import { compare, nextTo, placeOf, startingAt } from './timeline-places.ts'
import type { ItemKind, Place, PlacedItem } from './timeline-places.ts'
import type { InboxView } from './view.ts'

/** Which part of the time line, told by items that the window has. */
export type TimelinePart =
  | { kind: 'end' }
  | { kind: 'before'; id: string }
  | { kind: 'after'; id: string }
  /** With the item in its middle. */
  | { kind: 'around'; id: string }
  /** From what happened at that instant or later, with some of what was before. */
  | { kind: 'from'; at: number }
  /** Both included. */
  | { kind: 'between'; from: string; to: string }

/** Reads a part, oldest first and `limit` items at most. Null when an item that it is told by is not there any more. */
export async function readTimeline(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  part: TimelinePart,
  limit: number,
  view: InboxView,
): Promise<TimelinePage | null> {
  const found = await placesOf(db, conversationIds, part, limit)
  if (found === null) return null
  return { ...found.more, anchor: found.anchor, items: await load(db, found.places, view, conversationIds.length > 1) }
}

interface Found {
  /** Oldest first. */
  places: PlacedItem[]
  more: { hasOlder: boolean; hasNewer: boolean }
  anchor: string | null
}

async function placesOf(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  part: TimelinePart,
  limit: number,
): Promise<Found | null> {
  const next = (side: 'before' | 'after', place: Place | null, most = limit) =>
    nextTo(db, conversationIds, side, place, most)
  const anyNext = async (side: 'before' | 'after', place: Place | undefined) =>
    place !== undefined && (await next(side, place, 1)).length > 0

  switch (part.kind) {
    case 'end': {
      const places = (await next('before', null, limit + 1)).reverse()
      return { ...cutStart(places, limit, false), anchor: null }
    }
    case 'before': {
      const edge = await placeOf(db, conversationIds, part.id)
      if (!edge) return null
      return { ...cutStart((await next('before', edge, limit + 1)).reverse(), limit, true), anchor: null }
    }
    case 'after': {
      const edge = await placeOf(db, conversationIds, part.id)
      if (!edge) return null
      const places = await next('after', edge, limit + 1)
      const more = { hasOlder: true, hasNewer: places.length > limit }
      return { places: places.slice(0, limit), more, anchor: null }
    }
    case 'around':
    case 'from': {
      const item = part.kind === 'around' ? await placeOf(db, conversationIds, part.id) : null
      const edge = part.kind === 'from' ? startingAt(part.at) : item
      if (!edge) return null
      const self = item ? [item] : []
      const newer = await next('after', edge, limit)
      const room = Math.max(limit - self.length - newer.length, Math.floor(limit / 2))
      const older = (await next('before', edge, room + 1)).reverse()
      const start = cutStart(older, room, true)
      const places = [...start.places, ...self, ...newer].slice(0, limit)
      const first = part.kind === 'around' ? part.id : await idOf(db, newer[0])
      return { places, more: { ...start.more, hasNewer: await anyNext('after', places.at(-1)) }, anchor: first }
    }
    case 'between': {
      const from = await placeOf(db, conversationIds, part.from)
      const to = await placeOf(db, conversationIds, part.to)
      if (!from || !to) return null
      const inside = (await next('after', from, limit)).filter((place) => compare(place, to) <= 0)
      const places = [from, ...inside].slice(0, limit)
      const hasNewer = await anyNext('after', places.at(-1))
      return { places, more: { hasOlder: await anyNext('before', from), hasNewer }, anchor: null }
    }
  }
}

/** One more than `limit` was asked for: whether there is one tells whether anything is older. */
function cutStart(places: PlacedItem[], limit: number, hasNewer: boolean) {
  const hasOlder = places.length > limit
  return { places: hasOlder ? places.slice(places.length - limit) : places, more: { hasOlder, hasNewer } }
}

/** How many things came after this item, `most` at most; null when it is not there any more. */
export async function countAfter(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  id: string,
  most: number,
): Promise<number | null> {
  const place = await placeOf(db, conversationIds, id)
  return place && (await nextTo(db, conversationIds, 'after', place, most)).length
}

async function load(
  db: Kysely<Database>,
  places: readonly PlacedItem[],
  view: InboxView,
  ofSeveral: boolean,
): Promise<TimelineItem[]> {
  const rowsOf = (kind: ItemKind) => places.filter((place) => place.kind === kind).map(({ row }) => row)
  const byRow = new Map<string, TimelineItem>()
  const keep = (kind: ItemKind, row: number, item: TimelineItem) => void byRow.set(`${kind} ${row}`, item)

  for (const { row, item } of await callItems(db, rowsOf('call'), view)) keep('call', row, item)
  for (const { row, item } of await messageItems(db, { rows: rowsOf('message') }, view.country))
    keep('message', row, item)
  const rowid = sql<number>`rowid`
  const happenings = rowsOf('system')
  if (happenings.length > 0) {
    const found = await db
      .selectFrom('happening')
      .select([rowid.as('row'), 'id', 'at', 'event', 'text'])
      .where(rowid, 'in', happenings)
      .execute()
    for (const { row, text, ...happening } of found) {
      keep('system', row, { kind: 'system', text: saidNow(text), ...happening })
    }
  }
  const notes = rowsOf('note')
  if (notes.length > 0) {
    const found = await db
      .selectFrom('note')
      .select([rowid.as('row'), 'id', 'at', 'body'])
      .where(rowid, 'in', notes)
      .execute()
    for (const { row, ...note } of found) keep('note', row, { kind: 'note', ...note })
  }
  return places.flatMap(({ kind, row, conversationId }) => {
    const item = byRow.get(`${kind} ${row}`)
    return item ? [ofSeveral ? { ...item, conversationId } : item] : []
  })
}

async function callItems(db: Kysely<Database>, rows: readonly number[], view: InboxView) {
  if (rows.length === 0) return []
  const rowid = sql<number>`rowid`
  const calls = await db.selectFrom('call').selectAll().select(rowid.as('row')).where(rowid, 'in', rows).execute()
  const decisions = await lastDecisions(
    db,
    calls.map(({ id }) => id),
  )
  return calls.map(({ row, ...call }) => ({ row, item: callItem(call, decisions.get(call.id), view) }))
}

async function idOf(db: Kysely<Database>, place: PlacedItem | undefined): Promise<string | null> {
  if (!place) return null
  const table = place.kind === 'system' ? 'happening' : place.kind
  const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(table)} WHERE rowid = ${place.row}`.execute(db)
  return rows[0]?.id ?? null
}
