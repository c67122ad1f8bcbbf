import { expect, test } from 'vitest'
import { nextMidnight } from './next-midnight.ts'

test.each([
  ['2026-11-24T18:00:00Z', 'America/Los_Angeles', '2026-11-25T08:00:00Z'],
  ['2026-11-25T08:00:00Z', 'America/Los_Angeles', '2026-11-26T08:00:00Z'],
  // Nights in which the clock changes.
  ['2026-11-01T07:30:00Z', 'America/Los_Angeles', '2026-11-02T08:00:00Z'],
  ['2026-03-08T09:00:00Z', 'America/Los_Angeles', '2026-03-09T07:00:00Z'],
  ['2026-11-24T18:00:00Z', 'Asia/Kathmandu', '2026-11-24T18:15:00Z'],
])('after %s the day in %s changes at %s', (now, zone, midnight) => {
  expect(new Date(nextMidnight(zone, Date.parse(now)))).toEqual(new Date(midnight))
})
