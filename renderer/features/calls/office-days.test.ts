import { expect, test } from 'vitest'
import { dayIn, daysLater, daysOf } from './office-days.ts'

test('a day is that of the office, not of this PC', () => {
  const at = Date.UTC(2026, 10, 26, 3)
  expect(dayIn('America/Chicago', at)).toBe('2026-11-25')
  expect(dayIn('Asia/Kathmandu', at)).toBe('2026-11-26')
})

test('days are counted by the calendar, over months and leap days', () => {
  expect(daysLater('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysLater('2027-01-01', -1)).toBe('2026-12-31')
  expect(daysOf('week', '2026-11-26')).toEqual({ from: '2026-11-20', to: '2026-11-26' })
})
