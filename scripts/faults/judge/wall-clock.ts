/** What the clock on the wall shows somewhere: the judge's own reading, apart from the product's. */

export interface WallTime {
  /** E.g. `2026-11-24`. */
  day: string
  /** Minutes since midnight. */
  minutes: number
  isWeekend: boolean
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  })
  formats.set(zone, made)
  return made
}

/** `at`: epoch ms. */
export function wallAt(zone: string, at: number): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const weekday = parts.get('weekday') ?? ''
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    isWeekend: weekday.startsWith('Sa') || weekday.startsWith('Su'),
  }
}

const fiveMinutes = 5 * 60 * 1000
const nightEnds = 5 * 60 * 60 * 1000
const fortnight = 14 * 24 * 60 * 60 * 1000

/** The next instant after `after` at which it is `time` (`HH:MM`, of whole five minutes) there. */
export function nextAt(
  zone: string,
  after: number,
  time: string,
  { workday = false, otherDay = false }: { workday?: boolean; otherDay?: boolean } = {},
): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  // Whoever calls before five does so in the night of the day before.
  const today = wallAt(zone, after - nightEnds).day
  const first = Math.ceil((after + 1) / fiveMinutes) * fiveMinutes
  for (let at = first; at < after + fortnight; at += fiveMinutes) {
    const wall = wallAt(zone, at)
    if (wall.minutes !== hours * 60 + minutes) continue
    if ((workday && wall.isWeekend) || (otherDay && wall.day === today)) continue
    return at
  }
  return Infinity
}
