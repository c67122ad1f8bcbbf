/** The overview as one table for spreadsheets, to be filtered by its first column. */
import type { OverviewWords } from '../../contract/overview-commands.ts'
import type { Overview, OverviewFigures, OverviewPhone, OverviewSpan } from '../../contract/overview.ts'
import { byteOrderMark, csvLine } from '../csv.ts'

/** One line each for the whole time, the time before, every day, hour, line and phone. */
export function overviewTable(overview: Overview, { parts, headings, noLine }: OverviewWords): string {
  const { span, before, figures, figuresBefore, days, hours, lines, phones } = overview
  return [
    byteOrderMark + csvLine(headings),
    line(parts.total, daysOf(span), figures),
    line(parts.before, daysOf(before), figuresBefore),
    ...days.map((of) => line(parts.day, of.day, of)),
    ...hours.map((of) => line(parts.hour, `${String(of.hour).padStart(2, '0')}:00`, of)),
    ...lines.map((of) => line(parts.line, of.label ?? noLine, of)),
    ...phones.map((of) => phoneLine(parts.phone, of)),
  ].join('')
}

function daysOf({ firstDay, lastDay }: OverviewSpan): string {
  return firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`
}

function line(part: string, name: string, of: OverviewFigures): string {
  const counts = [of.calls, of.answered, of.missed, of.texted, of.replied, of.repliedWithinHour]
  const came = [of.calledBack, of.answeredLater, of.booked, of.reached, of.medianSeconds, of.p90Seconds]
  return csvLine([part, name, ...counts, ...came, null, null, null])
}

/** A phone misses no call: what came to it was perhaps picked up at another one. */
function phoneLine(part: string, { phone, calls, answered, unanswered, refused, unreachable }: OverviewPhone): string {
  const none = Array.from({ length: 10 }, () => null)
  return csvLine([part, phone, calls, answered, ...none, unanswered, refused, unreachable])
}
