import { describe, expect, it } from 'vitest'
import { everything, filterAt } from './list-filter.ts'

const now = new Date(2026, 10, 26, 15, 30).getTime()
const day = (month: number, date: number) => new Date(2026, month - 1, date).getTime()

describe('a filter by time', () => {
  it('begins with the day, by the wall of this PC', () => {
    expect(filterAt({ ...everything, time: 'today' }, now)).toMatchObject({ from: day(11, 26), to: null })
    expect(filterAt({ ...everything, time: '7' }, now)).toMatchObject({ from: day(11, 20), to: null })
    expect(filterAt({ ...everything, time: '30' }, now)).toMatchObject({ from: day(10, 28), to: null })
  })

  it('has both of its days in it, and may be open at either end', () => {
    const between = (from: string, to: string) => filterAt({ ...everything, time: { from, to } }, now)
    expect(between('2026-11-01', '2026-11-01')).toMatchObject({ from: day(11, 1), to: day(11, 2) - 1 })
    expect(between('', '2026-11-01')).toMatchObject({ from: null })
    expect(between('2026-11-02', '2026-11-01')).toEqual(between('2026-11-01', '2026-11-02'))
    expect(between('2026-11-01', '')).toMatchObject({ to: null })
  })
})
