import * as dates from '../dates.ts'

const units = { now: 'now', min: 'min', h: 'h', d: 'd' }

export const time = {
  today: 'Today',
  yesterday: 'Yesterday',
  waited(since: number, now: number): string {
    const { amount, unit } = dates.waited(since, now)
    return unit === 'now' ? units.now : `${amount} ${units[unit]}`
  },
  waiting(since: number, now: number): string {
    const { unit } = dates.waited(since, now)
    return unit === 'now' ? 'waiting since just now' : `waiting for ${time.waited(since, now)}`
  },
  /** Heading of a day in a conversation or the list of calls. */
  day(at: number, now: number): string {
    const away = dates.daysAway(at, now)
    if (away === 0) return time.today
    if (away === -1) return time.yesterday
    if (away > -7 && away < 0) return dates.weekday(at)
    return `${dates.shortWeekday(at)} ${dates.shortDate(at, now)}`
  },
  /** The least that tells when in a list row: a time today, a weekday this week, else a date. */
  short(at: number, now: number): string {
    const away = dates.daysAway(at, now)
    if (away === 0) return dates.clockTime(at)
    return away > -7 && away < 0 ? dates.shortWeekday(at) : dates.shortDate(at, now)
  },
  /** A moment to come, inside a sentence: `today 12:42`, `tomorrow 09:00`, `Mon 09:00`. */
  upcoming(at: number, now: number): string {
    const away = dates.daysAway(at, now)
    const clock = dates.clockTime(at)
    if (away === 0) return `today ${clock}`
    if (away === 1) return `tomorrow ${clock}`
    return away > 1 && away < 7 ? `${dates.shortWeekday(at)} ${clock}` : `${dates.shortDate(at, now)}, ${clock}`
  },
  /** A moment gone by, inside a sentence: `10:02`, `yesterday 10:02`, `Nov 3, 10:02`. */
  past(at: number, now: number): string {
    const away = dates.daysAway(at, now)
    if (away === 0) return dates.clockTime(at)
    return away === -1 ? `yesterday ${dates.clockTime(at)}` : `${dates.shortDate(at, now)}, ${dates.clockTime(at)}`
  },
  since: (at: number, now: number) => `since ${time.past(at, now)}`,
  /** When something last was, inside a sentence: `today 10:12`, `yesterday 10:12`, `4 Mar`. */
  last(at: number, now: number): string {
    const away = dates.daysAway(at, now)
    if (away === 0) return `today ${dates.clockTime(at)}`
    if (away === -1) return `yesterday ${dates.clockTime(at)}`
    return dates.shortDate(at, now)
  },
  /** How long a call has rung or lasted. */
  elapsed(ms: number): string {
    const seconds = Math.max(0, Math.floor(ms / 1000))
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  },
}
