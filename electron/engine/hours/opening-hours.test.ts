import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { hoursProblems, weekdays } from '../../contract/opening-hours.ts'
import { isOpen, nextMorning, nextOpening, stateAt } from './opening-hours.ts'
import type { OfficeHours } from './opening-hours.ts'
import { blocks, office } from './testing.ts'
import { zonedAt } from './wall-clock.ts'

const minute = 60_000

/** `2026-11-27 17:00` on the wall of the office → epoch ms. */
function at(wall: string, zone = 'America/Chicago'): number {
  return Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
}

function wall(instant: number | null, zone = 'America/Chicago'): string | null {
  return instant === null ? null : zonedAt(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}

// 27 November 2026 is a Friday.
const lunch = office('8:00-12:00 13:00-17:00')

describe('the state of the office', () => {
  test.each([
    ['2026-11-27 07:59', 'closed'],
    ['2026-11-27 08:00', 'open'],
    ['2026-11-27 12:00', 'break'],
    ['2026-11-27 13:00', 'open'],
    ['2026-11-27 17:00', 'closed'],
    ['2026-11-28 10:00', 'closed'],
  ])('at %s is %s', (when, state) => {
    expect(stateAt(lunch, at(when))).toBe(state)
  })

  test('goes by an exception on its days, and by the week before and after', () => {
    const hours: OfficeHours = {
      ...lunch,
      exceptions: [
        { from: '2026-11-26', to: '2026-11-27', name: 'Thanksgiving', blocks: [] },
        { from: '2026-11-28', to: '2026-11-28', name: 'Open Saturday', blocks: blocks('10:00-14:00') },
      ],
    }
    expect(['25', '26', '27', '28', '30'].map((day) => stateAt(hours, at(`2026-11-${day} 11:00`)))).toEqual([
      'open',
      'closed',
      'closed',
      'open',
      'open',
    ])
  })

  test('lasts through midnight with a block that crosses it, also into a day that an exception closes', () => {
    const hours: OfficeHours = {
      ...office('', { fri: '20:00-02:00' }),
      exceptions: [{ from: '2026-11-28', to: '2026-11-28', name: '', blocks: [] }],
    }
    expect(stateAt(hours, at('2026-11-28 01:59'))).toBe('open')
    expect(stateAt(hours, at('2026-11-28 02:00'))).toBe('closed')
    expect(stateAt(hours, at('2026-11-27 01:00'))).toBe('closed')
  })

  test('is open without a moment’s gap around the clock', () => {
    const always = office('0:00-24:00', { sat: '0:00-24:00', sun: '0:00-24:00' })
    for (const midnight of ['2026-03-07', '2026-10-31', '2026-12-31']) {
      for (let hour = 0; hour < 72; hour += 1) {
        expect(isOpen(always, at(`${midnight} 00:00`) + hour * 60 * minute - 1)).toBe(true)
      }
    }
  })
})

describe('the nights in which the clocks change', () => {
  // Chicago: 8 March 2026 skips 02:00–03:00, 1 November 2026 shows 01:00–02:00 twice; both are Sundays.
  test('an opening at a time that is skipped is the moment of the jump', () => {
    const hours = office('', { sun: '2:30-6:00' })
    expect(wall(nextOpening(hours, at('2026-03-07 12:00')))).toBe('2026-03-08T03:00-05:00')
    expect(stateAt(hours, at('2026-03-08 03:00') - 1)).toBe('closed')
    expect(stateAt(hours, at('2026-03-08 03:00'))).toBe('open')
  })

  test('hours that are skipped as a whole are none', () => {
    expect(wall(nextOpening(office('', { sun: '2:00-3:00' }), at('2026-03-07 12:00')))).toBe('2026-03-15T02:00-05:00')
  })

  test('an hour that is shown twice is open both times, from its first beginning to its last end', () => {
    const hours = office('', { sun: '1:00-1:30' })
    const first = at('2026-11-01 01:00')
    expect(wall(nextOpening(hours, at('2026-10-31 12:00')))).toBe('2026-11-01T01:00-05:00')
    expect([0, 89, 90].map((minutes) => isOpen(hours, first + minutes * minute))).toEqual([true, true, false])
  })

  test('the office opens by its wall clock on the day after, too', () => {
    expect(wall(nextMorning(lunch, at('2026-03-06 18:00')))).toBe('2026-03-09T09:00-05:00')
    expect(wall(nextMorning(lunch, at('2026-10-30 18:00')))).toBe('2026-11-02T09:00-06:00')
  })
})

describe('the next opening', () => {
  test('is now when the office is open, and otherwise the next block’s beginning', () => {
    expect(nextOpening(lunch, at('2026-11-27 09:30'))).toBe(at('2026-11-27 09:30'))
    expect(nextOpening(lunch, at('2026-11-27 12:10'))).toBe(at('2026-11-27 13:00'))
    expect(nextOpening(lunch, at('2026-11-27 17:00'))).toBe(at('2026-11-30 08:00'))
  })

  test('comes after a long closure, and never for an office that does not open', () => {
    const closed = { from: '2026-11-30', to: '2027-11-01', name: 'Sabbatical', blocks: [] }
    expect(nextOpening({ ...lunch, exceptions: [closed] }, at('2026-11-28 09:00'))).toBe(at('2027-11-02 08:00'))
    expect(nextOpening(office(''), at('2026-11-28 09:00'))).toBeNull()
    expect(nextMorning(office(''), at('2026-11-28 09:00'))).toBeNull()
  })
})

describe('the next morning', () => {
  test.each([
    ['is 09:00 of the next day', '8:00-17:00', '2026-11-25 15:00', '2026-11-26 09:00'],
    ['skips days on which the office is closed', '8:00-17:00', '2026-11-27 15:00', '2026-11-30 09:00'],
    ['is the opening when the office opens later', '10:00-17:00', '2026-11-25 15:00', '2026-11-26 10:00'],
    ['is the end of a break', '7:00-8:30 9:30-17:00', '2026-11-25 15:00', '2026-11-26 09:30'],
    ['is the one about to begin for a call in the night', '8:00-17:00', '2026-11-26 04:59', '2026-11-26 09:00'],
    ['is the day after for a call early in the morning', '8:00-17:00', '2026-11-26 05:00', '2026-11-27 09:00'],
  ])('%s', (_, workday, called, morning) => {
    expect(wall(nextMorning(office(workday), at(called)))).toBe(wall(at(morning)))
  })

  test('skips a day that is over before 09:00', () => {
    expect(nextMorning(office('8:00-17:00', { fri: '6:00-8:30' }), at('2026-11-26 12:00'))).toBe(at('2026-11-30 09:00'))
  })

  test('counts the night hours of the evening before', () => {
    const hours = office('', { fri: '20:00-10:00' })
    expect(nextMorning(hours, at('2026-11-27 21:00'))).toBe(at('2026-11-28 09:00'))
  })
})

describe('in every zone and at every date', () => {
  const zones = [
    'America/Chicago',
    'Europe/London',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ]
  const time = fc
    .integer({ min: 0, max: 95 })
    .map(
      (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    )
  const day = fc.array(fc.record({ from: time, to: fc.oneof(time, fc.constant('24:00')) }), { maxLength: 3 })
  const anyHours: fc.Arbitrary<OfficeHours> = fc
    .record({
      timeZone: fc.constantFrom(...zones),
      week: fc.record(Object.fromEntries(weekdays.map((name) => [name, day]))) as fc.Arbitrary<OfficeHours['week']>,
      exceptions: fc.array(
        fc.record({
          from: fc.integer({ min: 1, max: 30 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`),
          to: fc.constant('2026-03-31'),
          name: fc.constant(''),
          blocks: day,
        }),
        { maxLength: 1 },
      ),
    })
    .map((hours) => {
      const bad = new Set(hoursProblems(hours).flatMap((found) => (found.at === 'week' ? found.day : [])))
      const week = Object.fromEntries(weekdays.map((name) => [name, bad.has(name) ? [] : hours.week[name]]))
      return { ...hours, week: week as OfficeHours['week'] }
    })
    .filter((hours) => hoursProblems(hours).length === 0)
  const instant = fc
    .integer({ min: Date.UTC(2026, 0, 1) / minute, max: Date.UTC(2027, 0, 1) / minute })
    .map((n) => n * minute)

  test('the next opening is open, and not a minute before it is', () => {
    fc.assert(
      fc.property(anyHours, instant, (hours, from) => {
        const opening = nextOpening(hours, from)
        if (opening === null) return
        expect(opening).toBeGreaterThanOrEqual(from)
        expect(isOpen(hours, opening)).toBe(true)
        if (opening > from) expect(isOpen(hours, opening - 1)).toBe(false)
        for (let step = 1; step <= 20; step += 1) {
          const between = from + Math.floor(((opening - from) * step) / 21)
          if (between < opening) expect(isOpen(hours, between)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the next morning is open, on a later morning or day, and never before 09:00', () => {
    fc.assert(
      fc.property(anyHours, instant, (hours, from) => {
        const morning = nextMorning(hours, from)
        if (morning === null) return
        const local = zonedAt(morning, hours.timeZone)
        expect(isOpen(hours, morning)).toBe(true)
        expect(local.hour).toBeGreaterThanOrEqual(9)
        expect(morning).toBeGreaterThan(from)
      }),
      { numRuns: 60 },
    )
  })

  test('the office is open exactly when its clock shows a time of a block, apart from the nights of the change', () => {
    fc.assert(
      fc.property(anyHours, instant, (hours, now) => {
        const local = zonedAt(now, hours.timeZone)
        fc.pre(local.hoursInDay === 24 && local.subtract({ days: 1 }).hoursInDay === 24)
        const minutes = local.hour * 60 + local.minute
        const inBlock = (date: Temporal.PlainDate, minuteOfDay: number) => {
          const exception = hours.exceptions.find(({ from, to }) => from <= date.toString() && date.toString() <= to)
          const name = weekdays[date.dayOfWeek - 1] ?? 'mon'
          return (exception?.blocks ?? hours.week[name]).some(({ from, to }) => {
            const [start, end] = [from, to].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))
            const last = (end ?? 0) <= (start ?? 0) ? (end ?? 0) + 1440 : (end ?? 0)
            return (start ?? 0) <= minuteOfDay && minuteOfDay < last
          })
        }
        const date = local.toPlainDate()
        expect(isOpen(hours, now)).toBe(inBlock(date, minutes) || inBlock(date.subtract({ days: 1 }), minutes + 1440))
      }),
      { numRuns: 150 },
    )
  })
})
