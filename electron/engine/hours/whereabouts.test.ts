import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { isDate } from '../../contract/opening-hours.ts'
import { areaCodes } from './data/area-codes.ts'
import { countryZones } from './data/country-zones.ts'
import { stateRules, tableDate } from './data/state-rules.ts'
import { stateName, whereabouts, zoneCity } from './whereabouts.ts'

const office = { country: 'US', timeZone: 'America/Denver' }

describe('where a number is', () => {
  test.each<[string, string, string | null, string[], string | null]>([
    ['its area code tells', '+12125550123', 'US', ['America/New_York'], 'NY'],
    ['on both sides of a zone border', '+18505550123', 'US', ['America/New_York', 'America/Chicago'], 'FL'],
    ['in Canada, where no state’s rules hold', '+14165550123', 'CA', ['America/Toronto'], null],
    ['in Puerto Rico', '+17875550123', 'PR', ['America/Puerto_Rico'], null],
    ['in a country of one zone', '+442079460018', 'GB', ['Europe/London'], null],
    ['in a country of several', '+34600000000', 'ES', ['Europe/Madrid', 'Atlantic/Canary'], null],
  ])('%s', (_, number, country, zones, state) => {
    expect(whereabouts(number, country, office)).toMatchObject({ zones, state })
  })

  test('is anywhere in the office’s country for a number of no place', () => {
    const tollFree = whereabouts('+18005550123', null, office)
    expect(tollFree.zones).toEqual(expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']))
    expect(tollFree).toMatchObject({ state: 'any', known: 'country' })
  })

  test('is the office’s zone where nothing is known', () => {
    expect(whereabouts('+8835100000000', null, { country: 'ZZ', timeZone: 'Asia/Tokyo' })).toEqual({
      zones: ['Asia/Tokyo'],
      state: null,
      known: 'office',
    })
  })

  test('has a name that people know', () => {
    expect([zoneCity('America/Los_Angeles'), stateName('NH')]).toEqual(['Los Angeles', 'New Hampshire'])
  })
})

describe('the tables', () => {
  const codes = areaCodes.flatMap((row) => row.codes.split(' '))

  test('have every area code of North America’s plan once', () => {
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
    const here = new Set(['US', 'CA', 'PR', 'VI', 'GU', 'MP', 'AS'])
    const missing = []
    for (let code = 200; code < 1000; code += 1) {
      const possible = ['2345678', '6221234', '7331234', '5550123'].map((rest) =>
        parsePhoneNumberFromString(`+1${code}${rest}`),
      )
      const placed = possible.some((number) => {
        return number?.isValid() && here.has(number.country ?? '') && number.getType() === 'FIXED_LINE_OR_MOBILE'
      })
      if (placed && !codes.includes(String(code))) missing.push(code)
    }
    expect(missing).toEqual([])
  })

  test('name zones that this machine knows, and states that exist', () => {
    const zones = [...areaCodes.map((row) => row.zones), ...Object.values(countryZones)].flatMap((row) =>
      row.split(' '),
    )
    for (const timeZone of new Set(zones)) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
    const states = new Set(areaCodes.map(({ state }) => state))
    expect(stateRules.filter(({ state }) => !states.has(state) || stateName(state) === state)).toEqual([])
  })

  test('give every rule hours that can be read', () => {
    expect(isDate(tableDate)).toBe(true)
    for (const rule of stateRules) {
      for (const hours of [rule.weekdays, rule.saturday, rule.sunday]) {
        expect(hours).toMatch(/^(none|([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d)$/)
      }
      expect(rule.holidays).toMatch(/^(none|usual)$/)
      expect(rule.law).not.toBe('')
    }
  })
})
