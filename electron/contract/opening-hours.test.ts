import { describe, expect, test } from 'vitest'
import { blocksProblem, hoursProblems, isDate, minutesOf } from './opening-hours.ts'
import type { HoursException, OpenBlock, OpeningHours } from './opening-hours.ts'

const block = (from: string, to: string): OpenBlock => ({ from, to })

describe('the blocks of a day', () => {
  test.each<[string, OpenBlock[], OpenBlock[], string | null]>([
    ['none at all', [], [], null],
    ['two with a break', [block('08:00', '12:00'), block('13:00', '17:00')], [], null],
    ['a whole day', [block('00:00', '24:00')], [block('00:00', '24:00')], null],
    ['through midnight', [block('18:00', '02:00')], [block('02:00', '05:00')], null],
    ['no time', [block('8', '12:00')], [], 'time'],
    ['an impossible time', [block('08:60', '25:00')], [], 'time'],
    ['a beginning at the end of the day', [block('24:00', '02:00')], [], 'time'],
    ['an end that is the beginning', [block('08:00', '08:00')], [], 'nothing'],
    ['one within the other, in any order', [block('10:00', '11:00'), block('08:00', '12:00')], [], 'overlap'],
    ['into the next day’s hours', [block('18:00', '03:00')], [block('02:00', '05:00')], 'next-day'],
    ['too many', Array.from({ length: 9 }, (_, at) => block(`0${at}:00`, `0${at}:30`)), [], 'too-many'],
  ])('%s', (_, blocks, nextDay, problem) => {
    expect(blocksProblem(blocks, nextDay)).toBe(problem)
  })

  test('Sunday night reaches into Monday', () => {
    const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const week = { ...none, sun: [block('22:00', '06:00')], mon: [block('05:00', '12:00')] }
    expect(hoursProblems({ week, exceptions: [] })).toEqual([{ at: 'week', day: 'sun', problem: 'next-day' }])
  })
})

describe('an exception', () => {
  const problem = (...exceptions: Pick<HoursException, 'from' | 'to'>[]) => {
    const hours: OpeningHours = {
      week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      exceptions: exceptions.map((dates) => ({ ...dates, name: '', blocks: [] })),
    }
    return hoursProblems(hours).map((found) => found.problem)
  }

  test('has dates that exist, in order, and no day twice', () => {
    expect(problem({ from: '2026-12-24', to: '2027-01-01' }, { from: '2027-01-02', to: '2027-01-02' })).toEqual([])
    expect(problem({ from: '2026-02-30', to: '2026-03-01' })).toEqual(['date'])
    expect(problem({ from: '2026-12-25', to: '2026-12-24' })).toEqual(['backwards'])
    expect(problem({ from: '2026-01-01', to: '2028-01-01' })).toEqual(['too-long'])
    expect(problem({ from: '2026-12-24', to: '2026-12-26' }, { from: '2026-12-25', to: '2026-12-25' })).toEqual([
      'twice',
    ])
  })
})

test('a day of the calendar', () => {
  expect(['2028-02-29', '2026-02-29', '2026-13-01', 'tomorrow'].map(isDate)).toEqual([true, false, false, false])
})

test('a time of day', () => {
  expect(['00:00', '08:30', '24:00', '24:01', '8:30', ''].map(minutesOf)).toEqual([0, 510, 1440, null, null, null])
})
