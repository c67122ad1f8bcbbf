/** Days on the office's calendar, as `YYYY-MM-DD`. Pure. */

/** The day that `at` (epoch ms) falls on in `timeZone` (IANA). */
export function dayIn(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const of = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${of['year'] ?? ''}-${of['month'] ?? ''}-${of['day'] ?? ''}`
}

/** `days` later; earlier for a negative number. */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The days that "last 7 days" and the like mean today. */
export function daysOf(when: 'today' | 'yesterday' | 'week' | 'month', today: string): { from: string; to: string } {
  switch (when) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: daysLater(today, -1), to: daysLater(today, -1) }
    case 'week':
      return { from: daysLater(today, -6), to: today }
    case 'month':
      return { from: daysLater(today, -29), to: today }
  }
}
