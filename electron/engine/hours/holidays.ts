/** On which days the holidays of data/state-rules.ts fall. */
import { Temporal } from 'temporal-polyfill'
import { holidays } from './data/state-rules.ts'
import type { Holiday } from './data/state-rules.ts'

/** The name of the holiday that `date` is in `state`, or whose day off it is; null for any other day. */
export function holidayOn(date: Temporal.PlainDate, state: string): string | null {
  const found = daysOfYear(date.year).get(date.toString())
  return found?.find(({ states }) => !states || states.includes(state))?.name ?? null
}

/** By date; worked out once a year. */
const years = new Map<number, Map<string, Holiday[]>>()

function daysOfYear(year: number): Map<string, Holiday[]> {
  const known = years.get(year)
  if (known) return known
  const days = new Map<string, Holiday[]>()
  for (const holiday of holidays) {
    // The day off of New Year's Day can lie in the year before.
    for (const day of [year, year + 1].flatMap((each) => daysOff(holiday.on, each))) {
      days.set(day.toString(), [...(days.get(day.toString()) ?? []), holiday])
    }
  }
  years.set(year, days)
  return days
}

/** The holiday in that year, and the weekday it is moved to when it falls on a weekend. */
function daysOff(on: string, year: number): Temporal.PlainDate[] {
  const day = dayOf(on, year)
  if (!/^\d\d-\d\d$/.test(on)) return [day]
  if (day.dayOfWeek === 6) return [day, day.subtract({ days: 1 })]
  return day.dayOfWeek === 7 ? [day, day.add({ days: 1 })] : [day]
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function dayOf(on: string, year: number): Temporal.PlainDate {
  const [first = '', second = '', third = '', later = '0'] = on.split(' ')
  if (first === 'easter') return easter(year).add({ days: Number(second) })
  const weekday = weekdays.indexOf(first) + 1
  if (weekday === 0) return Temporal.PlainDate.from(`${year}-${on}`)
  const month = Temporal.PlainDate.from({ year, month: Number(third), day: 1 })
  const which = Number(second)
  const days =
    which > 0
      ? ((weekday - month.dayOfWeek + 7) % 7) + 7 * (which - 1)
      : month.daysInMonth - 1 - ((month.add({ days: month.daysInMonth - 1 }).dayOfWeek - weekday + 7) % 7)
  return month.add({ days: days + Number(later) })
}

/** Easter Sunday by the Gregorian calendar (the computus that bears the names of Meeus, Jones and Butcher). */
function easter(year: number): Temporal.PlainDate {
  const cycle = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon =
    (19 * cycle +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const correction = Math.floor((cycle + 11 * moon + 22 * sunday) / 451)
  const day = moon + sunday - 7 * correction + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(day / 31), day: (day % 31) + 1 })
}
