import * as dates from '../dates.ts'
import type { en } from '../en/index.ts'

const units = { now: 'ahora', min: 'min', h: 'h', d: 'd' }

/** `las 10:02`, but `la 1:02`. */
export function theClock(at: number): string {
  const clock = dates.clockTime(at)
  return `${/^0?1\D/.test(clock) ? 'la' : 'las'} ${clock}`
}

const atClock = (at: number): string => `a ${theClock(at)}`

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('es') + word.slice(1)

export const time: typeof en.time = {
  today: 'Hoy',
  yesterday: 'Ayer',
  waited(since, now) {
    const { amount, unit } = dates.waited(since, now)
    return unit === 'now' ? units.now : `${amount} ${units[unit]}`
  },
  waiting(since, now) {
    const { unit } = dates.waited(since, now)
    return unit === 'now' ? 'espera desde hace un momento' : `espera desde hace ${time.waited(since, now)}`
  },
  day(at, now) {
    const away = dates.daysAway(at, now)
    if (away === 0) return time.today
    if (away === -1) return time.yesterday
    if (away > -7 && away < 0) return capital(dates.weekday(at))
    return `${capital(dates.shortWeekday(at))} ${dates.shortDate(at, now)}`
  },
  short(at, now) {
    const away = dates.daysAway(at, now)
    if (away === 0) return dates.clockTime(at)
    return away > -7 && away < 0 ? dates.shortWeekday(at) : dates.shortDate(at, now)
  },
  upcoming(at, now) {
    const away = dates.daysAway(at, now)
    if (away === 0) return `hoy ${atClock(at)}`
    if (away === 1) return `mañana ${atClock(at)}`
    return away > 1 && away < 7
      ? `el ${dates.weekday(at)} ${atClock(at)}`
      : `el ${dates.shortDate(at, now)} ${atClock(at)}`
  },
  past(at, now) {
    const away = dates.daysAway(at, now)
    if (away === 0) return atClock(at)
    return away === -1 ? `ayer ${atClock(at)}` : `el ${dates.shortDate(at, now)} ${atClock(at)}`
  },
  since(at, now) {
    return dates.daysAway(at, now) === 0 ? `desde ${theClock(at)}` : `desde ${time.past(at, now)}`
  },
  last(at, now) {
    const away = dates.daysAway(at, now)
    if (away === 0) return `hoy ${atClock(at)}`
    if (away === -1) return `ayer ${atClock(at)}`
    return `el ${dates.shortDate(at, now)}`
  },
  elapsed(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000))
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  },
}
