import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateAt } from '../hours/opening-hours.ts'
import { allowedAt } from '../hours/quiet-hours.ts'
import { office as hoursOf } from '../hours/testing.ts'
import { hour, minute, second, TextingOffice } from '../outbox/testing.ts'
import { endOfCommonMorning } from './time-of-day.ts'

/** California, New York, Illinois, Hawaii, and Tennessee, which lies in two zones. */
const callers = ['+15305550101', '+12125550101', '+13125550101', '+18085550101', '+19315550101']
const homes: Record<string, string[]> = {
  '+15305550101': ['America/Los_Angeles'],
  '+12125550101': ['America/New_York'],
  '+13125550101': ['America/Chicago'],
  '+18085550101': ['Pacific/Honolulu'],
}

const anyHour = fc.record({
  caller: fc.constantFrom(...callers),
  // 2027, so that both nights are in it in which the clocks change.
  endedAt: fc.date({ min: new Date('2027-01-01'), max: new Date('2027-12-01'), noInvalidDate: true }),
  whenClosed: fc.constantFrom('at-once' as const, 'hold' as const),
  saturday: fc.constantFrom('', '9:00-12:00'),
  timeZone: fc.constantFrom('America/Los_Angeles', 'America/New_York', 'America/Chicago'),
  secondAfterMinutes: fc.integer({ min: 30, max: 600 }),
  thirdAt: fc.constantFrom('07:00', '09:00', '12:30'),
})

test('whenever somebody calls, each text goes out at a time that the rules allow', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyHour, async ({ caller, endedAt, saturday, timeZone, ...followUp }) => {
      const office = new TextingOffice()
      const { settings } = office
      Object.assign(settings.followUp, { ...followUp, secondOn: true, thirdOn: true })
      settings.business.timeZone = timeZone
      settings.hours = hoursOf('8:00-12:00 13:00-17:00', { sat: saturday })
      settings.texts.steps.first = { usual: 'Oak Dental: first', closed: '', break: '' }
      settings.texts.steps.second = { usual: 'second', closed: '', break: '' }
      settings.texts.steps.third = { usual: 'third', closed: '', break: '' }
      settings.texts.addOptOut = false
      office.clock.jumpTo(endedAt.getTime())
      await office.open()
      await office.call({}, caller)
      await office.quicklyUntil(endedAt.getTime() + 10 * 24 * hour)
      const sent = office.carrier.accepted
      await office.end()

      const bodies = sent.map(({ body }) => body)
      expect(bodies).toEqual(['Oak Dental: first', 'second', 'third'].filter((body) => bodies.includes(body)))
      expect(bodies).toContain('Oak Dental: first')
      expect(bodies).toContain('third')
      const hours = { ...settings.hours, timeZone }
      for (const { body, at } of sent) {
        // The carrier's clock shows whole seconds.
        const moment = at + second
        const quiet = !allowedAt(caller, moment, { ...settings.quietHours, office: settings.business }).allowed
        const answersTheCall = body === 'Oak Dental: first' && followUp.whenClosed === 'at-once'
        if (answersTheCall) expect(at).toBeLessThanOrEqual(endedAt.getTime() + minute)
        else expect(quiet).toBe(false)
        if (body === 'third') expect(stateAt(hours, moment)).toBe('open')
        for (const other of sent) {
          if (other !== sent.find((text) => text.at === at)) {
            expect(endOfCommonMorning(at, other.at, homes[caller] ?? [timeZone])).toBeNull()
          }
        }
      }
    }),
    { numRuns: 12 },
  )
})
