/** The overview by day as a table for spreadsheets. */
import type { Overview } from '../../contract/overview.ts'
import { byteOrderMark, csvLine } from '../csv.ts'

/** One line a day: the day, then the figures in the order of `OverviewFigures`. */
export function overviewTable({ days }: Overview, headings: readonly string[]): string {
  const lines = days.map((of) =>
    csvLine([
      of.day,
      of.calls,
      of.answered,
      of.missed,
      of.texted,
      of.replied,
      of.repliedWithinHour,
      of.calledBack,
      of.answeredLater,
      of.reached,
      of.medianSeconds,
      of.p90Seconds,
    ]),
  )
  return byteOrderMark + csvLine(headings) + lines.join('')
}
