import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway, Page, SendResult } from '../../../telephony/sms/gateway.ts'
import { hour, minute, pat, second, start, TextingOffice } from '../outbox/testing.ts'
import { drawAnew, longestTurn, ownTurn, setTurn } from './turn.ts'

let one: TextingOffice
let other: TextingOffice
/** What the other PC sends comes to the carrier, and what it asks for is shown. */
let othersArrive = true
let othersAreShown = true

const lost: SendResult = { end: 'unknown', said: { code: 'not-told', facts: {} } }
const empty: Page = { messages: [], next: null, span: null, providerNow: null }

beforeEach(() => {
  one = new TextingOffice()
  other = new TextingOffice()
  // The same time, and the same carrier with the same number.
  other.clock = one.clock
  const answersAfter = <T>(ask: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => one.clock.after(150, () => void ask().then(resolve, reject)))
  const { carrier } = one
  const shared = (office: TextingOffice): Gateway => ({
    name: carrier.name,
    account: carrier.account,
    from: carrier.from,
    can: carrier.can,
    send: (text) => answersAfter(async () => (office === other && !othersArrive ? lost : carrier.send(text))),
    received: (page) => answersAfter(() => carrier.received(page)),
    sentTo: (number, page) => {
      return answersAfter(async () => (office === other && !othersAreShown ? empty : carrier.sentTo(number, page)))
    },
    fetch: (id) => answersAfter(() => carrier.fetch(id)),
    check: () => carrier.check(),
  })
  one.gateway = shared(one)
  other.gateway = shared(other)
  othersArrive = true
  othersAreShown = true
})

afterEach(async () => {
  await one.end()
  await other.end()
})

/** Both offices hold a first text until then, today. */
function opensAt(time: string): void {
  for (const { settings } of [one, other]) {
    settings.followUp.whenClosed = 'hold'
    const day = [{ from: time, to: '17:00' }]
    settings.hours = { week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] }, exceptions: [] }
  }
}

describe('two PCs of one office that hear the same call', () => {
  test('text once when they have drawn different turns; the later one takes the text for its own', async () => {
    await one.open({ turn: 0 })
    await other.open({ turn: 2 * second })
    await one.call()
    await other.call()
    await one.passSlowly(20 * second, 250)
    expect(one.sent()).toHaveLength(1)
    expect(await one.states()).toEqual(['sent'])
    expect(await other.lastDecision()).toMatchObject({ rule: 'texted-elsewhere' })
  })

  test('text once in the morning until which the first text waited', async () => {
    // A minute from now, in Los Angeles.
    opensAt('10:01')
    await one.open({ turn: 4 * second })
    await other.open({ turn: 2 * second })
    await one.call()
    await other.call()
    await one.passSlowly(58 * second, 2 * second)
    await one.passSlowly(10 * second, 250)
    expect(one.sent()).toHaveLength(1)
    expect(await other.states()).toEqual(['sent'])
    expect(await one.lastDecision()).toMatchObject({ rule: 'texted-elsewhere' })
  })

  test('text once when the caller hangs up again after both texts were due', async () => {
    await one.open({ turn: 0 })
    await other.open({ turn: 2 * second })
    await one.call()
    await other.call()
    for (const office of [one, other]) office.live.add(pat)
    await one.passSlowly(20 * second)
    for (const office of [one, other]) {
      office.live.delete(pat)
      await office.call()
    }
    await one.passSlowly(8 * second, 250)
    expect(one.sent()).toHaveLength(1)
    expect(await one.states()).toEqual(['sent'])
  })

  test('text once when the gateway answers both again after a while', async () => {
    await one.open({ turn: 2 * second })
    await other.open({ turn: 10 * second })
    await one.call()
    await other.call()
    one.carrier.failReads(new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
    await one.passSlowly(63 * second)
    one.carrier.failReads(null)
    await one.passSlowly(16 * second, 250)
    expect(one.sent()).toHaveLength(1)
  })

  test('text once more, together, when both have taken the same first text for theirs', async () => {
    // In the afternoon: a second text of one morning would wait for noon.
    one.clock.jumpTo(start + 4 * hour)
    for (const { settings } of [one, other])
      settings.followUp = { ...settings.followUp, secondOn: true, secondAfterMinutes: 2 }
    await one.open({ turn: 0 })
    await other.open({ turn: 2 * second })
    await one.call()
    await other.call()
    await one.passSlowly(16 * second, 500)
    othersArrive = false
    othersAreShown = false
    await one.passSlowly(4 * second, 250)
    othersArrive = true
    othersAreShown = true
    await one.passSlowly(98 * second, 2 * second)
    expect(await other.states()).toEqual(['sent', 'queued'])
    await one.passSlowly(6 * second, 250)
    expect(one.sent()).toHaveLength(2)
    expect(await one.states()).toEqual(['sent', 'sent'])
  })

  test('that texted at the same moment draw anew, once, and one of them goes on', async () => {
    one.clock.jumpTo(start + 4 * hour)
    for (const office of [one, other]) {
      office.settings.followUp = { ...office.settings.followUp, secondOn: true, secondAfterMinutes: 2 }
      await office.open({ turn: 4 * second, polling: true })
      await office.call()
    }
    const secondAt = one.clock.now() + 2 * minute
    await one.passSlowly(30 * second, 500)
    expect(one.sent()).toHaveLength(2)
    const turns: number[] = []
    for (const { store, clock } of [one, other]) {
      const turn = await store.write((work) => ownTurn(work, clock.now()))
      const waiting = await store.db.selectFrom('outbox').select(['due_at', 'planned_at']).execute()
      expect(waiting).toEqual([{ due_at: secondAt + turn, planned_at: secondAt + turn }])
      turns.push(turn)
    }
    expect(turns).not.toContain(4 * second)
    await one.passSlowly(88 * second, 2 * second)
    await one.passSlowly(18 * second, 250)
    expect(one.sent()).toHaveLength(3)
    const rules = [(await one.lastDecision()).rule, (await other.lastDecision()).rule]
    expect(rules.sort()).toEqual(['nothing-against', 'texted-elsewhere'])
    for (const { store, clock } of [one, other])
      expect(turns).toContain(await store.write((work) => ownTurn(work, clock.now())))
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

test('a turn that was drawn by a clock which has been set back since is drawn anew, once', async () => {
  await one.open()
  await other.open()
  const now = one.clock.now()
  await one.store.write((work) => setTurn(work, 4 * second, now + 3 * hour))
  const draw = () =>
    one.store.write(async (work) => {
      await drawAnew(work, now - second, now)
      return ownTurn(work, now)
    })
  const drawn = await draw()
  expect(drawn).not.toBe(4 * second)
  expect(await draw()).toBe(drawn)
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
