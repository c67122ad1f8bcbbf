import { expect, test } from 'vitest'
import { parseNumber } from '../../../../telephony/phone-number.ts'
import { numberInFile } from './file-number.ts'

test.each([
  ['as a spreadsheet keeps its digits', '="5305550131"'],
  ['as a spreadsheet takes it for an amount', '5305550131.0'],
  ['with the marks that address books put around it', '\u202A+1 530\u2011555\u20110131\u202C'],
  ['with dashes as typed by a word processor', '530–555–0131'],
  ['in full-width digits', '５３０５５５０１３１'],
  ['with an extension', '530-555-0131 x12'],
  ['with an extension', '(530) 555-0131 ext. 12'],
  ['with an extension', '5305550131#12'],
  ['with what it is', 'Mobile: 530 555 0131'],
  ['with what it is', '(530) 555-0131 (cell)'],
])('a number is read %s: %s', (_how, value) => {
  expect(parseNumber(numberInFile(value), 'US')).toMatchObject({ ok: true, number: '+15305550131' })
})

test.each(['1.5305550131E+10', '530-555-0131 or 530-555-0132', 'Pat 5', 'x'.repeat(5000), '12345', ''])(
  'no number is made of %s',
  (value) => {
    expect(parseNumber(numberInFile(value), 'US')).toMatchObject({ ok: false })
  },
)
