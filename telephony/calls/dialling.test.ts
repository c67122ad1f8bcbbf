import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialled, learnDialling, numberForms, usualForms } from './dialling.ts'

const pat = '+15305550141'
const plain = { prefix: '', form: 'country-code' } as const

describe('what is dialled for a number', () => {
  it.each([
    ['country-code', '', '15305550141'],
    ['national', '', '5305550141'],
    ['e164', '', '+15305550141'],
    ['national', '9', '95305550141'],
    ['country-code', '*9', '*915305550141'],
  ] as const)('%s with prefix "%s" is %s', (form, prefix, expected) => {
    expect(dialled(pat, { prefix, form }, 'US')).toBe(expected)
  })

  it('a number abroad gets the prefix for calls abroad where the form is national', () => {
    expect(dialled('+442079460018', { prefix: '9', form: 'national' }, 'US')).toBe('9011442079460018')
    expect(dialled('+442079460018', { prefix: '', form: 'national' }, 'GB')).toBe('02079460018')
    expect(dialled('+442079460018', plain, 'US')).toBe('442079460018')
  })

  it('is nothing for what is no number, however it is dressed up', () => {
    for (const number of ['', '101', '5305550141', '+1530555014', 'sip:101@192.0.2.1', `${pat}\r\nAction: Logoff`]) {
      expect(dialled(number, plain, 'US')).toBeNull()
    }
    expect(dialled(pat, { prefix: '9\r\n', form: 'e164' }, 'US')).toBeNull()
    expect(dialled(pat, { prefix: '1234567', form: 'e164' }, 'US')).toBeNull()
  })

  it('never has anything but digits, star, hash and a plus sign', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...numberForms), (number, prefix, form) => {
        const text = dialled(number, { prefix, form }, 'US')
        expect(text === null || /^[\d*#]*\+?\d+$/.test(text)).toBe(true)
      }),
    )
  })
})

describe('how the office dials, by what its people dialled', () => {
  it('is learnt with its prefix, whatever the form', () => {
    for (const form of numberForms) {
      for (const prefix of ['', '9', '0', '*9']) {
        const dialed = dialled(pat, { prefix, form }, 'US') ?? ''
        expect(learnDialling([{ dialed, number: pat }], 'US')).toEqual({ prefix, form })
      }
    }
  })

  it('is what most calls show, and the newest of equals', () => {
    const nine = { dialed: '95305550141', number: pat }
    const whole = { dialed: '15305550141', number: pat }
    expect(learnDialling([whole, nine, nine], 'US')).toEqual({ prefix: '9', form: 'national' })
    expect(learnDialling([whole, nine], 'US')).toEqual(plain)
  })

  it('is not known from calls that went elsewhere than the number says', () => {
    expect(learnDialling([], 'US')).toBeNull()
    expect(learnDialling([{ dialed: '*72', number: pat }], 'US')).toBeNull()
    expect(learnDialling([{ dialed: '98765430141', number: pat }], 'US')).toBeNull()
  })
})

it('is tried with the country code first only where people dial it for numbers of their own country', () => {
  expect([usualForms('US')[0], usualForms('ca')[0], usualForms('PR')[0]]).toEqual(Array(3).fill('country-code'))
  expect([usualForms('DE')[0], usualForms('GB')[0], usualForms('??')[0]]).toEqual(Array(3).fill('national'))
  for (const country of ['US', 'DE']) expect(usualForms(country).toSorted()).toEqual(numberForms.toSorted())
})
