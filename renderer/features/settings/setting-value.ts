import { text } from '../../text/index.ts'

/** A value of any setting in one line. Lists are joined; what is inside of them stands side by side. */
export function settingValue(value: unknown): string {
  const shown = words(value).trim()
  return shown === '' ? text.settingsFile.empty : shown
}

function words(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? text.settingsFile.on : text.settingsFile.off
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(', ')
  if (typeof value === 'object') return Object.values(value).map(words).filter(Boolean).join(' ')
  return ''
}
