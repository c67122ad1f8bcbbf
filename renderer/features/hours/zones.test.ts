import { expect, test } from 'vitest'
import { findZones, isZone, namedZones, zoneOf } from './zones.ts'

const zones = namedZones()
const found = (typed: string) => findZones(zones, typed).map(({ id }) => id)

test('a time zone is found by what people call it, by a city and by its stored name', () => {
  expect(found('eastern new york')).toEqual(['America/New_York'])
  expect(found('CHICAGO')).toEqual(['America/Chicago'])
  expect(found('america/los_ang')).toEqual(['America/Los_Angeles'])
  expect(found('nowhere')).toEqual([])
})

test('before anything is typed the zones of most offices come first', () => {
  expect(found('').slice(0, 2)).toEqual(['America/New_York', 'America/Chicago'])
})

test('what is typed in full, by either name, is stored by its IANA name', () => {
  expect(zoneOf(zones, 'mountain time (denver)')).toBe('America/Denver')
  expect(zoneOf(zones, 'america/denver')).toBe('America/Denver')
  expect(zoneOf(zones, 'mountain')).toBe('mountain')
  expect([isZone('America/Denver'), isZone('UTC'), isZone('mountain'), isZone('')]).toEqual([true, true, false, false])
})
