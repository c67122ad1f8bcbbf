import type { OverviewFigures, OverviewPhone } from '../../../electron/contract/overview.ts'
import { text } from '../../text/index.ts'
import type { FiguresColumn } from './figures-table.tsx'

/** Every figure of a day, an hour or a line. Made when it is drawn: the words change with the language. */
export function callColumns(): FiguresColumn<OverviewFigures>[] {
  const words = text.overview
  return [
    { head: words.calls, figure: ({ calls }) => calls },
    { head: words.missed, figure: ({ missed }) => missed },
    { head: words.texted, figure: ({ texted }) => texted },
    { head: words.replied, figure: ({ replied }) => replied },
    { head: words.repliedWithinHour, figure: ({ repliedWithinHour }) => repliedWithinHour },
    { head: words.booked, figure: ({ booked }) => booked },
    { head: words.reached, figure: ({ reached }) => reached },
    { head: words.medianColumn, figure: ({ medianSeconds }) => medianSeconds, isTime: true },
    { head: words.p90Column, figure: ({ p90Seconds }) => p90Seconds, isTime: true },
  ]
}

/** What a phone did with the calls that came to it. */
export function phoneColumns(): FiguresColumn<OverviewPhone>[] {
  const words = text.overview
  return [
    { head: words.phoneCalls, figure: ({ calls }) => calls },
    { head: words.answered, figure: ({ answered }) => answered },
    { head: words.unanswered, figure: ({ unanswered }) => unanswered },
    { head: words.refused, figure: ({ refused }) => refused },
    { head: words.unreachable, figure: ({ unreachable }) => unreachable },
  ]
}
