import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedValue, maskNumbersIn } from './mask-numbers.ts'

const digit = fc.nat(9).map(String)
const prefix = fc.constantFrom('', '+', '00', '011', '0', '00 ', '011-', '+ ')
const separator = fc.constantFrom('', ' ', '-', '.', '/', ') ', '\u00a0', '\u202a', ' – ')
/** Groups of digits, as whoever writes a number down puts them. */
const groups = fc.array(
  fc.tuple(
    fc.array(digit, { minLength: 1, maxLength: 5 }).map((digits) => digits.join('')),
    separator,
  ),
  { minLength: 2, maxLength: 6 },
)
const around = fc.constantFrom(
  ['', ''],
  ['to ', ' failed'],
  ['sip:', '@192.0.2.10'],
  ['tel:', ';ext'],
  ['"', '"'],
  ['<', '>'],
  ['To=', '&x'],
  ['(', ')'],
)
const looksKept =
  /^(?:19|20)\d\d-[01]\d-[0-3]\d|^1[5-9]\d{11}(?!\d)|^1\d{9}[.-]\d|^1\d\d\.0\.|^(?:\d{1,3}\.){3}\d{1,3}$/

describe('a number in words of others', () => {
  it('shows its end only, however it is written', () => {
    fc.assert(
      fc.property(prefix, groups, around, (start, parts, [before, after]) => {
        const number = (start + parts.map((part) => part.join('')).join('')).replace(/[^\d]+$/, '')
        const count = number.replace(/\D/g, '').length
        fc.pre(count >= 10 && count <= 18 && !looksKept.test(number))
        const said = maskNumbersIn(before + number + after)
        const left = said.slice(before.length).replace('@192.0.2.10', '').replace(/\D/g, '')
        expect(left).toBe(number.replace(/\D/g, '').slice(-4))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['0044 20 7946 0000', '…0000'],
    ['011 44 20 7946 0000', '…0000'],
    ['00442079460000', '…0000'],
    ['442079460000', '…0000'],
    ['call 0171 2345678 back', 'call …5678 back'],
    ['+44 (0)20 7946 0000', '…0000'],
    ['(0044 20 7946 0000)', '(…0000)'],
    ['٤٤٢٠٧٩٤٦٠٠٠٠', '…٠٠٠٠'],
    ['06.12.34.56.78', '…5678'],
    ['44.0.2079.4600', '…4600'],
    ['PJSIP/15305550110-00000025', 'PJSIP/…0110-00000025'],
    ['442079460000, 442079460001', '…0000, …0001'],
    ['?To=%2B15305550131&From=%2b15305550100', '?To=…0131&From=…0100'],
    ['tel:%28530%29%20555%2D0131', 'tel:…0131'],
    ['sip:44%2020%207946%200000@pbx', 'sip:…0000@pbx'],
    ['DateSent%3E=2026-11-24T15%3A00 at 95%', 'DateSent%3E=2026-11-24T15%3A00 at 95%'],
    ['(530) 555-0101 is off', '…0101 is off'],
    ['To +15305550131 at 2026-11-24T15:00:00+0100, code 21610', 'To …0131 at 2026-11-24T15:00:00+0100, code 21610'],
  ])('as in %j', (said, shown) => {
    expect(maskNumbersIn(said)).toBe(shown)
  })
})

describe('what support needs', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{32}$/)
  const at = fc.date({ min: new Date('2017-07-15'), max: new Date('2033-05-01'), noInvalidDate: true })
  const useful = fc.oneof(
    fc.uuid(),
    hex.map((id) => `SM${id}`),
    at.map((day) => day.toISOString()),
    at.map((day) => `inbox-${day.toISOString().slice(0, 19).replaceAll(':', '-')}Z.sqlite`),
    at.map((day) => day.toISOString().slice(0, 10)),
    at.map((day) => `${day.getTime()}`),
    fc.tuple(at, fc.nat(99_999)).map(([day, call]) => `${Math.floor(day.getTime() / 1000)}.${call}`),
    fc.tuple(at, fc.nat(999)).map(([day, text]) => `${Math.floor(day.getTime() / 1000)}-${text}`),
    fc.nat(0xffffffff).map((id) => `PJSIP/101-${id.toString(16).padStart(8, '0')}`),
    fc.ipV4(),
    fc.constantFrom(
      '140.0.7339.207',
      '45.4.1',
      '10.0.22631',
      'error 21610',
      '26.11.2026 15:30:01',
      '11/26/2026, 9:30',
      '192.168.100.200:5038',
      'b6a1-5305550101-ff',
    ),
  )

  it('stays whole: instants, ids, addresses, versions', () => {
    fc.assert(
      fc.property(useful, fc.constantFrom(['', ''], ['"', '"'], ['for ', ' at once'], ['id=', ',']), (id, [a, b]) => {
        expect(maskNumbersIn(a + id + b)).toBe(a + id + b)
      }),
      { numRuns: 1000 },
    )
  })

  it('stays whole where it is a number of its own', () => {
    const facts = { at: 1_764_000_000_000, bytes: 12_345_678_901, port: 5038, to: ['442079460000'] }
    expect(JSON.stringify(facts, maskedValue)).toBe(JSON.stringify({ ...facts, to: ['…0000'] }))
  })
})
