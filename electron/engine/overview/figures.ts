/** The figures of one span of time, by day, hour, line and phone. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { OverviewFigures, OverviewPhone, OverviewSpan } from '../../contract/overview.ts'
import type { MissedReason } from '../../contract/view-models.ts'
import { markIdFrom } from '../contacts/booking.ts'
import { phonesOfCalls } from '../call-list/choices.ts'
import type { Database } from '../store/schema.ts'
import type { Aftermath } from './definitions.ts'
import { wallClock } from './period.ts'
import { Tallies, Tally } from './tally.ts'

type Span = Pick<OverviewSpan, 'from' | 'to'>

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

const hour = 60 * 60 * 1000
const day = 24 * hour
const week = 7 * day

/** All figures of the calls that ended within `span`, by the clock of `timeZone` (IANA). */
export async function countCalls(db: Kysely<Database>, span: Span, timeZone: string): Promise<Counted> {
  const wall = wallClock(span.from, span.to, timeZone)
  const days = new Tallies<number>()
  const hours = new Tallies<number>()
  const lines = new Tallies<string | null>()
  const total = new Tally()
  const reasons = new Map<string, Counted['reasonsByHour'][number]>()
  const talliesOf = (endedAt: number, line: string | null): { tallies: Tally[]; hour: number } => {
    const at = wall(endedAt)
    const ofDay = Math.floor((at % day) / hour)
    return { hour: ofDay, tallies: [total, days.of(Math.floor(at / day)), hours.of(ofDay), lines.of(line)] }
  }
  for (const call of await missedCalls(db, span)) {
    const { tallies, hour: ofDay } = talliesOf(call.endedAt, call.line)
    for (const tally of tallies) tally.addMissed(call)
    const key = `${ofDay} ${call.reason ?? ''}`
    const row = reasons.get(key) ?? { hour: ofDay, reason: call.reason, missed: 0 }
    row.missed += 1
    reasons.set(key, row)
  }
  for (const { endedAt, line } of await answeredCalls(db, span)) {
    for (const tally of talliesOf(endedAt, line).tallies) tally.addAnswered()
  }
  for (const { endedAt, line } of await bookedCalls(db, span)) {
    for (const tally of talliesOf(endedAt, line).tallies) tally.addBooked()
  }
  return {
    days: new Map(Array.from(days.figures(), ([of, figures]) => [dateOf(of), figures])),
    hours: hours.figures(),
    lines: lines.figures(),
    reasonsByHour: [...reasons.values()],
    total: total.figures(),
  }
}

/** Only the sums, for the time before. */
export async function countTotal(db: Kysely<Database>, span: Span): Promise<OverviewFigures> {
  const total = new Tally()
  for (const call of await missedCalls(db, span)) total.addMissed(call)
  for (const _ of await answeredCalls(db, span)) total.addAnswered()
  for (const _ of await bookedCalls(db, span)) total.addBooked()
  return total.figures()
}

interface MissedCall extends Aftermath {
  line: string | null
  reason: MissedReason | null
}

/** From the index of missed calls alone, for which the conditions are written out. */
async function missedCalls(db: Kysely<Database>, { from, to }: Span): Promise<MissedCall[]> {
  const { rows } = await sql<MissedCall>`
    SELECT ended_at AS "endedAt", line, reason, texted_at AS "textedAt", wrote_at AS "wroteAt", talked_at AS "talkedAt",
        talked_out AS "talkedOut", own_text_at AS "ownTextAt"
      FROM call WHERE direction = 'inbound' AND outcome = 'missed' AND ended_at >= ${from} AND ended_at < ${to}
  `.execute(db)
  return rows
}

async function answeredCalls(db: Kysely<Database>, { from, to }: Span) {
  const { rows } = await sql<{ endedAt: number; line: string | null }>`
    SELECT ended_at AS "endedAt", line
      FROM call WHERE direction = 'inbound' AND outcome = 'answered' AND ended_at >= ${from} AND ended_at < ${to}
  `.execute(db)
  return rows
}

/** Missed calls whose caller was marked as booked: from the marks, which are few, to the calls. */
async function bookedCalls(db: Kysely<Database>, { from, to }: Span) {
  const { rows } = await sql<{ endedAt: number; line: string | null }>`
    SELECT DISTINCT call.id, call.ended_at AS "endedAt", call.line
      FROM happening CROSS JOIN call ON call.conversation_id = happening.conversation_id
        AND call.ended_at > happening.at - ${week} AND call.ended_at <= happening.at
      WHERE happening.id >= ${markIdFrom(from)} AND happening.id < ${markIdFrom(to + week)}
        AND call.direction = 'inbound' AND call.outcome = 'missed' AND call.ended_at >= ${from} AND call.ended_at < ${to}
  `.execute(db)
  return rows
}

function dateOf(wallDay: number): string {
  return new Date(wallDay * day).toISOString().slice(0, 10)
}

/** What each phone did with the calls that came to it, those that were picked up least first. */
export async function countPhones(db: Kysely<Database>, { from, to }: Span): Promise<OverviewPhone[]> {
  const counted: OverviewPhone[] = []
  // One after the other, each in the order of its index: all at once would have to be sorted.
  for (const phone of await phonesOfCalls(db)) {
    const { rows } = await sql<OverviewPhone>`
      SELECT phone, count(*) AS calls, sum(part = 'answered') AS answered, sum(part = 'rang') AS unanswered,
          sum(part = 'refused') AS refused, sum(part = 'unreachable') AS unreachable
        FROM call_phone WHERE phone = ${phone} AND ended_at >= ${from} AND ended_at < ${to} GROUP BY phone
    `.execute(db)
    counted.push(...rows)
  }
  return counted.toSorted((a, b) => b.unanswered - a.unanswered || b.calls - a.calls)
}
