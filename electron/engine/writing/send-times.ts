/** Times at which a text may be sent later: what suits at this time of day, by the office's clock. */
import type { SendTime } from '../../contract/writing.ts'
import { nextMorning, nextOpening, isOpen } from '../hours/opening-hours.ts'
import type { OfficeHours } from '../hours/opening-hours.ts'
import { allowedAt } from '../hours/quiet-hours.ts'
import type { QuietSettings } from '../hours/quiet-hours.ts'
import { dateAt, instantOf } from '../hours/wall-clock.ts'

const minute = 60 * 1000
const hour = 60 * minute
/** "This afternoon" and "tomorrow morning", in minutes since midnight. */
const afternoon = 14 * 60
const morning = 9 * 60
/** Nearer than this, ms, a time is not worth offering: it would be as good as now. */
const soon = 20 * minute

/** The choices at `now`, earliest first; those that fall on the same time are one. */
export function sendTimes(hours: OfficeHours, now: number): Omit<SendTime, 'quiet'>[] {
  const { timeZone } = hours
  const today = dateAt(now, timeZone)
  const later = Math.ceil((now + hour) / minute) * minute
  const opening = isOpen(hours, now) ? nextMorning(hours, now, '00:00') : nextOpening(hours, now)
  const all: (Omit<SendTime, 'quiet' | 'at'> & { at: number | null })[] = [
    { kind: 'in-an-hour', at: later },
    { kind: 'afternoon', at: instantOf(today, afternoon, timeZone, 'first') },
    { kind: 'opening', at: opening },
    { kind: 'tomorrow', at: instantOf(today.add({ days: 1 }), morning, timeZone, 'first') },
  ]
  const times = all.flatMap(({ kind, at }) => (at !== null && at >= now + soon ? [{ kind, at }] : []))
  return times
    .filter(({ at }, index) => times.findIndex((other) => other.at === at) === index)
    .sort((one, other) => one.at - other.at)
}

/** Why that time is quiet where the contact is; null when it is not. */
export function quietAt(number: string, at: number, settings: QuietSettings): string | null {
  const time = allowedAt(number, at, settings)
  return time.allowed ? null : time.why
}
