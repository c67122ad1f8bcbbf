import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialledNumber, linkIn } from './dial-links.ts'

describe('a link with a number', () => {
  it.each([
    ['tel:+15305550101', '+15305550101'],
    ['TEL:+1-530-555-0101', '+1-530-555-0101'],
    ['tel:(530)%20555-0101', '(530) 555-0101'],
    ['tel:+15305550101;ext=12', '+15305550101'],
    ['tel://5305550101', '5305550101'],
    ['sms:+15305550101?body=Send%20money', '+15305550101'],
    ['sms:5305550101&body=Hello', null],
    ['sms:+15305550101,+15305550102', null],
    ['tel:*21*5305550101%23', null],
    ['tel:5305550101,,,99', null],
    ['tel:%2B15305550101', '+15305550101'],
    ['tel:%E0%A4%A', null],
    ['tel:', null],
    ['tel:12', null],
    ['tel:FLOWERS', null],
    ['tel:../../etc/passwd', null],
    ['https://example.com/tel:5305550101', null],
    ['--tel:5305550101', null],
    [`tel:${'5'.repeat(300)}`, null],
  ])('%j names %j', (link, number) => {
    expect(dialledNumber(link)).toBe(number)
  })

  it('never gives anything but digits and what stands between them', () => {
    fc.assert(
      fc.property(fc.constantFrom('tel:', 'sms:', 'tel://', ''), fc.string(), (scheme, rest) => {
        const number = dialledNumber(scheme + rest)
        expect(number === null || /^\+?[\d\s().-]+$/.test(number)).toBe(true)
      }),
    )
  })
})

it('is found among the arguments of a start, whatever stands around it', () => {
  expect(linkIn(['/opt/Ringback/ringback', '--hidden', 'tel:+15305550101'])).toBe('tel:+15305550101')
  expect(linkIn(['/opt/Ringback/ringback', '--user-data-dir=/x'])).toBeNull()
})
