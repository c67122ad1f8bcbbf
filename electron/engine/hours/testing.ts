/** Hours for tests. */
import type { OpenBlock, Weekday } from '../../contract/opening-hours.ts'
import type { OfficeHours } from './opening-hours.ts'

/** `8:00-12:00 13:00-17:00` → blocks; an empty string for none. */
export function blocks(words: string): OpenBlock[] {
  return words
    .split(' ')
    .filter((span) => span !== '')
    .map((span) => {
      const [from = '', to = ''] = span.split('-')
      return { from: from.padStart(5, '0'), to: to.padStart(5, '0') }
    })
}

/** Monday to Friday as given, the weekend closed. */
export function office(workday: string, changed: Partial<Record<Weekday, string>> = {}, timeZone = 'America/Chicago') {
  const day = (name: Weekday, usual: string) => blocks(changed[name] ?? usual)
  const hours: OfficeHours = {
    timeZone,
    week: {
      mon: day('mon', workday),
      tue: day('tue', workday),
      wed: day('wed', workday),
      thu: day('thu', workday),
      fri: day('fri', workday),
      sat: day('sat', ''),
      sun: day('sun', ''),
    },
    exceptions: [],
  }
  return hours
}
