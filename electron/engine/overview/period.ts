/** Which time an overview spans, and the time before that it is compared with: whole days on the office's clock. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { OverviewPeriod } from '../../contract/overview-commands.ts'
import type { OverviewSpan } from '../../contract/overview.ts'
import { instantOf, zonedAt } from '../hours/wall-clock.ts'

export interface Spans {
  span: OverviewSpan
  /**
   * Just before it and as long: a week that has lasted until Tuesday noon is compared with the last one until Tuesday
   * noon. Before a month comes the month before until the same day, or its end.
   */
  before: OverviewSpan
}

/**
 * @param now epoch ms; what is to come is no part of any span
 * @returns null when the days are in the wrong order
 */
export function spansOf(period: OverviewPeriod, now: number, timeZone: string): Spans | null {
  const today = zonedAt(now, timeZone).toPlainDate()
  const { first, last, back } = daysOf(period, today)
  if (Temporal.PlainDate.compare(first, last) > 0) return null
  const midnight = (date: Temporal.PlainDate) => instantOf(date, 0, timeZone, 'first')
  const from = midnight(first)
  const whole = midnight(last.add({ days: 1 }))
  const to = Math.max(from, Math.min(whole, now))
  const fromBefore = midnight(first.subtract(back))
  const same = zonedAt(to, timeZone).subtract(back).epochMilliseconds
  const toBefore = Math.max(
    fromBefore,
    Math.min(from, to === whole ? midnight(last.add({ days: 1 }).subtract(back)) : same),
  )
  const span = (start: number, end: number): OverviewSpan => ({
    from: start,
    to: end,
    firstDay: zonedAt(start, timeZone).toPlainDate().toString(),
    lastDay: zonedAt(Math.max(start, end - 1), timeZone)
      .toPlainDate()
      .toString(),
  })
  return { span: span(from, to), before: span(fromBefore, toBefore) }
}

interface Days {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  /** From here to the time before. */
  back: Temporal.DurationLike
}

function daysOf(period: OverviewPeriod, today: Temporal.PlainDate): Days {
  if ('from' in period) {
    const [first, last] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)]
    return { first, last, back: { days: first.until(last).days + 1 } }
  }
  switch (period.name) {
    case 'week':
      return { first: today.subtract({ days: today.dayOfWeek - 1 }), last: today, back: { days: 7 } }
    case 'month':
      return { first: today.with({ day: 1 }), last: today, back: { months: 1 } }
    case 'days-30':
      return { first: today.subtract({ days: 29 }), last: today, back: { days: 30 } }
  }
}

/**
 * What the clocks of a zone show at an instant between `from` and `to`, as ms since 1970 on that clock: days and hours of
 * it are whole. Many instants are asked for, so that the jumps of the clocks are looked up once.
 */
export function wallClock(from: number, to: number, timeZone: string): (at: number) => number {
  const begin = zonedAt(from, timeZone)
  // The latest first: most of what is asked for is recent.
  const jumps: { from: number; offset: number }[] = []
  let next = begin.getTimeZoneTransition('next')
  while (next !== null && next.epochMilliseconds < to) {
    jumps.unshift({ from: next.epochMilliseconds, offset: offsetOf(next) })
    next = next.getTimeZoneTransition('next')
  }
  const first = offsetOf(begin)
  return (at) => at + (jumps.find((jump) => jump.from <= at)?.offset ?? first)
}

function offsetOf(at: Temporal.ZonedDateTime): number {
  return Math.round(at.offsetNanoseconds / 1_000_000)
}
