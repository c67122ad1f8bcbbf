/**
 * The figures of one span of time, counted by the database: by day, hour, line and phone. What they count is defined in
 * definitions.ts.
 */
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { OverviewFigures, OverviewPhone, OverviewSpan } from '../../contract/overview.ts'
import type { MissedReason } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import { percentile } from './definitions.ts'
import { stretchesOf } from './period.ts'

type Span = Pick<OverviewSpan, 'from' | 'to'>

const hour = sql.lit(60 * 60 * 1000)
const day = sql.lit(24 * 60 * 60 * 1000)

/** Written out, so that the index of missed calls serves them. */
const missedWithin = ({ from, to }: Span) =>
  sql`call.direction = 'inbound' AND call.outcome = 'missed' AND call.ended_at >= ${from} AND call.ended_at < ${to}`

const answeredWithin = ({ from, to }: Span) =>
  sql`call.direction = 'inbound' AND call.outcome = 'answered' AND call.ended_at >= ${from} AND call.ended_at < ${to}`

const sums = sql`
  count(*) AS missed,
  sum(call.texted_at IS NOT NULL) AS texted,
  sum(call.texted_at IS NOT NULL AND call.wrote_at IS NOT NULL) AS replied,
  sum(coalesce(call.wrote_at <= call.texted_at + ${hour}, 0)) AS repliedWithinHour,
  sum(call.talked_at IS NOT NULL AND call.talked_out = 1) AS calledBack,
  sum(call.talked_at IS NOT NULL AND call.talked_out = 0) AS answeredLater,
  sum(call.wrote_at IS NOT NULL OR call.talked_at IS NOT NULL) AS reached`

type Sums = Omit<OverviewFigures, 'calls' | 'answered' | 'medianSeconds' | 'p90Seconds'>

/**
 * Where a call ended on the office's clock, in SQL: ms of wall time, as if it were UTC. The offsets are written out: bound
 * numbers are no integers, and would make fractions of days.
 */
function wallTime(span: Span, timeZone: string): RawBuilder<number> {
  const [first, ...later] = stretchesOf(span.from, span.to, timeZone)
  const offset = later.reduce<RawBuilder<number>>(
    (before, stretch) =>
      sql`CASE WHEN call.ended_at >= ${stretch.from} THEN ${sql.lit(stretch.offset)} ELSE ${before} END`,
    sql`${sql.lit(first.offset)}`,
  )
  return sql`(call.ended_at + ${offset})`
}

export interface Counted {
  /** By `YYYY-MM-DD`; days without calls are left out. */
  days: Map<string, OverviewFigures>
  /** By hour of the day, 0 to 23; hours without calls are left out. */
  hours: Map<number, OverviewFigures>
  /** By line as it is stored. */
  lines: Map<string | null, OverviewFigures>
  reasonsByHour: { hour: number; reason: MissedReason | null; missed: number }[]
  total: OverviewFigures
}

/** All figures of the calls that ended within `span`. */
export async function countCalls(db: Kysely<Database>, span: Span, timeZone: string): Promise<Counted> {
  const wall = wallTime(span, timeZone)
  const wallDay = sql<number>`${wall} / ${day}`
  const wallHour = sql<number>`${wall} % ${day} / ${hour}`
  const line = sql<string | null>`call.line`
  const seconds = await secondsToText(db, span, { day: wallDay, hour: wallHour })

  const days = merged(
    await missedBy(db, span, wallDay),
    await answeredBy(db, span, wallDay),
    seconds,
    (text) => text.day,
  )
  const { rows: reasonsByHour } = await sql<Counted['reasonsByHour'][number]>`
    SELECT ${wallHour} AS hour, call.reason, count(*) AS missed FROM call
      WHERE ${missedWithin(span)} GROUP BY 1, 2`.execute(db)
  return {
    days: new Map(Array.from(days, ([key, figures]) => [dateOf(key), figures])),
    hours: merged(
      await missedBy(db, span, wallHour),
      await answeredBy(db, span, wallHour),
      seconds,
      (text) => text.hour,
    ),
    lines: merged(await missedBy(db, span, line), await answeredBy(db, span, line), seconds, (text) => text.line),
    reasonsByHour,
    total: totalOf(days, seconds),
  }
}

async function missedBy<K>(db: Kysely<Database>, span: Span, key: RawBuilder<K>): Promise<(Sums & { key: K })[]> {
  const query = sql<Sums & { key: K }>`SELECT ${key} AS key, ${sums} FROM call WHERE ${missedWithin(span)} GROUP BY 1`
  return (await query.execute(db)).rows
}

async function answeredBy<K>(db: Kysely<Database>, span: Span, key: RawBuilder<K>): Promise<Map<K, number>> {
  const query = sql<{ of: K; calls: number }>`
    SELECT ${key} AS "of", count(*) AS calls FROM call WHERE ${answeredWithin(span)} GROUP BY 1`
  const { rows } = await query.execute(db)
  return new Map(rows.map(({ of, calls }) => [of, calls]))
}

/** Only the sums, for the time before. */
export async function countTotal(db: Kysely<Database>, span: Span): Promise<OverviewFigures> {
  const nothing = sql<number>`0`
  const { rows } = await sql<Sums>`SELECT ${sums} FROM call WHERE ${missedWithin(span)}`.execute(db)
  const { rows: answered } = await sql<{ calls: number }>`
    SELECT count(*) AS calls FROM call WHERE ${answeredWithin(span)}`.execute(db)
  const seconds = await secondsToText(db, span, { day: nothing, hour: nothing })
  return figuresOf(
    rows[0],
    answered[0]?.calls ?? 0,
    seconds.map(({ ms }) => ms),
  )
}

interface SecondsRow {
  day: number
  hour: number
  line: string | null
  ms: number
}

/** Of each call with a text of its own: how long it took. Sorted. */
async function secondsToText(
  db: Kysely<Database>,
  span: Span,
  wall: { day: RawBuilder<number>; hour: RawBuilder<number> },
): Promise<SecondsRow[]> {
  const { rows } = await sql<SecondsRow>`
    SELECT ${wall.day} AS day, ${wall.hour} AS hour, call.line, call.own_text_at - call.ended_at AS ms FROM call
      WHERE ${missedWithin(span)} AND call.own_text_at IS NOT NULL`.execute(db)
  return rows.toSorted((a, b) => a.ms - b.ms)
}

function merged<K>(
  missed: (Sums & { key: K })[],
  answered: Map<K, number>,
  seconds: readonly SecondsRow[],
  keyOf: (row: SecondsRow) => K,
): Map<K, OverviewFigures> {
  const times = grouped(seconds, keyOf)
  const byKey = new Map(missed.map(({ key, ...of }) => [key, of]))
  return new Map(
    [...new Set([...byKey.keys(), ...answered.keys()])].map((key) => {
      const took = (times.get(key) ?? []).map(({ ms }) => ms)
      return [key, figuresOf(byKey.get(key), answered.get(key) ?? 0, took)]
    }),
  )
}

function grouped<K>(rows: readonly SecondsRow[], keyOf: (row: SecondsRow) => K): Map<K, SecondsRow[]> {
  const groups = new Map<K, SecondsRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** `took`: ms, sorted. */
function figuresOf(of: Partial<Sums> | undefined, answered: number, took: readonly number[]): OverviewFigures {
  const missed = of?.missed ?? 0
  return {
    calls: missed + answered,
    answered,
    missed,
    texted: of?.texted ?? 0,
    replied: of?.replied ?? 0,
    repliedWithinHour: of?.repliedWithinHour ?? 0,
    calledBack: of?.calledBack ?? 0,
    answeredLater: of?.answeredLater ?? 0,
    reached: of?.reached ?? 0,
    medianSeconds: inSeconds(percentile(took, 0.5)),
    p90Seconds: inSeconds(percentile(took, 0.9)),
  }
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1000)
}

function totalOf(days: Map<unknown, OverviewFigures>, seconds: readonly SecondsRow[]): OverviewFigures {
  const all = [...days.values()]
  const sum = (of: (figures: OverviewFigures) => number) => all.reduce((total, each) => total + of(each), 0)
  const counts: Sums = {
    missed: sum(({ missed }) => missed),
    texted: sum(({ texted }) => texted),
    replied: sum(({ replied }) => replied),
    repliedWithinHour: sum(({ repliedWithinHour }) => repliedWithinHour),
    calledBack: sum(({ calledBack }) => calledBack),
    answeredLater: sum(({ answeredLater }) => answeredLater),
    reached: sum(({ reached }) => reached),
  }
  const answered = sum((figures) => figures.answered)
  return figuresOf(
    counts,
    answered,
    seconds.map(({ ms }) => ms),
  )
}

function dateOf(wallDay: number): string {
  return new Date(wallDay * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** What each phone did with the calls that came to it. */
export async function countPhones(db: Kysely<Database>, { from, to }: Span): Promise<OverviewPhone[]> {
  const { rows } = await sql<OverviewPhone>`
    SELECT phone, count(*) AS calls, sum(part = 'answered') AS answered, sum(part = 'rang') AS unanswered,
        sum(part = 'refused') AS refused, sum(part = 'unreachable') AS unreachable
      FROM call_phone WHERE ended_at >= ${from} AND ended_at < ${to} GROUP BY phone
      ORDER BY unanswered DESC, calls DESC, phone LIMIT ${mostPhones}`.execute(db)
  return rows
}

/** More would be no overview. */
const mostPhones = 100
