/**
 * When the office is open. Pure; instants are epoch ms, and all times of day are those on the wall of the office.
 *
 * A block lasts from the first moment that the clocks show its beginning until the last that they show its end: in the
 * night when they show an hour twice, a block that touches this hour is an hour longer, and in the night when they skip
 * one it is shorter. A block that crosses midnight belongs to the day on which it begins, also where an exception
 * closes the day after. An exception takes the place of the week's blocks on its days.
 */
import { Temporal } from 'temporal-polyfill'
import { minutesOf, spanOf, weekdays } from '../../contract/opening-hours.ts'
import type { OpenBlock, OpeningHours } from '../../contract/opening-hours.ts'
import { dateAt, instantOf } from './wall-clock.ts'

export interface OfficeHours extends OpeningHours {
  /** IANA, e.g. `America/Chicago`. */
  timeZone: string
}

/** `break`: between two blocks of one day. */
export type OfficeState = 'open' | 'closed' | 'break'

interface Span {
  start: number
  end: number
}

/** How far ahead to look for the next opening, in days: more than the longest exception. */
const horizon = 400

/** Until this hour of the wall clock, in minutes, somebody who calls does so in the night of the day before. */
const nightEnds = 5 * 60

export function stateAt(hours: OfficeHours, at: number): OfficeState {
  const today = dateAt(at, hours.timeZone)
  const days = [today.subtract({ days: 1 }), today].map((date) => spansOf(hours, date))
  if (days.flat().some(({ start, end }) => start <= at && at < end)) return 'open'
  const within = days.some((spans) => (spans[0]?.start ?? Infinity) <= at && at < (spans.at(-1)?.end ?? -Infinity))
  return within ? 'break' : 'closed'
}

export function isOpen(hours: OfficeHours, at: number): boolean {
  return stateAt(hours, at) === 'open'
}

/**
 * The first instant from `after` on at which the office is open: `after` itself when it is. Null for an office that does
 * not open within 400 days.
 */
export function nextOpening(hours: OfficeHours, after: number): number | null {
  if (isOpen(hours, after)) return after
  const today = dateAt(after, hours.timeZone)
  for (let days = 0; days <= horizon; days++) {
    const next = spansOf(hours, today.add({ days })).find(({ start }) => start > after)
    if (next) return next.start
  }
  return null
}

/**
 * The next morning on which the office is open, for somebody who called at `after`: the first instant from `time`
 * (`HH:MM`) on of a later day at which the office is open, on that same day. So it is `time` itself when the office is
 * open then, the opening when it opens later, the end of a break that `time` falls into; a day that is closed, or that
 * is over before `time`, is skipped. A call before 05:00 counts to the evening before: its next morning is the one that
 * is about to begin. Null when there is no such day within 400 days.
 */
export function nextMorning(hours: OfficeHours, after: number, time = '09:00'): number | null {
  const { timeZone } = hours
  const minutes = minutesOf(time) ?? 0
  const today = dateAt(after, timeZone)
  const inTheNight = after < instantOf(today, nightEnds, timeZone, 'first')
  for (let days = inTheNight ? 0 : 1; days <= horizon; days++) {
    const date = today.add({ days })
    const opening = openOn(hours, date, instantOf(date, minutes, timeZone, 'first'))
    if (opening !== null) return opening
  }
  return null
}

/** The first instant from `after` on, and from `time` (`HH:MM`) on, of that same day at which the office is open; or null. */
export function laterThisDay(hours: OfficeHours, after: number, time: string): number | null {
  const today = dateAt(after, hours.timeZone)
  return openOn(hours, today, Math.max(after, instantOf(today, minutesOf(time) ?? 0, hours.timeZone, 'first')))
}

/** When the office is open from `from` on, which is on `date`, because of what that day says; null when it is not. */
function openOn(hours: OfficeHours, date: Temporal.PlainDate, from: number): number | null {
  if (isOpen(hours, from)) return from
  return spansOf(hours, date).find(({ start }) => start > from)?.start ?? null
}

/** The times at which the office is open because of the blocks that begin on `date`, in order. */
function spansOf(hours: OfficeHours, date: Temporal.PlainDate): Span[] {
  return blocksOn(hours, date)
    .flatMap((block) => spanOf(block) ?? [])
    .map(({ start, end }) => ({
      start: instantOf(date, start, hours.timeZone, 'first'),
      end: instantOf(date, end, hours.timeZone, 'second'),
    }))
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start)
}

function blocksOn({ week, exceptions }: OfficeHours, date: Temporal.PlainDate): readonly OpenBlock[] {
  const day = date.toString()
  const exception = exceptions.find(({ from, to }) => from <= day && day <= to)
  const weekday = weekdays[date.dayOfWeek - 1]
  return exception?.blocks ?? (weekday ? week[weekday] : [])
}
