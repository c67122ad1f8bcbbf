import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { zonedAt } from '../hours/wall-clock.ts'
import { spansOf, wallClock } from './period.ts'
import type { OverviewPeriod } from '../../contract/overview-commands.ts'

const zone = 'America/Chicago'
/** A Tuesday noon in Chicago. */
const tuesday = Date.UTC(2026, 10, 24, 18)

function days(period: OverviewPeriod, now = tuesday) {
  const spans = spansOf(period, now, zone)
  if (spans === null) return null
  const wall = (at: number) => zonedAt(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const { span, before } = spans
  return [`${wall(span.from)} – ${wall(span.to)}`, `${wall(before.from)} – ${wall(before.to)}`]
}

describe('a period is compared with', () => {
  test('the last week until the same hour', () => {
    expect(days({ name: 'week' })).toEqual([
      '2026-11-23T00:00 – 2026-11-24T12:00',
      '2026-11-16T00:00 – 2026-11-17T12:00',
    ])
  })

  test('the month before until the same day', () => {
    expect(days({ name: 'month' })).toEqual([
      '2026-11-01T00:00 – 2026-11-24T12:00',
      '2026-10-01T00:00 – 2026-10-24T12:00',
    ])
  })

  test('a shorter month before until its end', () => {
    expect(days({ name: 'month' }, Date.UTC(2026, 2, 31, 17))).toEqual([
      '2026-03-01T00:00 – 2026-03-31T12:00',
      '2026-02-01T00:00 – 2026-02-28T12:00',
    ])
  })

  test('the thirty days before', () => {
    expect(days({ name: 'days-30' })?.[1]).toBe('2026-09-26T00:00 – 2026-10-25T12:00')
  })

  test('as many whole days, where the days are over', () => {
    expect(days({ from: '2026-11-02', to: '2026-11-04' })).toEqual([
      '2026-11-02T00:00 – 2026-11-05T00:00',
      '2026-10-30T00:00 – 2026-11-02T00:00',
    ])
  })
})

test('days in the wrong order are no period', () => {
  expect(days({ from: '2026-11-04', to: '2026-11-02' })).toBeNull()
})

test('days to come hold nothing, and are compared with nothing', () => {
  const spans = spansOf({ from: '2027-01-01', to: '2027-01-31' }, tuesday, zone)
  expect(spans?.span.to).toBe(spans?.span.from)
  expect(spans?.before.to).toBe(spans?.before.from)
})

test('the time before never reaches into the period, whatever the days and the clocks', () => {
  const date = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  const name = fc.constantFrom('week', 'month', 'days-30')
  const zones = fc.constantFrom(zone, 'Australia/Lord_Howe', 'Asia/Beirut', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(date, name, zones, (at, of, timeZone) => {
      const spans = spansOf({ name: of as 'week' }, at.getTime(), timeZone)
      expect(spans).not.toBeNull()
      if (!spans) return
      const { span, before } = spans
      expect(span.to).toBe(Math.max(span.from, at.getTime()))
      expect(before.from).toBeLessThanOrEqual(before.to)
      expect(before.to).toBeLessThanOrEqual(span.from)
      expect(zonedAt(span.from, timeZone).toPlainDate().toString()).toBe(span.firstDay)
    }),
    { numRuns: 60 },
  )
})

test('the clock on the wall is that of the zone on both sides of a jump', () => {
  const hour = 60 * 60 * 1000
  const from = Date.UTC(2026, 9, 31)
  const wall = wallClock(from, from + 3 * 24 * hour, zone)
  const jump = Date.UTC(2026, 10, 1, 7)
  for (const at of [from, jump - 1, jump, jump + 24 * hour]) {
    const shown = zonedAt(at, zone).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds
    expect(wall(at)).toBe(shown)
  }
})
