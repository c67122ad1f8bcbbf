/**
 * What the clock on a wall shows, and when. Instants are epoch ms; times of day are minutes since midnight, 1440 being
 * the midnight that ends the day and more than that a time of the next one.
 *
 * Twice a year a zone's clocks jump. A time that they skip (02:30 in spring) is taken as the moment of the jump; a time
 * that they show twice (01:30 in autumn) is the first or the second, as asked.
 */
import { Temporal } from 'temporal-polyfill'

const minutesPerDay = 24 * 60

/** The date on the wall of `zone` (IANA) at that instant. */
export function dateAt(at: number, zone: string): Temporal.PlainDate {
  return zonedAt(at, zone).toPlainDate()
}

/** Date, time and all else that holds in `zone` at that instant. */
export function zonedAt(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}

/**
 * The instants that were asked for lately: each text asks for the same few of its day (the office's blocks, the quiet
 * hours), and each takes longer to find than a question to the store.
 */
const known = new Map<string, number>()
const mostKnown = 500

/** When the clocks of `zone` show that time of `date`, epoch ms. */
export function instantOf(date: Temporal.PlainDate, minutes: number, zone: string, which: 'first' | 'second'): number {
  const key = `${date.year}-${date.month}-${date.day} ${minutes} ${zone} ${which}`
  const before = known.get(key)
  if (before !== undefined) return before
  const found = findInstant(date, minutes, zone, which)
  if (known.size >= mostKnown) known.clear()
  known.set(key, found)
  return found
}

function findInstant(date: Temporal.PlainDate, minutes: number, zone: string, which: 'first' | 'second'): number {
  const onDate = date.add({ days: Math.floor(minutes / minutesPerDay) })
  const ofDay = minutes % minutesPerDay
  const wall = onDate.toPlainDateTime({ hour: Math.floor(ofDay / 60), minute: ofDay % 60 })
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (earlier.toPlainDateTime().equals(wall)) {
    return which === 'first'
      ? earlier.epochMilliseconds
      : wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds
  }
  // The clocks skip it: `earlier` is a time before the jump.
  return earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? earlier.epochMilliseconds
}
