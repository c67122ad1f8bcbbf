/** When the next day begins somewhere. */

/** All zones differ from UTC by whole quarters of an hour. */
const quarter = 15 * 60 * 1000

/** The first instant (epoch ms) after `now` that has another date in `timeZone` (IANA), summer time or not. */
export function nextMidnight(timeZone: string, now: number): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  const today = date.format(now)
  let at = Math.floor(now / quarter) * quarter + quarter
  while (date.format(at) === today) at += quarter
  return at
}
