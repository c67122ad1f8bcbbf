import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stateAt } from '../hours/opening-hours.ts'
import { allowedAt } from '../hours/quiet-hours.ts'
import { office as hoursOf } from '../hours/testing.ts'
import { hour, minute, second, TextingOffice } from '../outbox/testing.ts'
import { endOfCommonMorning } from './time-of-day.ts'

/** California, New York, Illinois, Hawaii, and Tennessee, which lies in two zones. */
const areas: Record<string, string[]> = {
  '530': ['America/Los_Angeles'],
  '212': ['America/New_York'],
  '312': ['America/Chicago'],
  '808': ['Pacific/Honolulu'],
  '931': ['America/New_York', 'America/Chicago'],
}

const anyHour = fc.record({
  area: fc.constantFrom(...Object.keys(areas)),
  /** Since the last text of the caller before; all runs together last for more than a year. */
  later: fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => minutes * minute),
  whenClosed: fc.constantFrom('at-once' as const, 'hold' as const),
  saturday: fc.constantFrom('', '9:00-12:00'),
  timeZone: fc.constantFrom('America/Los_Angeles', 'America/New_York', 'America/Chicago'),
  secondAfterMinutes: fc.integer({ min: 30, max: 600 }),
  thirdAt: fc.constantFrom('07:00', '09:00', '12:30'),
})

let office: TextingOffice
beforeAll(async () => {
  office = new TextingOffice()
  const { settings } = office
  settings.texts.steps.first = { usual: 'Oak Dental: first', closed: '', break: '' }
  settings.texts.steps.second = { usual: 'second', closed: '', break: '' }
  settings.texts.steps.third = { usual: 'third', closed: '', break: '' }
  settings.texts.addOptOut = false
  await office.open()
})
afterAll(() => office.end())

test('whenever somebody calls, each text goes out at a time that the rules allow', { timeout: 60_000 }, async () => {
  let callers = 0
  await fc.assert(
    fc.asyncProperty(anyHour, async ({ area, later, saturday, timeZone, ...followUp }) => {
      const { settings } = office
      Object.assign(settings.followUp, { ...followUp, secondOn: true, thirdOn: true })
      settings.business.timeZone = timeZone
      settings.hours = hoursOf('8:00-12:00 13:00-17:00', { sat: saturday })
      callers += 1
      const caller = `+1${area}55501${String(callers % 100).padStart(2, '0')}`
      await office.quicklyUntil(office.clock.now() + later)
      const endedAt = office.clock.now()
      await office.call({}, caller)
      await office.quicklyUntil(endedAt + 8 * 24 * hour)
      const sent = office.carrier.accepted.filter(({ to }) => to === caller)

      const bodies = sent.map(({ body }) => body)
      expect(bodies).toEqual(['Oak Dental: first', 'second', 'third'].filter((body) => bodies.includes(body)))
      expect(bodies).toContain('Oak Dental: first')
      expect(bodies).toContain('third')
      for (const [index, { body, at }] of sent.entries()) {
        // The carrier's clock shows whole seconds.
        const moment = at + second
        const allowed = allowedAt(caller, moment, { ...settings.quietHours, office: settings.business }).allowed
        const answersTheCall = body === 'Oak Dental: first' && followUp.whenClosed === 'at-once'
        if (answersTheCall) expect(at).toBeLessThanOrEqual(endedAt + minute)
        else expect(allowed).toBe(true)
        if (body === 'third') expect(stateAt({ ...settings.hours, timeZone }, moment)).toBe('open')
        const before = sent[index - 1]
        if (before) expect(endOfCommonMorning(before.at, at, areas[area] ?? [])).toBeNull()
      }
    }),
    {
      numRuns: 20,
      // A second text so late in the night that it overtook the third.
      examples: [
        [
          {
            area: '931',
            later: 469_200_000,
            whenClosed: 'at-once',
            saturday: '9:00-12:00',
            timeZone: 'America/Los_Angeles',
            secondAfterMinutes: 570,
            thirdAt: '07:00',
          },
        ],
      ],
    },
  )
})
