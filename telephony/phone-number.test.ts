import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskNumber, numberAsKept, numberForPeople, numberSearch, parseNumber } from './phone-number.ts'

describe('a number as the phone system shows it', () => {
  it.each([
    ['5305550001', '+15305550001'],
    ['5305600000', '+15305600000'],
    ['2125550137', '+12125550137'],
    ['15305550131', '+15305550131'],
    ['+15305550131', '+15305550131'],
    ['0015305550132', '+15305550132'],
    ['01115305550132', '+15305550132'],
    ['(530) 555-0131', '+15305550131'],
    ['sip:+15305550131@192.0.2.1;user=phone', '+15305550131'],
    ['011442079460000', '+442079460000'],
    ['00442079460000', '+442079460000'],
  ])('%s is read by a US office as %s', (shown, number) => {
    expect(parseNumber(shown, 'US')).toMatchObject({ ok: true, number })
  })

  it.each([
    ['030 23125001', 'DE', '+493023125001'],
    ['00493023125001', 'DE', '+493023125001'],
    ['493023125001', 'DE', '+493023125001'],
    ['0015305550131', 'DE', '+15305550131'],
    ['020 7946 0000', 'GB', '+442079460000'],
  ])('%s is read by an office in %s as %s', (shown, country, number) => {
    expect(parseNumber(shown, country)).toMatchObject({ ok: true, number })
  })

  it.each([
    [null, 'withheld'],
    ['', 'withheld'],
    ['anonymous', 'withheld'],
    ['Anonymous@anonymous.invalid', 'withheld'],
    ['<unknown>', 'withheld'],
    ['"Restricted"', 'withheld'],
    ['7325', 'short'],
    ['911', 'short'],
    ['+15551234567', 'invalid'],
    ['5551234567', 'invalid'],
    ['5550131', 'invalid'],
    ['915305550131', 'invalid'],
    ['5305550131x12', 'invalid'],
    ['DROP TABLE call', 'invalid'],
    ['()', 'invalid'],
    ['5'.repeat(300), 'invalid'],
    ['x'.repeat(300), 'invalid'],
  ])('%s is no number to text: %s', (shown, why) => {
    expect(parseNumber(shown, 'US')).toEqual({ ok: false, why })
  })

  it('tells country and kind', () => {
    expect(parseNumber('+14165550131', 'US')).toMatchObject({ country: 'CA', kind: 'fixed-or-mobile' })
    expect(parseNumber('8005550100', 'US')).toMatchObject({ country: 'US', kind: 'toll-free' })
    expect(parseNumber('+491713920010', 'US')).toMatchObject({ country: 'DE', kind: 'mobile' })
    expect(parseNumber('+80012345678', 'US')).toMatchObject({ country: null })
  })

  it('needs the plus where the country of the office is not known', () => {
    expect(parseNumber('+15305550131', 'XX')).toMatchObject({ ok: true })
    expect(parseNumber('5305550131', 'XX')).toEqual({ ok: false, why: 'invalid' })
  })

  it('never throws, and what it accepts is E.164 and reads as itself', () => {
    const shown = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789+-() .'.split('')), maxLength: 30 }),
    )
    fc.assert(
      fc.property(shown, fc.constantFrom('US', 'GB', 'DE', 'XX', ''), (text, country) => {
        const parsed = parseNumber(text, country)
        if (!parsed.ok) return
        expect(parsed.number).toMatch(/^\+[1-9]\d{6,14}$/)
        expect(parseNumber(parsed.number, country)).toEqual(parsed)
      }),
    )
  })

  it('reads every national spelling of a number as the same number', () => {
    const subscriber = fc.integer({ min: 100, max: 199 }).map((last) => `0${last}`)
    fc.assert(
      fc.property(fc.constantFrom('530', '212', '415'), subscriber, (area, last) => {
        const number = `+1${area}555${last}`
        const spellings = [number, number.slice(1), number.slice(2), `00${number.slice(1)}`, `011${number.slice(1)}`]
        for (const spelling of [...spellings, numberForPeople(number, 'US'), numberForPeople(number, 'DE')]) {
          expect(parseNumber(spelling, 'US')).toMatchObject({ ok: true, number })
        }
      }),
    )
  })
})

describe('a number for people', () => {
  it('has its country code only abroad', () => {
    expect(numberForPeople('+15305550131', 'US')).toBe('(530) 555-0131')
    expect(numberForPeople('+15305550131', 'DE')).toBe('+1 530 555 0131')
    expect(numberForPeople('+442079460000', 'US')).toBe('+44 20 7946 0000')
  })

  it('stays as it is when it is none', () => {
    expect(numberForPeople('anonymous', 'US')).toBe('anonymous')
  })
})

describe('a number in a log', () => {
  it('keeps its end only', () => {
    expect(maskNumber('+15305550131')).toBe('…0131')
    expect(maskNumber('7325')).toBe('…25')
    expect(maskNumber('anonymous')).toBe('no number')
    expect(maskNumber(null)).toBe('no number')
  })

  it('never shows more than four digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ '.split('')), maxLength: 40 }), (text) => {
        expect(maskNumber(text).replace(/\D/g, '').length).toBeLessThanOrEqual(4)
      }),
    )
  })
})

it('is kept as E.164 however it is shown, and what is no number as it is', () => {
  expect(['(530) 555-0131', '15305550131', '+15305550131'].map((shown) => numberAsKept(shown, 'US'))).toEqual(
    Array(3).fill('+15305550131'),
  )
  expect(numberAsKept('s', 'US')).toBe('s')
})

describe('a number in the search field', () => {
  it.each([
    ['(530) 555-0131', { whole: '+15305550131' }],
    ['530-555', { part: '530555' }],
    ['0131', { part: '131' }],
    ['+1 530', { part: '1530' }],
    ['(+1) 530-555-0131', { whole: '+15305550131' }],
    ['tel:+15305550131', { whole: '+15305550131' }],
    ['530\u2011555\u20130131', { whole: '+15305550131' }],
    ['\u202a(530) 555-0131\u202c', { whole: '+15305550131' }],
    ['530·555·0131', { whole: '+15305550131' }],
    ['٥٣٠٥٥٥٠١٣١', { whole: '+15305550131' }],
    ['tel:', null],
    ['jane', null],
    ['12', null],
  ])('%s looks for %o', (typed, search) => {
    expect(numberSearch(typed, 'US')).toEqual(search)
  })
})
