/**
 * What has happened between the office and a person since a call began. Of two things that are recorded, the one that
 * was recorded later came later, whatever the PC's clock showed meanwhile; times are asked only of what was recorded
 * before the call itself: did it come while the phone still rang?
 */
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { unreached } from '../inbox/reached.ts'
import type { CallTable, Database } from '../store/schema.ts'

type Call = Pick<Selectable<CallTable>, 'id' | 'conversation_id' | 'started_at' | 'ended_at'>

/** Epoch ms; null for what has not happened. */
export interface SinceCall {
  staffWroteAt: number | null
  spokeAt: number | null
  /** A later call of theirs of which not all was seen: perhaps somebody answered it. */
  perhapsSpokeAt: number | null
  repliedAt: number | null
  /** End of the contact's newest missed call: it is the one that the text answers. */
  lastMissedAt: number
}

/** Of a call in which the clock was set back, the last moments are taken for all of it, ms: phones seldom ring longer. */
const aWhile = 30 * 1000

/** When a call began, epoch ms, by the clock that showed its end. */
export function beganAt({ started_at: startedAt, ended_at: endedAt }: Pick<Call, 'started_at' | 'ended_at'>): number {
  return startedAt <= endedAt ? startedAt : endedAt - aWhile
}

/** `ids`: the conversations with all numbers of the person; `followUpId`: the call's; null while there is none. */
export async function sinceCall(
  db: Kysely<Database>,
  call: Call,
  { ids, followUpId, now }: { ids: string[]; followUpId: string | null; now: number },
): Promise<SinceCall> {
  const since = { call, ids, ...(await recorded(db, followUpId, now)) }
  return {
    staffWroteAt: await staffWrote(db, since),
    spokeAt: await spoke(db, since),
    perhapsSpokeAt: await perhapsSpoke(db, since),
    repliedAt: await replied(db, since),
    lastMissedAt: (await lastMissed(db, call)) ?? call.ended_at,
  }
}

interface Since {
  call: Call
  ids: string[]
  /** When the call was recorded, by the clock of then. */
  recordedAt: number
  /** The text that was written in the same transaction: those after it came after the call. Null where there is none. */
  firstText: number | null
}

async function recorded(
  db: Kysely<Database>,
  followUpId: string | null,
  now: number,
): Promise<Pick<Since, 'recordedAt' | 'firstText'>> {
  if (followUpId === null) return { recordedAt: now, firstText: null }
  const { started_at: recordedAt } = await db
    .selectFrom('follow_up')
    .select('started_at')
    .where('id', '=', followUpId)
    .executeTakeFirstOrThrow()
  const { firstText } = await db
    .selectFrom('message')
    .select(sql<number | null>`min(rowid)`.as('firstText'))
    .where('follow_up_id', '=', followUpId)
    .executeTakeFirstOrThrow()
  return { recordedAt, firstText }
}

/** One that was written again counts from then on, one for later when it goes out: by `at`, not by when it was written. */
async function staffWrote(db: Kysely<Database>, since: Since): Promise<number | null> {
  const { at } = await messagesSince(db, since, 'at')
    .where('author', 'in', ['staff', 'elsewhere'])
    .where('state', 'not in', ['failed', 'cancelled'])
    .executeTakeFirstOrThrow()
  return at
}

/**
 * Both when it was written, by the gateway's clock, and when it was stored, by ours, so that neither clock being wrong
 * makes an older text a reply. What this leaves out the poller finds, which stops the follow-up. That the end of the
 * call was noticed late must not hide one.
 */
async function replied(db: Kysely<Database>, since: Since): Promise<number | null> {
  const { firstText } = since
  const { at } = await messagesSince(db, since, 'created_at')
    .where('direction', '=', 'in')
    .where((eb) => {
      const written = eb('at', '>', beganAt(since.call))
      return firstText === null ? written : eb.or([written, isAfter(firstText)])
    })
    .executeTakeFirstOrThrow()
  return at
}

/**
 * Texts that were recorded after the call, or are of after its beginning by `time`. One that was recorded before the
 * call, and is of after it all the same, was written by a clock that has been set back since: before the call, then. Not
 * so where that was done during the call: its beginning and such a text go by the same clock.
 */
function messagesSince(db: Kysely<Database>, { call, ids, recordedAt, firstText }: Since, time: 'at' | 'created_at') {
  const after = firstText === null ? [] : [isAfter(firstText)]
  return (
    db
      .selectFrom('message')
      .select((eb) => eb.fn.max('at').as('at'))
      .where('conversation_id', 'in', ids)
      // By itself, so that older texts are left out by the index.
      .where((eb) => eb.or([eb(time, '>=', beganAt(call)), ...after]))
      .where((eb) => {
        const byTheSame = call.started_at > call.ended_at ? [eb(time, '>=', call.started_at)] : []
        return eb.or([eb('created_at', '<=', recordedAt), ...byTheSame, ...after])
      })
  )
}

const isAfter = (firstText: number) => sql<boolean>`message.rowid > ${firstText}`

/**
 * Any call by staff that reached the contact's phone counts, as in the design's list of what stops a follow-up. One that
 * was recorded before this call, and ended after it all the same, ended by a clock that has been set back since.
 */
async function spoke(db: Kysely<Database>, { call, ids }: Since): Promise<number | null> {
  const { at } = await db
    .selectFrom('call')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .where('conversation_id', 'in', ids)
    .where('id', '!=', call.id)
    .where((eb) =>
      eb.or([
        sql<boolean>`call.rowid > ${placeOf(call)}`,
        eb.and([eb('ended_at', '>=', beganAt(call)), eb('ended_at', '<=', call.ended_at)]),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('outcome', '=', 'answered'),
        eb.and([
          eb('direction', '=', 'outbound'),
          eb.or([eb('reason', 'not in', unreached), eb('end_unseen', '=', 1)]),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return at
}

async function perhapsSpoke(db: Kysely<Database>, { call, ids }: Since): Promise<number | null> {
  const { at } = await db
    .selectFrom('call')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .where('conversation_id', 'in', ids)
    .where('direction', '=', 'inbound')
    .where('outcome', '=', 'missed')
    .where((eb) => eb.or([eb('end_unseen', '=', 1), eb('part_unseen', '=', 1)]))
    .where(sql<boolean>`call.rowid > ${placeOf(call)}`)
    .executeTakeFirstOrThrow()
  return at
}

/** When the newest missed call of the contact, this one or a later one, ended. */
async function lastMissed(db: Kysely<Database>, call: Call): Promise<number | null> {
  const last = await db
    .selectFrom('call')
    .select('ended_at')
    .where('conversation_id', '=', call.conversation_id)
    .where('direction', '=', 'inbound')
    .where('outcome', '=', 'missed')
    .where(sql<boolean>`call.rowid >= ${placeOf(call)}`)
    .orderBy(sql`call.rowid`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.ended_at ?? null
}

/** Where it stands among all calls, in the order in which they were recorded. */
const placeOf = ({ id }: Call) => sql<number>`(SELECT own.rowid FROM call AS own WHERE own.id = ${id})`
