import { describe, expect, test } from 'vitest'
import { blocksProblem } from '../../../electron/contract/opening-hours.ts'
import { dateOf, likeMonday, nextBlock, startingOn } from './week.ts'

describe('the next opening of a day', () => {
  test('is the usual day, then an hour later, and never overlaps', () => {
    expect(nextBlock([])).toEqual({ from: '08:00', to: '17:00' })
    expect(nextBlock([{ from: '08:00', to: '12:00' }])).toEqual({ from: '13:00', to: '17:00' })
    const late = { from: '13:00', to: '21:30' }
    expect(nextBlock([late])).toEqual({ from: '22:30', to: '24:00' })
    expect(blocksProblem([late, nextBlock([late])])).toBeNull()
  })
})

describe('Monday’s hours', () => {
  const day = [{ from: '08:00', to: '17:00' }]
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }

  test('are offered to the other workdays only where those differ', () => {
    expect(likeMonday(week)).toBeNull()
    expect(likeMonday({ ...week, mon: [], sat: day })).toEqual({
      ...week,
      mon: [],
      tue: [],
      wed: [],
      thu: [],
      fri: [],
      sat: day,
    })
  })
})

test('an exception keeps its last day unless that would come first', () => {
  const one = { from: '2026-12-24', to: '2026-12-24', name: '', blocks: [] }
  expect(startingOn(one, '2026-12-25').to).toBe('2026-12-25')
  const long = { ...one, to: '2027-01-01' }
  expect(startingOn(long, '2026-12-26').to).toBe('2027-01-01')
  expect(startingOn(long, '2027-01-05').to).toBe('2027-01-05')
})

test('a date is the one on this PC’s calendar', () => {
  expect(dateOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05')
})
