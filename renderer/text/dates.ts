/** Instants in words, by the locale in force and the PC's own zone. All instants are epoch milliseconds. */
import { date } from '../../electron/contract/text/locale.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A caller who waits longer than this for an answer is shown in amber, then in red; before that without colour. */
const waitingAfterMs = 10 * minute
const lateAfterMs = hour

/** The instant at which the calendar day of `at` starts, in the PC's zone. */
export function startOfDay(at: number): number {
  const then = new Date(at)
  return new Date(then.getFullYear(), then.getMonth(), then.getDate()).getTime()
}

/** Whole calendar days from `now` to `at`: 0 today, 1 tomorrow, -1 yesterday; right across clock changes. */
export function daysAway(at: number, now: number): number {
  return Math.round((startOfDay(at) - startOfDay(now)) / day)
}

/** Time of day, e.g. `10:42 AM`. */
export function clockTime(at: number): string {
  return date(at, { hour: 'numeric', minute: '2-digit' })
}

/** Time of day to the second, e.g. `10:42:07 AM`. */
export function clockSeconds(at: number): string {
  return date(at, { hour: 'numeric', minute: '2-digit', second: '2-digit' })
}

/** A date without time; the year only where it is not this one. */
export function shortDate(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return date(at, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

export function weekday(at: number): string {
  return date(at, { weekday: 'long' })
}

export function shortWeekday(at: number): string {
  return date(at, { weekday: 'short' })
}

/** Full date and time, for tooltips and screen readers. */
export function fullTime(at: number): string {
  return date(at, { dateStyle: 'full', timeStyle: 'short' })
}

/** Date and time where both matter and there is little room. */
export function dateAndTime(at: number): string {
  return date(at, { dateStyle: 'medium', timeStyle: 'short' })
}

type WaitLevel = 'fresh' | 'waiting' | 'late'

/** How long somebody has waited, as a number with its unit, and how loudly to say so. Future instants count as now. */
export function waited(
  since: number,
  now: number,
): { amount: number; unit: 'now' | 'min' | 'h' | 'd'; level: WaitLevel } {
  const ms = Math.max(0, now - since)
  const level: WaitLevel = ms >= lateAfterMs ? 'late' : ms >= waitingAfterMs ? 'waiting' : 'fresh'
  if (ms < minute) return { amount: 0, unit: 'now', level }
  if (ms < hour) return { amount: Math.floor(ms / minute), unit: 'min', level }
  if (ms < day) return { amount: Math.floor(ms / hour), unit: 'h', level }
  return { amount: Math.floor(ms / day), unit: 'd', level }
}

/** Weekday, date and time on the wall of another zone, e.g. `Monday, Nov 30, 8:00 AM`. */
export function dayAndTimeIn(at: number, timeZone: string): string {
  return date(at, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  })
}

/** `20:30` as this PC writes a time of day, `24:00` as midnight. */
export function timeOfDay(time: string): string {
  const [hours = '0', minutes = '0'] = time.split(':')
  return date(Date.UTC(2000, 0, 1, Number(hours), Number(minutes)), {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
  })
}

/** `2026-11-26` as this PC writes a date. */
export function dateInWords(isoDay: string): string {
  return date(Date.parse(`${isoDay}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'long' })
}

/** `2026-11-26` as short as it can be said: `Nov 26`. */
export function shortDay(of: string): string {
  return date(Date.parse(`${of}T00:00:00Z`), { timeZone: 'UTC', day: 'numeric', month: 'short' })
}

/** `2026-11-26` with its weekday: `Thu, Nov 26`. */
export function weekdayAndDay(of: string): string {
  return date(Date.parse(`${of}T00:00:00Z`), { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' })
}

/** The full hour of a day, 0 to 23, as this PC writes it: `1 PM`, or `13`. */
export function hourOfDay(of: number): string {
  return date(Date.UTC(2000, 0, 1, of), { timeZone: 'UTC', hour: 'numeric' })
}
