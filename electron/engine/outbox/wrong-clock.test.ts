import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hour, minute, second, TextingOffice } from './testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  await office.call({ outcome: 'answered' })
})

afterEach(() => office.end())

const down = { end: 'not-sent', retryAfterMs: null, message: 'Down.' } as const
const lostAnswer = { end: 'unknown', taken: true, message: 'The connection broke.' } as const

describe('a PC whose clock was hours ahead', () => {
  test('tries a text again that could not be sent then, as soon as it is right', async () => {
    await office.passSlowly(minute)
    office.carrier.endNextSend(down)
    await office.staffWrites('Hello')
    office.carrier.endNextSend(down)
    await office.setClock(3 * hour)
    await office.pass(0)
    await office.setClock(-3 * hour)
    await office.passSlowly(2 * minute)
    expect(office.sent()).toEqual(['Hello'])
  })

  test('finds a text whose fate became unknown then, as soon as it is right', async () => {
    await office.setClock(3 * hour)
    await office.poller.pollNow()
    office.carrier.endNextSend(lostAnswer)
    await office.staffWrites('Hello')
    expect(await office.states()).toEqual(['sending'])
    await office.setClock(-3 * hour)
    await office.passSlowly(minute)
    expect(await office.states()).toEqual(['sent'])
  })

  test.each([90 * second, 20 * minute, 3 * hour])(
    'finds a text that it sent when it was %i ms ahead, after a restart with the right time',
    async (ahead) => {
      await office.setClock(ahead)
      await office.poller.pollNow()
      office.carrier.endNextSend(lostAnswer)
      await office.staffWrites('Hello')
      await office.setClock(-ahead)
      await office.restart()
      await office.passSlowly(16 * minute, 10 * second)
      expect(await office.states()).toEqual(['sent'])
      expect(office.sent()).toEqual(['Hello'])
    },
  )

  test('finds a text that went out before anything else was asked', async () => {
    await office.setClock(3 * hour)
    office.carrier.endNextSend(lostAnswer)
    await office.staffWrites('Hello')
    await office.pass(0)
    await office.setClock(-3 * hour)
    await office.restart()
    await office.passSlowly(16 * minute, 10 * second)
    expect(await office.states()).toEqual(['sent'])
  })

  test('finds a text after a restart although it is still ahead', async () => {
    await office.setClock(3 * hour)
    await office.poller.pollNow()
    office.carrier.endNextSend(lostAnswer)
    await office.staffWrites('Hello')
    await office.restart()
    await office.passSlowly(16 * minute, 10 * second)
    expect(await office.states()).toEqual(['sent'])
  })
})
