import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { minute, second, TextingOffice } from '../outbox/testing.ts'
import { longestTurn, ownTurn } from './turn.ts'

let one: TextingOffice
let other: TextingOffice

beforeEach(() => {
  one = new TextingOffice()
  other = new TextingOffice()
  // The same time, and the same carrier with the same number.
  other.clock = one.clock
  const answersAfter = <T>(ask: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => one.clock.after(150, () => void ask().then(resolve, reject)))
  const { carrier } = one
  const shared: Gateway = {
    name: carrier.name,
    account: carrier.account,
    from: carrier.from,
    can: carrier.can,
    send: (text) => answersAfter(() => carrier.send(text)),
    received: (page) => answersAfter(() => carrier.received(page)),
    sentTo: (number, page) => answersAfter(() => carrier.sentTo(number, page)),
    fetch: (id) => answersAfter(() => carrier.fetch(id)),
    check: () => carrier.check(),
  }
  one.gateway = shared
  other.gateway = shared
})

afterEach(async () => {
  await one.end()
  await other.end()
})

describe('two PCs of one office that hear the same call', () => {
  test('text once when they have drawn different turns; the later one takes the text for its own', async () => {
    await one.open({ turn: 0 })
    await other.open({ turn: 2 * second })
    await one.call()
    await other.call()
    await one.passSlowly(30 * second, 100)
    expect(one.sent()).toHaveLength(1)
    expect(await one.states()).toEqual(['sent'])
    expect(await other.lastDecision()).toMatchObject({ rule: 'texted-elsewhere' })
  })

  test('are not put off where the office wants no delay', async () => {
    await one.open({ turn: longestTurn })
    await other.open()
    one.settings.followUp.delaySeconds = 0
    await one.call()
    await one.pass(second)
    expect(one.sent()).toHaveLength(1)
  })
})

test('a turn is drawn once for an inbox and then stays', async () => {
  await one.open({ turn: null })
  await other.open()
  const turns: number[] = []
  for (let draw = 0; draw < 3; draw += 1) turns.push(await one.store.write((work) => ownTurn(work, one.clock.now())))
  expect(new Set(turns).size).toBe(1)
  const [turn = -1] = turns
  expect(turn).toBeGreaterThanOrEqual(0)
  expect(turn).toBeLessThanOrEqual(longestTurn)
  await one.restart()
  expect(await one.store.write((work) => ownTurn(work, one.clock.now()))).toBe(turn)
  await one.pass(minute)
})
