import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numbersIn } from './numbers-in-text.ts'

const found = (text: string) => numbersIn(text, 'US').map(({ start, end, number }) => [text.slice(start, end), number])

it('finds numbers as people write them, and what they are', () => {
  expect(found('Call me at (530) 555-0131 or on 212.555.0137 after 5')).toEqual([
    ['(530) 555-0131', '+15305550131'],
    ['212.555.0137', '+12125550137'],
  ])
  expect(found('My mobile is +44 20 7946 0000.')).toEqual([['+44 20 7946 0000', '+442079460000']])
})

it('takes no date, price, booking code or number that nobody has for one', () => {
  for (const text of ['On 2026-11-24 at 10:30', 'It was $1,200.00', 'Code 123456', '555 0131', 'Room 101, 102 and 103'])
    expect(found(text), text).toEqual([])
})

it('stands where it says, whatever is around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let last = 0
      for (const { start, end } of numbersIn(`${text} 5305550131 ${text}`, 'US')) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }),
  )
})
