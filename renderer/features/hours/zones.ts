import { zone } from '../../../electron/contract/text/locale.ts'

export interface NamedZone {
  /** Its IANA name: what is stored. */
  id: string
  /** What people call it. */
  name: string
}

/** Offered first: most offices are in one of them. */
const usual = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
]
/** Longer lists are searched, not read. */
const mostShown = 60

export function isZone(id: string): boolean {
  try {
    return id === 'UTC' || (id.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: id })))
  } catch {
    return false
  }
}

/** Every zone this machine knows, in the window's language. Naming them all takes a fifth of a second: not before it is needed. */
export function namedZones(): NamedZone[] {
  return [...new Set([...usual, ...Intl.supportedValuesOf('timeZone')])].map((id) => ({ id, name: zone(id) }))
}

/** The zones that have every word of what was typed, in what people call them or in their IANA name. */
export function findZones(zones: readonly NamedZone[], typed: string): NamedZone[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return zones
    .filter(({ id, name }) => {
      const all = plain(`${name} ${id} ${id.replaceAll('_', ' ')}`)
      return words.every((word) => all.includes(word))
    })
    .slice(0, mostShown)
}

/** The zone that was typed in full, by either of its names; otherwise what was typed. */
export function zoneOf(zones: readonly NamedZone[], typed: string): string {
  const wanted = plain(typed).trim()
  const found = zones.find(({ id, name }) => plain(id) === wanted || plain(name) === wanted)
  return found?.id ?? typed
}

/** Case and accents apart. */
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
