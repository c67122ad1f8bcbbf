import { afterEach, beforeEach, expect, test } from 'vitest'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open({ polling: true })
})

afterEach(() => office.end())

test('a text becomes delivered when the carrier says so', async () => {
  await office.call()
  await office.passSlowly(30 * second)
  expect(await office.states()).toEqual(['delivered'])
})

test('a text that fails later shows why, and the call needs a call back', async () => {
  const failure = { reaction: 'never', code: '30006', said: { code: 'listed', facts: { number: 30006 } } } as const
  office.carrier.failDelivery(pat, failure)
  await office.call()
  await office.passSlowly(30 * second)
  expect(await office.states()).toEqual(['failed'])
  const message = await office.store.db.selectFrom('message').select('problem').executeTakeFirstOrThrow()
  expect(JSON.parse(message.problem ?? '')).toMatchObject({
    message: expect.stringContaining('landline'),
    code: '30006',
    said: failure.said,
  })
  const conversation = await office.store.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
  expect(conversation).toMatchObject({ state: 'needs-reply', failed: 1 })
})

test('a text that fails because the sender is not registered stops everything', async () => {
  const mending = { when: 'told' } as const
  const failure = {
    reaction: 'stop-everything',
    code: '30034',
    said: { code: 'listed', facts: { number: 30034 } },
    mending,
  } as const
  office.carrier.failDelivery(pat, failure)
  await office.call()
  await office.passSlowly(30 * second)
  expect(office.dispatcher.health()).toMatchObject({
    state: 'trouble',
    message: expect.stringContaining('is not registered') as string,
  })
  await office.call({}, '+15305550102')
  await office.passSlowly(30 * second)
  expect(office.sent('+15305550102')).toEqual([])
})

test('after three days without news "sent" is the last word', async () => {
  const { carrier } = office
  const ask = carrier.fetch.bind(carrier)
  let asked = 0
  carrier.fetch = async (providerId) => {
    asked += 1
    const message = await ask(providerId)
    return message && { ...message, state: 'sent' }
  }
  await office.call()
  await office.passSlowly(minute)
  office.clock.jumpTo(office.clock.now() + 73 * hour)
  const before = asked
  expect(before).toBeGreaterThan(1)
  await office.passSlowly(10 * second)
  expect(asked).toBe(before)
  expect(await office.states()).toEqual(['sent'])
})
