import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage } from '../../contract/text/index.ts'
import { holidayOn } from './holidays.ts'
import { allowedAt } from './quiet-hours.ts'
import type { QuietSettings } from './quiet-hours.ts'
import { zonedAt } from './wall-clock.ts'
import { whereabouts } from './whereabouts.ts'

const usual: QuietSettings = {
  from: '08:00',
  to: '21:00',
  byState: false,
  office: { country: 'US', timeZone: 'America/Chicago' },
}
const strict: QuietSettings = { ...usual, byState: true }

const newYork = '+12125550123'
const losAngeles = '+12135550123'
const pensacola = '+18505550123'
const miami = '+13055550123'
const birmingham = '+12055550123'
const tollFree = '+18005550123'

function at(wall: string, zone: string): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
}

describe('quiet hours', () => {
  test('go by the clock of the recipient, not of the office', () => {
    const now = at('2026-11-24 07:30', 'America/Chicago')
    expect(allowedAt(newYork, now, usual)).toMatchObject({ allowed: true })
    const early = allowedAt(losAngeles, now, usual)
    expect(early).toEqual({
      allowed: false,
      until: at('2026-11-24 08:00', 'America/Los_Angeles'),
      why: 'It is Tuesday 5:30 AM in Los Angeles; texts may go out there only from 8:00 AM to 9:00 PM.',
    })
  })

  test('begin at the minute, and end at the minute', () => {
    const allowed = ['07:59', '08:00', '20:59', '21:00'].map((time) => {
      return allowedAt(newYork, at(`2026-11-24 ${time}`, 'America/New_York'), usual).allowed
    })
    expect(allowed).toEqual([false, true, true, false])
  })

  test('hold in every zone that the number may be in', () => {
    const morning = allowedAt(pensacola, at('2026-11-24 08:30', 'America/New_York'), usual)
    expect(morning).toMatchObject({ allowed: false, until: at('2026-11-24 08:00', 'America/Chicago') })
    expect(morning.why).toContain('New York and Chicago')
    expect(allowedAt(pensacola, at('2026-11-24 20:30', 'America/Chicago'), usual).allowed).toBe(false)
  })

  test('hold in the whole country for a number of no place', () => {
    const noonInNewYork = allowedAt(tollFree, at('2026-11-24 12:00', 'America/New_York'), usual)
    expect(noonInNewYork).toMatchObject({ allowed: false, until: at('2026-11-24 08:00', 'Pacific/Honolulu') })
  })

  test('can be the office’s own', () => {
    const short = { ...usual, from: '10:00', to: '12:00' }
    expect(allowedAt(newYork, at('2026-11-24 12:00', 'America/New_York'), short)).toMatchObject({
      allowed: false,
      until: at('2026-11-25 10:00', 'America/New_York'),
    })
  })

  test('that leave no time say so instead of promising one', () => {
    expect(
      allowedAt(tollFree, at('2026-11-24 12:00', 'America/New_York'), { ...usual, from: '08:00', to: '10:00' }),
    ).toMatchObject({
      allowed: false,
      until: null,
    })
  })

  test('speak the clock of the office’s country', () => {
    const london = { ...usual, office: { country: 'GB', timeZone: 'Europe/London' } }
    expect(allowedAt('+442079460018', at('2026-11-24 22:15', 'Europe/London'), london).why).toBe(
      'It is Tuesday 22:15 in London; texts may go out there only from 8:00 to 21:00.',
    )
  })

  test('open with the second and close with the first of an hour that the clocks show twice', () => {
    // New York, 1 November 2026: 01:00–02:00 comes twice.
    const night = { ...usual, from: '01:30', to: '21:00' }
    const first = at('2026-11-01 01:30', 'America/New_York')
    expect(allowedAt(newYork, first, night)).toMatchObject({ allowed: false, until: first + 60 * 60_000 })
    const evening = { ...usual, from: '00:00', to: '01:30' }
    expect(allowedAt(newYork, first, evening).allowed).toBe(false)
    expect(allowedAt(newYork, first + 45 * 60_000, evening).allowed).toBe(false)
  })
})

describe('the rules of the states', () => {
  test('close earlier, and say who asks for it', () => {
    const late = at('2026-11-24 20:30', 'America/New_York')
    expect(allowedAt(miami, late, usual).allowed).toBe(true)
    const kept = allowedAt(miami, late, strict)
    expect(kept).toMatchObject({ allowed: false, until: at('2026-11-25 08:00', 'America/New_York') })
    expect(kept.why).toContain('(Florida)')
  })

  test('never widen what the office set', () => {
    const short = { ...strict, from: '09:30', to: '12:00' }
    expect(allowedAt(miami, at('2026-11-24 09:00', 'America/New_York'), short).allowed).toBe(false)
  })

  test('leave Sundays and holidays out', () => {
    const sunday = allowedAt(birmingham, at('2026-11-22 12:00', 'America/Chicago'), strict)
    expect(sunday).toMatchObject({ allowed: false, until: at('2026-11-23 08:00', 'America/Chicago') })
    expect(sunday.why).toBe('It is Sunday 12:00 PM in Chicago, and Alabama allows no texts on Sundays.')
    const thanksgiving = allowedAt(birmingham, at('2026-11-26 12:00', 'America/Chicago'), strict)
    expect(thanksgiving.why).toContain('Thanksgiving')
    expect(allowedAt(newYork, at('2026-11-26 12:00', 'America/New_York'), strict).allowed).toBe(true)
  })

  test('hold all together for a number that may be in any state', () => {
    const monday = allowedAt(tollFree, at('2026-11-22 12:00', 'America/New_York'), strict)
    // Kentucky's ten o'clock, in the westernmost zone.
    expect(monday).toMatchObject({ allowed: false, until: at('2026-11-23 10:00', 'Pacific/Honolulu') })
  })
})

describe('holidays', () => {
  test.each([
    ['2026-11-26', 'AL', 'Thanksgiving'],
    ['2027-01-18', 'AL', 'Martin Luther King Jr. Day'],
    ['2027-05-31', 'UT', 'Memorial Day'],
    ['2026-07-03', 'UT', 'Independence Day'],
    ['2026-07-04', 'UT', 'Independence Day'],
    ['2027-12-31', 'RI', 'New Year’s Day'],
    ['2027-02-09', 'LA', 'Mardi Gras'],
    ['2027-03-26', 'LA', 'Good Friday'],
    ['2026-11-27', 'LA', 'the day after Thanksgiving'],
    ['2026-11-27', 'AL', null],
    ['2026-07-24', 'UT', 'Pioneer Day'],
  ])('%s in %s: %s', (date, state, name) => {
    expect(holidayOn(Temporal.PlainDate.from(date), state)).toBe(name)
  })
})

describe('at any instant, for any number', () => {
  const numbers = [
    newYork,
    losAngeles,
    pensacola,
    miami,
    birmingham,
    '+19075550123',
    '+14165550123',
    '+442079460018',
    '+12085550123',
  ]
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 })
    .map((n) => n * 60_000)

  test('what is allowed lies within the hours in every zone, and “until” is the first such instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbers), instant, fc.boolean(), (number, now, byState) => {
        const settings = { ...usual, byState }
        const answer = allowedAt(number, now, settings)
        const allowed = answer.allowed ? now : answer.until
        expect(allowed).not.toBeNull()
        if (allowed === null) return
        const country = number.startsWith('+44') ? 'GB' : number.startsWith('+1416') ? 'CA' : 'US'
        for (const zone of whereabouts(number, country, usual.office).zones) {
          const { hour } = zonedAt(allowed, zone)
          expect(hour >= 8 && hour < 21).toBe(true)
        }
        if (answer.allowed) return
        expect(allowed).toBeGreaterThan(now)
        expect(allowedAt(number, allowed, settings).allowed).toBe(true)
        expect(allowedAt(number, allowed - 1, settings).allowed).toBe(false)
      }),
      { numRuns: 150 },
    )
  })
})

describe('why somebody may not be texted now', () => {
  afterEach(() => setLanguage('en', 'en-US'))

  test('is said in Spanish, too, with places, days and hours as they are written there', () => {
    setLanguage('es', 'es-US')
    const early = at('2026-11-24 05:30', 'America/Los_Angeles')
    expect(allowedAt('+12135550101', early, usual).why).toMatch(
      /^Hora de Los Ángeles: martes,? 5:30 a\.\s?m\.; ahí solo se puede escribir de 8:00 a\.\s?m\. a 9:00 p\.\s?m\.$/,
    )
    const thanksgiving = at('2026-11-26 12:00', 'America/Chicago')
    expect(allowedAt('+12055550101', thanksgiving, strict).why).toMatch(
      /y Alabama no permite mensajes el Día de Acción de Gracias\.$/,
    )
  })
})
