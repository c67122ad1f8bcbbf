import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { textCommands } from './commands.ts'
import { hour, minute, pat, second, TextingOffice } from './testing.ts'

let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
  await office.call({ outcome: 'answered' })
})

afterEach(() => office.end())

const down = { end: 'not-sent', retryAfterMs: null, said: { code: 'no-connection', facts: {} } } as const
const lostAnswer = { end: 'unknown', taken: true, said: { code: 'not-told', facts: {} } } as const

test.each(['goes on', 'is started'])(
  'a PC that %s in a year long ago sends the second text at its time',
  async (how) => {
    const dana = '+15305550102'
    const year = 365 * 24 * hour
    office.settings.followUp.secondOn = true
    await office.call({}, dana)
    await office.passSlowly(30 * second, 5 * second)
    await office.setClock(-year)
    if (how === 'is started') await office.restart()
    await office.passSlowly(minute, 10 * second)
    await office.setClock(year)
    await office.passSlowly(minute, 10 * second)
    expect(office.sent(dana)).toHaveLength(1)
    await office.quicklyUntil(office.clock.now() + 2 * hour)
    expect(office.sent(dana)).toHaveLength(2)
  },
)

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

  test('sends what staff had set for later at its time, though it could not be sent then', async () => {
    const conversationId = await office.conversation()
    const when = { kind: 'at', at: office.clock.now() + 10 * minute } as const
    await textCommands['messages:send']({ conversationId, messageId: 'later', body: 'See you', when }, office.context)
    for (let times = 0; times < 3; times += 1) office.carrier.endNextSend(down)
    await office.setClock(50 * minute)
    await office.passSlowly(5 * second)
    await office.setClock(-50 * minute)
    await office.passSlowly(11 * minute, 10 * second)
    expect(office.sent()).toEqual(['See you'])
  })

  test('texts a caller again whom it texted then, days later', async () => {
    const dana = '+15305550102'
    const days = 24 * hour
    for (let times = 1; times <= 3; times += 1) {
      await office.muchLater(2 * days)
      await office.setClock(30 * days)
      await office.call({}, dana)
      await office.passSlowly(20 * second, 5 * second)
      expect(office.sent(dana)).toHaveLength(times)
      await office.setClock(-30 * days)
      expect(await office.call({}, dana)).toMatchObject({ rule: 'recent-follow-up' })
    }
    await office.muchLater(2 * days)
    expect(await office.call({}, dana)).toMatchObject({ rule: 'weekly-limit' })
    await office.muchLater(6 * days)
    expect(await office.call({}, dana)).toMatchObject({ verdict: 'text' })
  })

  test('sends a second text two hours after the first, though it is set again and restarted before', async () => {
    const dana = '+15305550102'
    office.settings.followUp.secondOn = true
    await office.muchLater(4 * hour)
    await office.setClock(3 * hour)
    await office.call({}, dana)
    await office.passSlowly(20 * second)
    await office.setClock(-3 * hour)
    await office.passSlowly(30 * minute, minute)
    await office.setClock(-20 * minute)
    await office.restart()
    await office.passSlowly(80 * minute, 2 * minute)
    expect(office.sent(dana)).toHaveLength(1)
    await office.passSlowly(40 * minute, 2 * minute)
    expect(office.sent(dana)).toHaveLength(2)
  })

  test('sends the second text two hours after the first, where it was set between the call and that', async () => {
    const dana = '+15305550102'
    office.settings.followUp.secondOn = true
    await office.muchLater(4 * hour)
    await office.setClock(24 * hour)
    await office.call({}, dana)
    await office.pass(5 * second)
    await office.setClock(-24 * hour)
    await office.passSlowly(30 * second)
    await office.quicklyUntil(office.clock.now() + 2 * hour + minute)
    expect(office.sent(dana)).toHaveLength(2)
  })

  test('sends the third text in the morning, not before the office opens', async () => {
    const dana = '+15305550102'
    office.settings.followUp.thirdOn = true
    await office.muchLater(4 * hour)
    await office.setClock(20 * minute)
    await office.call({}, dana)
    await office.passSlowly(30 * second)
    await office.setClock(-20 * minute)
    const opens = Date.UTC(2026, 10, 25, 17, 0)
    await office.quicklyUntil(opens - second)
    expect(office.sent(dana)).toHaveLength(1)
    await office.quicklyUntil(opens + 3 * hour)
    expect(office.sent(dana)).toHaveLength(2)
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

describe('a text that nobody finds', () => {
  const lost = { end: 'unknown', taken: false, said: { code: 'not-told', facts: {} } } as const

  test.each([5 * second, 50 * second, 3 * minute, 14 * minute, 3 * hour])(
    'is put before staff after a quarter of an hour, with the clock set back by %i ms meanwhile',
    async (back) => {
      office.carrier.endNextSend(lost)
      await office.staffWrites('Hello')
      await office.passSlowly(minute)
      await office.setClock(-back)
      await office.passSlowly(15 * minute, 5 * second)
      expect(await office.states()).toEqual(['check'])
    },
  )

  test('is put before staff after a quarter of an hour, though the clock was set back while nobody ran', async () => {
    office.carrier.endNextSend(lost)
    await office.staffWrites('Hello')
    await office.passSlowly(14 * minute, 5 * second)
    office.kill.killed = true
    await office.setClock(-hour)
    await office.restart()
    await office.passSlowly(15 * minute + 5 * second, 5 * second)
    expect(await office.states()).toEqual(['check'])
  })
})

describe.each([
  ['ahead', 3 * minute],
  ['behind', -5 * minute],
])('a PC whose clock is minutes %s', (_, ahead) => {
  beforeEach(async () => {
    await office.setClock(ahead)
    // The call that was answered lies before all that follows.
    await office.muchLater(hour)
  })

  test('leaves the caller to whoever texted since the call', async () => {
    await office.call()
    await office.pass(5 * second)
    office.carrier.sendFromElsewhere({ to: pat, body: 'Sorry we missed you, it is Sam' })
    await office.passSlowly(20 * second)
    expect(office.sent()).toEqual(['Sorry we missed you, it is Sam'])
  })

  test('texts a caller whom somebody texted before the call', async () => {
    office.carrier.sendFromElsewhere({ to: pat, body: 'Sorry we missed you, it is Sam' })
    await office.passSlowly(2 * minute)
    await office.call()
    await office.passSlowly(20 * second)
    expect(office.sent()).toHaveLength(2)
  })

  test('texts a caller who wrote before the call', async () => {
    office.carrier.receive({ from: pat, body: 'I will call you' })
    await office.poller.pollNow()
    await office.passSlowly(2 * minute)
    expect(await office.call()).toMatchObject({ verdict: 'text' })
  })

  test('finds a text after a restart though the gateway had not told its time before', async () => {
    office.carrier.endNextSend(lostAnswer)
    await office.staffWrites('Hello')
    await office.restart()
    await office.passSlowly(16 * minute, 10 * second)
    expect(await office.states()).toEqual(['sent'])
  })
})

describe('who texted first is told by the gateway’s clock', () => {
  beforeEach(() => office.muchLater(hour))

  test('though this PC was ahead at the call and is right when the text falls due', async () => {
    await office.setClock(20 * minute)
    await office.poller.pollNow()
    await office.call()
    await office.pass(3 * second)
    office.carrier.sendFromElsewhere({ to: pat, body: 'We call you back, Sam' })
    await office.setClock(-20 * minute)
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual(['We call you back, Sam'])
  })

  test('though this PC was ahead at the call and the gateway had not told its time since', async () => {
    await office.poller.pollNow()
    await office.setClock(20 * minute)
    await office.call()
    await office.pass(3 * second)
    office.carrier.sendFromElsewhere({ to: pat, body: 'We call you back, Sam' })
    await office.setClock(-20 * minute)
    await office.passSlowly(30 * second)
    expect(office.sent()).toEqual(['We call you back, Sam'])
  })

  test('so that a text of before the call stays one, though this PC goes ahead afterwards', async () => {
    office.settings.followUp.secondOn = true
    office.carrier.sendFromElsewhere({ to: pat, body: 'We call you back, Sam' })
    await office.passSlowly(2 * minute, 10 * second)
    await office.poller.pollNow()
    await office.call()
    await office.passSlowly(30 * second)
    await office.setClock(3 * minute)
    await office.quicklyUntil(office.clock.now() + 2 * hour + minute)
    expect(office.sent()).toHaveLength(3)
  })
})
