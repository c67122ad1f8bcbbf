import { dateInWords, timeOfDay } from '../../text/dates.ts'
import { text } from '../../text/index.ts'

const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/
const day = /^\d{4}-\d\d-\d\d$/

/** A value of any setting in one line. Lists are joined; what is inside of them stands side by side. */
export function settingValue(value: unknown): string {
  const shown = words(value).trim()
  return shown === '' ? text.settingsFile.empty : shown
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? text.settingsFile.on : text.settingsFile.off
  if (typeof value === 'string') return moment(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(', ')
  if (typeof value === 'object') return group(value)
  return ''
}

/** Hours and days are kept as `08:00` and `2026-11-26`; whatever else is text, stays. */
function moment(value: string): string {
  if (time.test(value)) return timeOfDay(value)
  return day.test(value) && !Number.isNaN(Date.parse(value)) ? dateInWords(value) : value
}

/** What lasts from one time or day to another is told as that; a single day once. */
function group(value: object): string {
  const { from, to, ...rest }: { from?: unknown; to?: unknown } = value
  const ends = [...new Set([from, to].map(words).filter(Boolean))].join(' – ')
  return [ends, ...Object.values(rest).map(words)].filter(Boolean).join(' ')
}
