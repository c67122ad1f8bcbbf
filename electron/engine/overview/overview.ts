/** How many callers were lost, texted and reached, in one span of time and the one before. */
import type { Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Overview, OverviewFigures } from '../../contract/overview.ts'
import type { MissedReason } from '../../contract/view-models.ts'
import { lineForPeople } from '../inbox/view.ts'
import type { InboxView } from '../inbox/view.ts'
import type { Database } from '../store/schema.ts'
import { countCalls, countPhones, countTotal } from './figures.ts'
import type { Counted } from './figures.ts'
import { findingsOf } from './findings.ts'
import type { Spans } from './period.ts'

const nothing: OverviewFigures = {
  calls: 0,
  answered: 0,
  missed: 0,
  texted: 0,
  replied: 0,
  repliedWithinHour: 0,
  calledBack: 0,
  answeredLater: 0,
  booked: 0,
  reached: 0,
  medianSeconds: null,
  p90Seconds: null,
}

/** The figures of `span`, on the clock of `timeZone` (IANA), with the sums of the time before. */
export async function overviewOf(
  db: Kysely<Database>,
  { span, before }: Spans,
  timeZone: string,
  view: InboxView,
): Promise<Overview> {
  const counted = await countCalls(db, span, timeZone)
  const phones = await countPhones(db, span)
  return {
    timeZone,
    span,
    before,
    figures: counted.total,
    figuresBefore: await countTotal(db, before),
    days: daysFrom(span.firstDay, span.lastDay).map((day) => ({ day, ...(counted.days.get(day) ?? nothing) })),
    hours: hoursOf(counted),
    lines: Array.from(counted.lines, ([line, figures]) => ({
      line,
      label: lineForPeople(view, line),
      ...figures,
    })).toSorted((a, b) => b.missed - a.missed || b.calls - a.calls),
    phones,
    reasons: reasonsOf(counted.reasonsByHour),
    findings: findingsOf(counted, phones),
  }
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  const end = Temporal.PlainDate.from(last)
  for (let day = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString())
  return days
}

function hoursOf({ hours, reasonsByHour }: Counted): Overview['hours'] {
  return Array.from({ length: 24 }, (_, hour) => {
    const reasons = reasonsByHour.flatMap((row) =>
      row.hour === hour && row.reason !== null ? [[row.reason, row.missed] as const] : [],
    )
    return { hour, reasons: Object.fromEntries(reasons), ...(hours.get(hour) ?? nothing) }
  })
}

function reasonsOf(rows: Counted['reasonsByHour']): Overview['reasons'] {
  const sums = new Map<MissedReason, number>()
  for (const { reason, missed } of rows) if (reason !== null) sums.set(reason, (sums.get(reason) ?? 0) + missed)
  return Array.from(sums, ([reason, missed]) => ({ reason, missed })).toSorted((a, b) => b.missed - a.missed)
}
