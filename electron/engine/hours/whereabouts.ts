/**
 * Where somebody with a number may be: the time zones, and in the United States the states whose rules may hold.
 *
 * - North America: what the area code says (data/area-codes.ts); an area code on a zone border has both zones.
 * - Elsewhere: every zone of the number's country (data/country-zones.ts), since mobile numbers do not say more.
 * - Numbers that belong to no place (toll-free, personal, satellite; an area code that is not in the table): every zone
 *   of the number's country, or of the office's where the number has none, and there the rules of every state.
 * - A country without a row: the office's own zone.
 */
import { words } from '../../contract/text/index.ts'
import { areaCodes, stateNames } from './data/area-codes.ts'
import { countryZones } from './data/country-zones.ts'

export interface Whereabouts {
  /** IANA names, at least one. */
  zones: readonly string[]
  /** The American state (`FL`); `any` for a number that may be in each of them, null for one that is in none. */
  state: string | null
  /** `number`: the number tells; `country`: only in which country; `office`: nothing does, and the office's zone counts. */
  known: 'number' | 'country' | 'office'
}

export interface Office {
  /** ISO 3166 alpha-2. */
  country: string
  /** IANA. */
  timeZone: string
}

interface Area {
  state: string
  zones: readonly string[]
}

const areas = new Map<string, Area>(
  areaCodes.flatMap(({ state, zones, codes }) =>
    codes.split(' ').map((code): [string, Area] => [code, { state, zones: zones.split(' ') }]),
  ),
)

const canadian = new Set(['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'ON', 'QC', 'SK', 'NT'])
const territories = new Set(['AS', 'GU', 'MP', 'PR', 'VI'])

/**
 * @param number E.164
 * @param country whose number it is (`parseNumber`), ISO 3166 alpha-2; null for numbers of no country
 */
export function whereabouts(number: string, country: string | null, office: Office): Whereabouts {
  const area = number.startsWith('+1') ? areas.get(number.slice(2, 5)) : undefined
  if (area) {
    const isState = !canadian.has(area.state) && !territories.has(area.state)
    return { zones: area.zones, state: isState ? area.state : null, known: 'number' }
  }
  const home = country ?? office.country.toUpperCase()
  const zones = countryZones[home]?.split(' ')
  if (!zones) return { zones: [office.timeZone], state: null, known: 'office' }
  const state = home === 'US' ? 'any' : null
  return { zones, state, known: country !== null && zones.length === 1 ? 'number' : 'country' }
}

/** `FL` → `Florida`. */
export function stateName(state: string): string {
  const name = stateNames[state] ?? state
  return words.quietHours.places[name] ?? name
}

/** `America/Los_Angeles` → `Los Angeles`: what people recognise of a zone. */
export function zoneCity(zone: string): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return words.quietHours.places[city] ?? city
}
