import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { GatewayCheckStep, Mending, StoppingFailure } from '../../../telephony/sms/gateway.ts'
import type { ListedCode } from '../../../telephony/sms/twilio/errors.ts'
import { textingInWords } from '../telephony-words.ts'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice
let steps: GatewayCheckStep[]

beforeEach(async () => {
  office = new TextingOffice()
  steps = [step('sign-in', 'ok')]
  office.carrier.check = async () => steps
  await office.open({ polling: true })
})

afterEach(() => office.end())

function step(about: GatewayCheckStep['about'], state: GatewayCheckStep['state']): GatewayCheckStep {
  return { about, state, said: null, fields: [] }
}

function failure(number: ListedCode, mending: Mending): StoppingFailure {
  const said = { code: 'listed', facts: { number } } as const
  return { reaction: 'stop-everything', code: String(number), said, mending }
}

const suspended = failure(20003, { when: 'signed-in' })
const unregistered = failure(30034, { when: 'told' })

/** A text by staff shows whether anything goes out. */
async function goesOut(body: string): Promise<boolean> {
  await office.staffWrites(body)
  await office.pass(5 * second)
  return office.sent().includes(body)
}

async function refuses(refusal: StoppingFailure): Promise<void> {
  await office.call({ outcome: 'answered' })
  office.carrier.endNextSend({ end: 'rejected', failure: refusal })
  await office.staffWrites('First')
  await office.pass(5 * second)
  expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', ...textingInWords(refusal.said) })
}

describe('a standstill because the account does not let us in', () => {
  test('ends when the sign-in works, whatever else the check finds', async () => {
    steps = [step('sign-in', 'failed')]
    await refuses(suspended)
    await office.passSlowly(10 * minute, 30 * second)
    expect(office.sent()).toEqual([])
    steps = [step('sign-in', 'ok'), step('number', 'failed'), step('answers', 'warning')]
    await office.passSlowly(16 * minute, 30 * second)
    expect(office.sent()).toEqual(['First'])
    expect(office.dispatcher.health().state).toBe('ok')
  })

  test('is looked at less and less often while texts are refused all the same', async () => {
    await refuses(suspended)
    let refused = 0
    const send = office.carrier.send.bind(office.carrier)
    office.carrier.send = async (text) => (
      (refused += 1),
      office.carrier.endNextSend({ end: 'rejected', failure: suspended }),
      send(text)
    )
    await office.passSlowly(hour, 30 * second)
    expect(refused).toBeGreaterThan(2)
    expect(refused).toBeLessThan(8)
  })
})

describe('a standstill because carriers drop the texts of the sender', () => {
  test('lasts although sign-in works and a text that was on its way is taken, until somebody says that it is mended', async () => {
    office.carrier.failDelivery(pat, unregistered)
    await office.call()
    await office.passSlowly(30 * second)
    const told: string[] = []
    office.dispatcher.onHealth(({ state }) => told.push(state))
    for (let caller = 2; caller < 8; caller += 1) {
      await office.call({}, `+1530555010${caller}`)
      await office.passSlowly(2 * minute, 30 * second)
    }
    expect(office.carrier.accepted).toHaveLength(1)
    expect(told).toEqual([])
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', ...textingInWords(unregistered.said) })
    office.dispatcher.retry()
    expect(await goesOut('Hello')).toBe(true)
  })

  test('outlives a restart', async () => {
    await refuses(unregistered)
    await office.restart()
    await office.passSlowly(minute)
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', ...textingInWords(unregistered.said) })
    expect(office.sent()).toEqual([])
  })

  test('is not begun again by the failure of a text that went out before it was mended', async () => {
    let known = false
    const fetch = office.carrier.fetch.bind(office.carrier)
    office.carrier.fetch = async (id) => {
      const message = await fetch(id)
      return message && { ...message, state: known ? 'failed' : 'sent', failure: known ? unregistered : null }
    }
    await office.call()
    await office.passSlowly(30 * second)
    office.dispatcher.halt(unregistered)
    await office.pass(minute)
    office.dispatcher.retry()
    known = true
    await office.passSlowly(minute)
    expect(await office.states()).toEqual(['failed'])
    expect(office.dispatcher.health().state).toBe('ok')
  })
})

describe('a standstill because of a limit', () => {
  test('ends by itself when its time is over', async () => {
    await refuses(failure(21611, { when: 'later', ms: hour }))
    await office.muchLater(59 * minute)
    expect(office.sent()).toEqual([])
    await office.passSlowly(2 * minute, 30 * second)
    expect(office.sent()).toEqual(['First'])
  })

  test('of the day ends at midnight of its zone, also over a restart', async () => {
    // 10:00 Pacific.
    await refuses(failure(30023, { when: 'midnight', timeZone: 'America/Los_Angeles' }))
    await office.restart()
    await office.muchLater(13 * hour + 58 * minute)
    expect(office.sent()).toEqual([])
    await office.passSlowly(3 * minute, 5 * second)
    expect(office.sent()).toEqual(['First'])
  })
})

describe('the health of texting', () => {
  test('is well again when the token is, although no text waits any more', async () => {
    office.carrier.failReads(new GatewayError('credentials', { code: 'listed', facts: { number: 20003 } }))
    await office.call()
    await office.muchLater(12 * minute)
    expect(office.dispatcher.health().state).not.toBe('off')
    office.carrier.failReads(null)
    office.dispatcher.retry()
    expect(office.dispatcher.health().state).toBe('ok')
  })

  test('is well again when the gateway answers, whatever becomes of the text', async () => {
    office.carrier.failReads(new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
    await office.call()
    await office.passSlowly(30 * second)
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', message: 'No connection to Twilio.' })
    office.carrier.receive({ from: pat, body: 'Never mind' })
    office.carrier.failReads(null)
    await office.passSlowly(20 * second)
    expect(office.sent()).toEqual([])
    expect(office.dispatcher.health().state).toBe('ok')
  })

  test('is well again when the text that could not be sent is taken back', async () => {
    const down = { end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } } as const
    office.carrier.endNextSend(down, down, down, down)
    await office.call()
    await office.passSlowly(20 * second)
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', ...textingInWords(down.said) })
    await office.call({ outcome: 'answered' })
    await office.passSlowly(5 * second)
    expect(office.dispatcher.health().state).toBe('ok')
  })
})
