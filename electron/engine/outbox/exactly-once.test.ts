import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import { minute, second, TextingOffice } from './testing.ts'

/** Enough for every commit and request of a call, its text and its follow-up. */
const mostSteps = 40

test(
  'killed at any commit or request, a missed call leads to one text, or to a question',
  { timeout: 120_000 },
  async () => {
    const outcomes: string[] = []
    let survived = false
    for (let step = 0; step < mostSteps && !survived; step += 1) {
      const office = new TextingOffice()
      await office.open()
      await office.call()
      office.kill.stepsLeft = step
      await office.passSlowly(20 * second)
      survived = !office.kill.killed
      await office.restart()
      await office.passSlowly(20 * minute, 10 * second)
      outcomes.push(`${office.sent().length} ${(await office.states()).join()}`)
      await office.end()
    }
    expect(survived).toBe(true)
    // Between the commit of "sending" and the carrier's yes nobody can know what became of it: staff are asked.
    const asked = outcomes.filter((outcome) => outcome === '0 check')
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(outcomes.filter((outcome) => outcome !== '1 sent')).toEqual(asked)
  },
)

test('killed twice in a row, what staff wrote goes out once or is put before them', { timeout: 120_000 }, async () => {
  const steps = fc.nat({ max: 14 })
  await fc.assert(
    fc.asyncProperty(steps, steps, fc.boolean(), async (first, second_, lost) => {
      const office = new TextingOffice()
      await office.open()
      await office.call({ outcome: 'answered' })
      if (lost) office.carrier.endNextSend({ end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } })
      await office.staffWrites('Hello')
      office.kill.stepsLeft = first
      await office.passSlowly(6 * second)
      await office.restart()
      office.kill.stepsLeft = second_
      await office.passSlowly(6 * second)
      await office.restart()
      await office.passSlowly(20 * minute, 10 * second)
      const [state] = await office.states()
      expect(office.sent()).toHaveLength(state === 'check' ? 0 : 1)
      expect(['sent', 'check']).toContain(state)
      await office.end()
    }),
    { numRuns: 12 },
  )
})

test('what staff wrote is theirs, not somebody else’s, while nobody knows yet whether it went out', async () => {
  const office = new TextingOffice()
  await office.open()
  office.settings.followUp.delaySeconds = 0
  await office.call({ outcome: 'answered' })
  office.carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
  await office.staffWrites('See you at noon')
  await office.pass(second)
  // The first text to this call asks the gateway, which lists what staff wrote, before that is looked for.
  await office.call({ startedAt: office.clock.now() })
  await office.passSlowly(20 * second)
  expect(await office.states()).toEqual(['sent', 'sent'])
  expect(office.sent()).toHaveLength(2)
  await office.end()
})

const callers = ['+15305550101', '+15305550102']
const who = fc.constantFrom(...callers)
type Happening =
  | { kind: 'call' | 'answered' | 'reply' | 'STOP' | 'staff'; who: string }
  | { kind: 'time'; seconds: number }
  | { kind: 'kill'; steps: number }
  | { kind: 'end'; end: 'not-sent' | 'taken' | 'not-taken' }
  | { kind: 'gateway'; up: boolean }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('call' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answered' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('reply' as const, 'STOP' as const, 'staff' as const), who }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('time' as const), seconds: fc.constantFrom(1, 7, 16, 70, 1000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const), steps: fc.nat({ max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      end: fc.constantFrom('not-sent' as const, 'taken' as const, 'not-taken' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('gateway' as const), up: fc.boolean() }) },
)

/** What the carrier knows of one caller, in the order in which it happened. */
type Ledger = Map<string, string[]>

async function play(office: TextingOffice, happenings: Happening[], ledger: Ledger): Promise<void> {
  const note = (number: string, what: string) => ledger.set(number, [...(ledger.get(number) ?? []), what])
  const send = office.carrier.send.bind(office.carrier)
  office.carrier.send = async (text) => {
    const before = office.carrier.accepted.length
    const result = await send(text)
    if (office.carrier.accepted.length > before) note(text.to, text.body.startsWith('Staff') ? 'staff' : 'auto')
    return result
  }
  for (const it of happenings) {
    switch (it.kind) {
      case 'call':
      case 'answered':
        note(it.who, 'call')
        await office.call({ outcome: it.kind === 'call' ? 'missed' : 'answered' }, it.who)
        break
      case 'reply':
      case 'STOP':
        note(it.who, it.kind)
        office.carrier.receive({ from: it.who, body: it.kind === 'STOP' ? 'STOP' : 'Yes please' })
        break
      case 'staff':
        await office.staffWrites(`Staff ${Math.random()}`, it.who).catch(() => undefined)
        break
      case 'time':
        await office.passSlowly(it.seconds * second, it.seconds > 100 ? 20 * second : second)
        break
      case 'kill':
        office.kill.stepsLeft = it.steps
        await office.passSlowly(10 * second)
        await office.restart({ polling: true })
        break
      case 'end':
        office.carrier.endNextSend(
          it.end === 'not-sent'
            ? { end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } }
            : { end: 'unknown', taken: it.end === 'taken', said: { code: 'not-told', facts: {} } },
        )
        break
      case 'gateway':
        office.carrier.failReads(it.up ? null : new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
        break
    }
  }
  office.carrier.failReads(null)
  await office.passSlowly(25 * minute, 20 * second)
}

test('whatever happens, no caller gets two texts for a call, nor any after a STOP', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 25 }), async (happenings) => {
      const office = new TextingOffice()
      const ledger: Ledger = new Map()
      await office.open({ polling: true })
      await play(office, happenings, ledger)
      for (const events of ledger.values()) {
        // All within a day: one automatic text at most, however often they call.
        expect(events.filter((event) => event === 'auto').length).toBeLessThanOrEqual(1)
        const stop = events.indexOf('STOP')
        if (stop >= 0) expect(events.slice(stop)).not.toContain('auto')
      }
      // Every text ends; nothing stays on its way or in the queue.
      for (const state of await office.states())
        expect(['sent', 'delivered', 'cancelled', 'check', 'failed']).toContain(state)
      await office.end()
    }),
    { numRuns: 12 },
  )
})
