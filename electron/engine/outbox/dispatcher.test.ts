import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import { LoopbackGateway } from '../../../telephony/sms/loopback/loopback-gateway.ts'
import { isBound } from './bound.ts'
import { textCommands } from './commands.ts'
import { replan } from './rows.ts'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})

afterEach(() => office.end())

const text = 'This is Oak Dental. Sorry we missed you, there! Reply STOP and we will not text you again.'

describe('a missed call', () => {
  test('leads to one text after the delay, and to no second one', async () => {
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await office.pass(14 * second)
    expect(office.sent()).toEqual([])
    await office.pass(2 * second)
    expect(office.sent()).toEqual([text])
    expect(await office.states()).toEqual(['sent'])
    expect(await office.stopReason()).toBe('completed')
    await office.pass(3 * hour)
    expect(office.sent()).toHaveLength(1)
  })

  test('is texted at once when the delay is 0', async () => {
    office.settings.followUp.delaySeconds = 0
    await office.call()
    expect(office.sent()).toEqual([text])
  })

  test('is texted once however often the contact calls again within a day', async () => {
    await office.call()
    await office.pass(minute)
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'recent-follow-up' })
    await office.pass(23 * hour)
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'recent-follow-up' })
    await office.pass(2 * hour)
    expect(office.sent()).toHaveLength(1)
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await office.pass(minute)
    expect(office.sent()).toHaveLength(2)
  })

  test('is texted at most three times in seven days', async () => {
    for (let day = 0; day < 5; day += 1) {
      await office.call()
      await office.pass(25 * hour)
    }
    expect(office.sent()).toHaveLength(3)
    expect(await office.lastDecision()).toMatchObject({ verdict: 'skip', rule: 'weekly-limit' })
  })

  test('waits while the contact is in a call, and goes out within seconds when that one is missed too', async () => {
    await office.call()
    office.live.add(pat)
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([])
    expect(await office.lastDecision()).toMatchObject({ stage: 'sending', verdict: 'hold', rule: 'live-call' })
    office.live.delete(pat)
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'recent-follow-up' })
    await office.pass(2 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('asks less often about a contact who has been in a call for long', async () => {
    await office.call()
    office.live.add(pat)
    await office.passSlowly(2 * minute)
    let commits = 0
    office.store.onCommit(() => (commits += 1))
    await office.passSlowly(minute)
    expect(commits).toBeGreaterThan(3)
    expect(commits).toBeLessThan(10)
    office.live.delete(pat)
    await office.passSlowly(10 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('waits until it is known who is on the phone', async () => {
    office.liveKnown = false
    await office.call()
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual([])
    office.liveKnown = true
    await office.pass(2 * second)
    expect(office.sent()).toHaveLength(1)
  })

  test('costs next to nothing while that is not known, and goes out the moment that it is', async () => {
    office.liveKnown = false
    for (let caller = 1; caller <= 5; caller += 1) await office.call({}, `+1530555010${caller}`)
    await office.passSlowly(16 * second)
    let commits = 0
    office.store.onCommit(() => (commits += 1))
    await office.passSlowly(8 * second)
    expect(commits).toBe(0)
    await office.passSlowly(10 * second)
    expect(commits).toBe(5)
    office.liveKnown = true
    await office.pass(0)
    expect(office.carrier.accepted).toHaveLength(1)
    await office.pass(4 * second)
    expect(office.carrier.accepted).toHaveLength(5)
  })

  test('that has been put off till morning meanwhile does not go when that is known', async () => {
    office.liveKnown = false
    await office.call()
    await office.passSlowly(20 * second)
    const morning = office.clock.now() + 12 * hour
    const { id } = await office.store.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
    await office.store.write((work) => replan(work, id, { dueAt: morning, urged: 0, goBy: null }))
    office.liveKnown = true
    await office.pass(minute)
    expect(office.sent()).toEqual([])
  })

  test('is not texted when somebody answers the contact meanwhile', async () => {
    await office.call()
    await office.pass(5 * second)
    await office.call({ outcome: 'answered' })
    await office.pass(hour)
    expect(office.sent()).toEqual([])
    expect(await office.stopReason()).toBe('answered')
    expect(await office.happenings()).toEqual(['Follow-up stopped: somebody talked with the caller'])
  })

  test('is not texted when staff call or write first', async () => {
    await office.call()
    await office.staffWrites('Hello, we saw your call')
    await office.pass(hour)
    expect(office.sent()).toEqual(['Hello, we saw your call'])
    expect(await office.stopReason()).toBe('staff-wrote')
  })

  test('is not texted after Pause, nor after Resume', async () => {
    await office.call()
    await textCommands['automation:pause']({ minutes: null }, office.context)
    expect(await office.call({}, '+15305550102')).toMatchObject({ verdict: 'skip', rule: 'paused' })
    await textCommands['automation:resume'](undefined, office.context)
    await office.pass(hour)
    expect(office.carrier.accepted).toEqual([])
  })

  test('is not texted hours later when the PC slept over it', async () => {
    await office.call()
    office.clock.jumpTo(office.clock.now() + 8 * hour)
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await office.lastDecision()).toMatchObject({ stage: 'sending', verdict: 'skip', rule: 'too-late' })
  })

  test('is texted in time although the clock was set back by an hour', async () => {
    await office.call()
    office.clock.jumpTo(office.clock.now() - hour)
    // Where a real timer would have gone off.
    office.dispatcher.poke()
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([text])
  })

  test('is texted after a restart in the meantime', async () => {
    await office.call()
    await office.restart()
    await office.pass(20 * second)
    expect(office.sent()).toEqual([text])
  })

  test('is judged too late when texting was never set up in time', async () => {
    await office.call()
    office.gateway = null
    await office.passSlowly(12 * minute, 10 * second)
    office.gateway = office.carrier
    office.dispatcher.retry()
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await office.lastDecision()).toMatchObject({ rule: 'too-late' })
  })
})

describe('before a text goes', () => {
  test('a reply that the gateway has wins over a text that is due', async () => {
    await office.call()
    await office.pass(14 * second)
    office.carrier.receive({ from: pat, body: 'Call me at noon' })
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await office.stopReason()).toBe('replied')
    expect(office.replies).toEqual(['Call me at noon'])
  })

  test('what they wrote while the phone still rang wins as well', async () => {
    await office.pass(10 * second)
    office.carrier.receive({ from: pat, body: 'It is about my crown' })
    await office.poller.pollNow()
    await office.pass(10 * second)
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'replied' })
    await office.pass(minute)
    expect(office.sent()).toEqual([])
  })

  test('a STOP wins, and blocks what staff write too', async () => {
    await office.call()
    office.carrier.receive({ from: pat, body: 'stop!' })
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await office.stopReason()).toBe('opted-out')
    const { result } = await office.staffWrites('Hello?')
    expect(result).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'opted-out' })
  })

  test('a text that somebody sent from elsewhere since the call takes its place', async () => {
    await office.call()
    await office.pass(5 * second)
    office.carrier.sendFromElsewhere({ to: pat, body: 'Sorry we missed you' })
    await office.pass(hour)
    expect(office.sent()).toEqual(['Sorry we missed you'])
    expect(await office.lastDecision()).toMatchObject({ verdict: 'skip', rule: 'texted-elsewhere' })
    const theirs = await office.store.db.selectFrom('message').selectAll().where('author', '=', 'elsewhere').execute()
    expect(theirs).toMatchObject([{ body: 'Sorry we missed you', state: 'delivered' }])
  })

  test('a gateway that does not answer only delays it', async () => {
    await office.call()
    office.carrier.failReads(new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual([])
    expect(office.dispatcher.health()).toMatchObject({ state: 'trouble', message: 'No connection to Twilio.' })
    office.carrier.failReads(null)
    await office.passSlowly(15 * second)
    expect(office.sent()).toEqual([text])
    expect(office.dispatcher.health().state).toBe('ok')
  })
})

const mending = { when: 'signed-in' } as const
const brokenAccount = {
  end: 'rejected',
  failure: {
    reaction: 'stop-everything',
    code: '20003',
    said: { code: 'listed', facts: { number: 20003 } },
    mending,
  },
} as const

describe('an attempt', () => {
  test('that sent nothing is made again, later each time', async () => {
    const down = { end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } } as const
    office.carrier.endNextSend(down, down, down)
    await office.call()
    await office.pass(16 * second)
    expect(await office.states()).toEqual(['queued'])
    await office.passSlowly(10 * second)
    expect(office.sent()).toEqual([text])
    const attempts = await office.store.db.selectFrom('attempt').select('end').orderBy('id').execute()
    expect(attempts.map((attempt) => attempt.end)).toEqual(['not-sent', 'not-sent', 'not-sent', 'accepted'])
  })

  test('that met "too many requests" waits as long as it was told, and so do others', async () => {
    office.carrier.endNextSend({
      end: 'not-sent',
      retryAfterMs: 20 * second,
      said: { code: 'no-connection', facts: {} },
    })
    await office.call()
    await office.pass(15 * second)
    await office.call({}, '+15305550102')
    await office.passSlowly(18 * second)
    expect(office.carrier.accepted).toEqual([])
    await office.passSlowly(10 * second)
    expect(office.carrier.accepted).toHaveLength(2)
  })

  test('that was refused fails with the reason, and ends the follow-up', async () => {
    const failure = { reaction: 'never', code: '21614', said: { code: 'listed', facts: { number: 21614 } } } as const
    office.carrier.endNextSend({ end: 'rejected', failure })
    await office.call()
    await office.pass(minute)
    expect(await office.states()).toEqual(['failed'])
    const message = await office.store.db.selectFrom('message').select('problem').executeTakeFirstOrThrow()
    expect(JSON.parse(message.problem ?? '')).toMatchObject({ code: '21614', said: failure.said })
    expect(await office.stopReason()).toBe('failed')
  })

  test('that the gateway refused because of a STOP it knows enters the opt-out', async () => {
    const failure = {
      reaction: 'opted-out',
      code: '21610',
      said: { code: 'listed', facts: { number: 21610 } },
    } as const
    office.carrier.endNextSend({ end: 'rejected', failure })
    await office.call()
    await office.pass(minute)
    const optOuts = await office.store.db.selectFrom('opt_out').select(['number', 'source']).execute()
    expect(optOuts).toEqual([{ number: pat, source: 'gateway' }])
    expect(await office.stopReason()).toBe('opted-out')
    expect(await office.states()).toEqual(['failed'])
  })

  test('that shows a broken account stops everything; texts wait until it is mended', async () => {
    office.carrier.endNextSend(brokenAccount)
    await office.call()
    await office.pass(15 * second)
    await office.staffWrites('One', pat)
    await office.passSlowly(20 * second)
    expect(office.carrier.accepted).toEqual([])
    expect(office.dispatcher.health()).toMatchObject({
      state: 'trouble',
      message: expect.stringContaining('did not accept the account'),
    })
    office.dispatcher.retry()
    await office.pass(5 * second)
    expect(office.sent()).toEqual(['One'])
    expect(office.dispatcher.health().state).toBe('ok')
  })

  test('that stopped everything goes on by itself when the gateway says that all is well', async () => {
    office.carrier.endNextSend(brokenAccount)
    await office.call()
    await office.pass(16 * second)
    expect(office.sent()).toEqual([])
    await office.passSlowly(2 * minute, 5 * second)
    expect(office.sent()).toEqual([text])
  })
})

describe('a text whose fate is unknown', () => {
  test('is adopted when the gateway took it after all', async () => {
    office.carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
    await office.call()
    await office.pass(16 * second)
    expect(await office.states()).toEqual(['sending'])
    await office.passSlowly(10 * second)
    expect(await office.states()).toEqual(['sent'])
    expect(office.sent()).toEqual([text])
    expect(await office.stopReason()).toBe('completed')
  })

  test('is put before staff after 15 minutes, never sent again by itself, and once more by staff', async () => {
    office.carrier.endNextSend({ end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } })
    await office.call()
    await office.passSlowly(14 * minute, 5 * second)
    expect(await office.states()).toEqual(['sending'])
    await office.passSlowly(3 * hour, minute)
    expect(await office.states()).toEqual(['check'])
    expect(office.sent()).toEqual([])
    const { id } = await office.store.db.selectFrom('message').select('id').executeTakeFirstOrThrow()
    expect(await textCommands['messages:send-again']({ id }, office.context)).toMatchObject({ ok: true })
    await office.pass(5 * second)
    expect(office.sent()).toEqual([text])
    expect(await office.states()).toEqual(['sent'])
  })

  test('is still found when the gateway could not be asked for an hour', async () => {
    office.carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
    await office.call()
    await office.pass(16 * second)
    office.carrier.failReads(new GatewayError('no-connection', { code: 'no-connection', facts: {} }))
    await office.passSlowly(hour, minute)
    expect(await office.states()).toEqual(['check'])
    office.carrier.failReads(null)
    await office.passSlowly(6 * minute, minute)
    expect(await office.states()).toEqual(['sent'])
    expect(office.sent()).toHaveLength(1)
  })

  test('is put before staff at once where the gateway cannot say what it took', async () => {
    office.carrier.can.lookUp = false
    office.carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
    await office.call()
    await office.pass(16 * second)
    expect(await office.states()).toEqual(['check'])
    await office.passSlowly(hour, minute)
    expect(office.sent()).toHaveLength(1)
  })

  test('is put before staff as soon as the engine is back, where the gateway cannot say what it took', async () => {
    office.carrier.can.lookUp = false
    office.carrier.send = () => new Promise(() => {})
    await office.call()
    await office.pass(16 * second)
    expect(await office.states()).toEqual(['sending'])
    await office.restart()
    await office.pass(second)
    expect(await office.states()).toEqual(['check'])
  })

  test('is never taken for one that somebody else had sent before the gateway was asked', async () => {
    office.carrier.sendFromElsewhere({ to: pat, body: text })
    await office.pass(40 * second)
    office.carrier.endNextSend({ end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } })
    await office.call({ startedAt: office.clock.now() - 5 * second })
    await office.pass(16 * second)
    await office.restart()
    await office.passSlowly(16 * minute, 5 * second)
    expect(await office.states()).toEqual(['check'])
  })

  test('is found as itself, not as what another PC had sent before and a lagging list hid', async () => {
    const { carrier } = office
    await office.call()
    await office.pass(12 * second)
    carrier.sendFromElsewhere({ to: pat, body: text })
    carrier.sentTo = async () => ({ messages: [], next: null, span: null, providerNow: office.clock.now() })
    carrier.endNextSend({ end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } })
    await office.pass(4 * second)
    Reflect.deleteProperty(carrier, 'sentTo')
    await office.passSlowly(10 * second)
    const [, own] = carrier.accepted
    const stored = await office.store.db.selectFrom('message').select(['state', 'provider_id']).executeTakeFirst()
    expect(stored).toEqual({ state: 'sent', provider_id: own?.providerId })
  })

  test('does not hold another text to the same contact up, except the same words', async () => {
    await office.call({ outcome: 'answered' })
    office.carrier.endNextSend({ end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } })
    await office.staffWrites('See you at 3')
    await office.staffWrites('See you at 3')
    await office.staffWrites('Or at 4')
    await office.passSlowly(10 * second)
    expect(office.sent()).toEqual([])
    await office.passSlowly(20 * minute, 5 * second)
    expect(office.sent()).toEqual(['See you at 3', 'Or at 4'])
  })
})

describe('what staff write', () => {
  beforeEach(() => office.call({ outcome: 'answered' }))

  test('goes out at once, once, although the window asks twice', async () => {
    const { messageId } = await office.staffWrites('Hello')
    await office.staffWrites('Hello', pat, messageId)
    await office.pass(minute)
    expect(office.sent()).toEqual(['Hello'])
  })

  test('is known at each account that has taken it', async () => {
    const { carrier, store } = office
    const { messageId: id } = await office.staffWrites('Hello')
    await office.pass(second)
    await store.write(({ db }) => db.updateTable('message').set({ state: 'failed' }).where('id', '=', id).execute())
    const { from } = carrier
    office.gateway = Object.assign(new LoopbackGateway({ clock: office.clock, from }), { account: 'another' })
    expect(await textCommands['messages:send-again']({ id }, office.context)).toMatchObject({ ok: true })
    await office.pass(second)
    expect(await office.states()).toEqual(['sent'])
    const [first] = carrier.accepted
    expect(await isBound(store.db, carrier.account, first?.providerId ?? '')).toBe(true)
  })

  test('goes out instead of an earlier text only if that one was never taken', async () => {
    const { messageId } = await office.staffWrites('Helo')
    const send = (body: string, instead: string[]) => office.staffWrites(body, pat, randomUUID(), instead)
    expect((await send('Hello', [messageId])).result).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
    expect((await send('Hello', [randomUUID()])).result).toMatchObject({ ok: true })
    await office.pass(minute)
    expect(office.sent()).toEqual(['Helo', 'Hello'])
  })

  test('keeps its order when the first has to be tried again', async () => {
    office.carrier.endNextSend({ end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } })
    await office.staffWrites('One')
    await office.staffWrites('Two')
    await office.passSlowly(20 * second)
    expect(office.sent()).toEqual(['One', 'Two'])
  })

  test('is not sent when the contact opts out before it goes', async () => {
    office.carrier.endNextSend({ end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } })
    await office.staffWrites('One')
    const { id } = await office.store.db.selectFrom('contact').select('id').executeTakeFirstOrThrow()
    await textCommands['contacts:opt-out']({ id }, office.context)
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await office.states()).toEqual(['failed'])
  })

  test('waits for a gateway and says so', async () => {
    office.gateway = null
    const { result } = await office.staffWrites('Hello')
    expect(result).toMatchObject({ ok: false, failure: { code: 'not-ready' } })
  })
})

test('at most one text a second leaves', async () => {
  office.settings.followUp.delaySeconds = 0
  for (let caller = 1; caller <= 9; caller += 1) await office.call({}, `+1530555010${caller}`)
  await office.pass(4 * second)
  expect(office.carrier.accepted.length).toBeLessThanOrEqual(5)
  await office.pass(10 * second)
  expect(office.carrier.accepted).toHaveLength(9)
})

test('thirty automatic texts in ten minutes make Ringback pause itself', async () => {
  office.settings.followUp.delaySeconds = 0
  for (let caller = 10; caller < 50; caller += 1) await office.call({}, `+153055501${caller}`)
  await office.passSlowly(3 * minute)
  expect(office.carrier.accepted).toHaveLength(30)
  expect(office.automation.current()).toMatchObject({ by: 'brake', until: null })
})
