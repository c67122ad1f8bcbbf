import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenBlock } from '../../contract/opening-hours.ts'
import { newestFollowUps, whyItWaits } from '../inbox/follow-up-glance.ts'
import { textCommands } from '../outbox/commands.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'
import { setTurn } from './turn.ts'

let office: TextingOffice

beforeEach(openOffice)

async function openOffice(): Promise<void> {
  office = new TextingOffice()
  Object.assign(office.settings.followUp, { secondOn: true, thirdOn: true })
  office.settings.business.bookingLink = 'https://oak.example/book'
  const { steps } = office.settings.texts
  steps.first = {
    usual: 'Oak Dental: sorry! Book: {bookingLink}',
    closed: 'Oak Dental: closed. Book: {bookingLink}',
    break: '',
  }
  steps.second = { usual: 'Oak Dental: second', closed: '', break: '' }
  steps.third = { usual: 'Oak Dental: third', closed: '', break: '' }
  office.settings.texts.addOptOut = false
  await office.open()
}

afterEach(() => office.end())

const first = 'Oak Dental: sorry! Book: https://oak.example/book'
const [next, last] = ['Oak Dental: second', 'Oak Dental: third']

/** The office is in Los Angeles, and so is Pat. It is winter there. */
const losAngeles = (date: string) => Date.parse(`${date}:00-08:00`)

/** Days go by in which nothing happened. */
function at(date: string): void {
  office.clock.jumpTo(losAngeles(date))
}

async function until(date: string): Promise<void> {
  await office.quicklyUntil(losAngeles(date))
}

function setWeek(blocks: OpenBlock[]): void {
  const week = { mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: [], sun: [] }
  office.settings.hours = { week, exceptions: [] }
}

/** When each text was taken by the carrier, by the clock in Los Angeles. */
function times(to = pat): string[] {
  return office.carrier.accepted
    .filter((message) => message.to === to)
    .map((message) => new Date(message.at - 8 * hour).toISOString().slice(5, 16).replace('T', ' '))
}

async function glance() {
  const id = await office.conversation()
  return (await newestFollowUps(office.store.db, [id])).get(id)
}

/** The window's request, about the text that it shows as the next one: this one, unless told otherwise. */
async function command(name: 'follow-ups:skip' | 'follow-ups:send-now' | 'follow-ups:stop', shown?: string | null) {
  const messageId = (shown === undefined ? (await glance())?.nextId : shown) ?? ''
  const result = await textCommands[name]({ conversationId: await office.conversation(), messageId }, office.context)
  await office.pass(0)
  return result
}

describe('a follow-up', () => {
  test('has three texts: within the minute, after two hours, and on the next morning', async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T13:01')
    expect(await glance()).toMatchObject({
      sentSteps: 1,
      steps: 3,
      nextAt: losAngeles('2026-11-24T15:00'),
      nextBody: next,
    })
    await until('2026-11-24T16:00')
    expect(await glance()).toMatchObject({ sentSteps: 2, nextAt: losAngeles('2026-11-25T09:00'), nextBody: last })
    await until('2026-11-27T12:00')
    expect(office.sent()).toEqual([first, next, last])
    expect(times()).toEqual(['11-24 13:00', '11-24 15:00', '11-25 09:00'])
    expect(await glance()).toMatchObject({ state: 'completed', sentSteps: 3, nextAt: null })
  })

  test('goes on where it was after a restart', async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T13:01')
    await office.restart()
    await until('2026-11-24T15:01')
    await office.restart()
    await until('2026-11-25T09:01')
    expect(office.sent()).toEqual([first, next, last])
  })

  test('killed at any commit or request of its second text, sends each text once, or asks about the second', async () => {
    const outcomes = new Set<string>()
    for (let step = 0, survived = false; !survived; step += 1) {
      at('2026-11-24T13:00')
      await office.call()
      await until('2026-11-24T14:59')
      office.kill.stepsLeft = step
      await until('2026-11-24T15:01')
      survived = !office.kill.killed
      await office.restart()
      await until('2026-11-25T12:00')
      outcomes.add(`${office.sent().join()} | ${(await office.states()).join()}`)
      await office.end()
      await openOffice()
    }
    const all = `${[first, next, last].join()} | sent,sent,sent`
    expect(outcomes).toContain(all)
    outcomes.delete(all)
    expect([...outcomes]).toEqual([`${first} | sent,check`])
  })

  test('has only the steps that are on, and keeps those it began with', async () => {
    office.settings.followUp.secondOn = false
    at('2026-11-24T13:00')
    await office.call()
    office.settings.followUp.secondOn = true
    await until('2026-11-25T10:00')
    expect(office.sent()).toEqual([first, last])
    expect(await glance()).toMatchObject({ sentSteps: 2, steps: 2 })
  })

  test('may begin with the second text, which then names the business', async () => {
    office.settings.followUp.firstOn = false
    office.settings.texts.steps.second.usual = 'Can we help?'
    at('2026-11-24T13:00')
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await until('2026-11-25T10:00')
    expect(office.sent()).toEqual(['Oak Dental: Can we help?', last])
  })

  test('that waits for a later morning gives way to a new call, which is texted for itself', async () => {
    at('2026-11-27T16:00')
    await office.call()
    await until('2026-11-28T18:05')
    expect(await glance()).toMatchObject({ sentSteps: 2, nextAt: losAngeles('2026-11-30T09:00') })
    expect(await office.call()).toMatchObject({ verdict: 'text' })
    await office.pass(minute)
    expect(await office.happenings()).toEqual([
      'Follow-up stopped: the caller called again',
      'No more automatic texts: this contact got 3 automatic texts in seven days already',
    ])
    // The third text in a week is the last.
    await until('2026-12-01T12:00')
    expect(times()).toEqual(['11-27 16:00', '11-27 18:00', '11-28 18:05'])
  })
})

describe('a day without another follow-up is counted', () => {
  test('from the last text, not from the call, which may be days older', async () => {
    office.settings.followUp.whenClosed = 'hold'
    at('2026-11-27T18:30')
    await office.call()
    await until('2026-11-30T13:30')
    expect(times()).toEqual(['11-30 08:00', '11-30 12:00'])
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'recent-follow-up' })
    // Its third text went out on this morning.
    await until('2026-12-02T08:59')
    expect(times().at(-1)).toBe('12-01 09:00')
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'recent-follow-up' })
    await until('2026-12-02T09:01')
    expect(await office.call()).not.toMatchObject({ rule: 'recent-follow-up' })
  })

  test('from the moment that staff stopped the one before', async () => {
    office.settings.followUp.secondOn = false
    at('2026-11-24T10:00')
    await office.call()
    await until('2026-11-25T08:55')
    await command('follow-ups:stop')
    await until('2026-11-25T10:05')
    expect(await office.call()).toMatchObject({ verdict: 'skip', rule: 'stopped-by-staff' })
    await until('2026-11-26T08:56')
    expect(await office.call()).toMatchObject({ verdict: 'text' })
  })
})

describe('what stops a follow-up between its texts', () => {
  beforeEach(async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T14:00')
  })

  test.each<[why: string, happens: () => Promise<unknown>, reason: string]>([
    ['a reply that came one second before', async () => office.carrier.receive({ from: pat, body: 'Hi' }), 'replied'],
    ['a call that somebody answered', () => office.call({ outcome: 'answered' }), 'answered'],
    [
      'a call of which a part was not seen: perhaps somebody answered then',
      () => office.call({ reason: 'unattended', partUnseen: true }),
      'rule',
    ],
    ['a call back', () => office.call({ direction: 'outbound', outcome: 'answered' }), 'called-back'],
    ['a text by staff', () => office.staffWrites('Hello'), 'staff-wrote'],
    [
      'a text that somebody sent from elsewhere',
      async () => office.carrier.sendFromElsewhere({ to: pat, body: 'Hello' }),
      'staff-wrote',
    ],
    ['an opt-out', async () => office.carrier.receive({ from: pat, body: 'STOP' }), 'opted-out'],
    ['Pause', () => textCommands['automation:pause']({ minutes: 15 }, office.context), 'paused'],
    ['Stop', () => command('follow-ups:stop'), 'stopped'],
  ])('%s', async (_, happens, reason) => {
    await until('2026-11-24T14:59')
    await office.pass(59 * second)
    await happens()
    await until('2026-11-26T12:00')
    expect(office.sent().filter((body) => body !== 'Hello')).toEqual([first])
    expect(await office.stopReason()).toBe(reason)
  })

  test('a text that could not be delivered; the number is no longer texted when it is a landline', async () => {
    const failure = { reaction: 'never', code: '30006', said: { code: 'listed', facts: { number: 30006 } } } as const
    const dana = '+15305550102'
    office.carrier.failDelivery(dana, failure)
    office.delivery.start()
    await office.call({}, dana)
    await office.pass(3 * minute)
    expect(await office.stopReason()).toBe('failed')
    await office.quicklyUntil(office.clock.now() + 26 * hour)
    expect(office.sent(dana)).toEqual([first])
    expect(await office.call({}, dana)).toMatchObject({ verdict: 'skip', rule: 'landline' })
  })

  test('a machine that gives the same answer within seconds ends all later ones', async () => {
    const machine = '+15305550103'
    for (let calls = 0; calls < 2; calls += 1) {
      await office.call({}, machine)
      await office.pass(17 * second)
      office.carrier.receive({ from: machine, body: 'We got your message.' })
      await office.poller.pollNow()
      await office.quicklyUntil(office.clock.now() + 25 * hour)
    }
    expect(await office.call({}, machine)).toMatchObject({ verdict: 'skip', rule: 'machine' })
  })
})

describe('the time of day', () => {
  test('never lets two automatic texts go out within one morning', async () => {
    at('2026-11-24T08:30')
    await office.call()
    await until('2026-11-24T09:00')
    const waits = await glance()
    expect(waits).toMatchObject({ nextAt: losAngeles('2026-11-24T12:00') })
    const why = 'This contact got an automatic text this very morning.'
    expect(waits && (await whyItWaits(office.store.db, waits))).toBe(why)
    await until('2026-11-25T12:00')
    expect(times()).toEqual(['11-24 08:30', '11-24 12:00', '11-25 09:00'])
  })

  test('leaves the second text out when it falls into quiet hours, and says so', async () => {
    at('2026-11-24T19:30')
    await office.call()
    await until('2026-11-25T12:00')
    expect(times()).toEqual(['11-24 19:30', '11-25 09:00'])
    expect(office.sent()).toEqual(['Oak Dental: closed.', last])
    expect(await office.happenings()).toEqual([
      'Text 2 of 3 left out: it would be Tuesday 9:30 PM in Los Angeles; texts may go out there only from 8:00 AM to 9:00 PM',
    ])
    const decisions = await office.store.db.selectFrom('decision').selectAll().where('step', '=', 2).execute()
    expect(decisions).toMatchObject([{ verdict: 'skip', rule: 'quiet-hours' }])
    expect(JSON.parse(decisions[0]?.facts ?? '')).toMatchObject({ step: 2, plannedAt: losAngeles('2026-11-24T21:30') })
  })

  test("is that of the very moment at which this PC's turn comes", async () => {
    await office.store.write((work) => setTurn(work, 4 * second, office.clock.now()))
    at('2026-11-24T19:00')
    await office.call({ endedAt: office.clock.now() - 2 * second })
    await office.passSlowly(20 * second)
    // Two hours after the call it would not be nine yet.
    expect(await office.happenings()).toMatchObject([expect.stringContaining('Text 2 of 3 left out: it would be')])
    expect(await glance()).toMatchObject({ nextAt: losAngeles('2026-11-25T09:00') + 4 * second })
    office.settings.followUp.whenClosed = 'hold'
    setWeek([{ from: '08:00', to: '17:00' }])
    at('2026-11-26T17:00')
    await office.call({ endedAt: office.clock.now() - 17 * second }, '+15305550102')
    const { due_at: dueAt } = await office.store.db
      .selectFrom('outbox')
      .select('due_at')
      .orderBy('due_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(dueAt).toBe(losAngeles('2026-11-27T08:00') + 4 * second)
  })

  test('holds the first text over the weekend where the office wants that, and counts the others from it', async () => {
    office.settings.followUp.whenClosed = 'hold'
    at('2026-11-27T22:00')
    expect(await office.call()).toMatchObject({ verdict: 'hold', rule: 'closed' })
    expect(await glance()).toMatchObject({ nextAt: losAngeles('2026-11-30T08:00') })
    await until('2026-12-01T12:00')
    expect(office.sent()).toEqual([first, next, last])
    expect(times()).toEqual(['11-30 08:00', '11-30 12:00', '12-01 09:00'])
  })

  test.each<[pcOn: string, sent: string[]]>([
    ['2026-11-30T10:30', ['11-30 10:30', '11-30 12:30', '12-01 09:00']],
    ['2026-11-30T11:30', []],
  ])('lets a first text that was held go also when the PC is switched on late: %s', async (pcOn, sent) => {
    office.settings.followUp.whenClosed = 'hold'
    at('2026-11-27T22:00')
    await office.call()
    at(pcOn)
    await office.restart()
    await until('2026-12-02T12:00')
    expect(times()).toEqual(sent)
  })

  test('lets the third text wait until it is day where the recipient is', async () => {
    office.settings.business.timeZone = 'America/New_York'
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-25T12:00')
    expect(times().at(-1)).toBe('11-25 08:00')
  })

  test('puts the texts of one morning apart, so that they do not set off the brake', async () => {
    office.settings.followUp.secondOn = false
    at('2026-11-24T20:00')
    const callers = ['+15305550111', '+15305550112', '+15305550113']
    for (const caller of callers) {
      await office.call({}, caller)
      await office.pass(minute)
    }
    const due = await office.store.db.selectFrom('outbox').select('due_at').orderBy('due_at').execute()
    const nine = losAngeles('2026-11-25T09:00')
    expect(due.map(({ due_at }) => due_at - nine)).toEqual([0, 30 * second, minute])
  })

  test('asks again when the text is due: one that the office closed for in the meantime waits', async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T16:00')
    office.settings.hours = {
      ...office.settings.hours,
      exceptions: [{ from: '2026-11-25', to: '2026-11-25', name: 'Snow', blocks: [] }],
    }
    await until('2026-11-26T12:00')
    expect(times()).toEqual(['11-24 13:00', '11-24 15:00', '11-26 09:00'])
  })

  test('lets a third text that meets a late opening go on that same day', async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T20:00')
    const exceptions = [
      { from: '2026-11-25', to: '2026-11-25', name: 'Late', blocks: [{ from: '10:00', to: '17:00' }] },
    ]
    office.settings.hours = { ...office.settings.hours, exceptions }
    await until('2026-11-27T12:00')
    expect(times()).toEqual(['11-24 13:00', '11-24 15:00', '11-25 10:00'])
  })

  const mornings = [{ from: '08:00', to: '12:00' }]
  const never = 'Text 3 of 3 left out: the office is never open when texts may go out where the recipient is'

  test('leaves a text out that no time is right for, and says so', async () => {
    office.settings.business.timeZone = 'America/New_York'
    setWeek(mornings)
    const honolulu = '+18085550101'
    at('2026-11-24T11:00')
    await office.call({}, honolulu)
    await until('2026-11-25T12:00')
    expect(office.sent(honolulu)).toHaveLength(2)
    expect(await office.happenings()).toEqual([never])
    expect(await office.stopReason()).toBe('completed')
  })

  test('leaves it out also when no time is right any more by the time it is due', async () => {
    office.settings.business.timeZone = 'America/New_York'
    const honolulu = '+18085550101'
    at('2026-11-24T11:00')
    await office.call({}, honolulu)
    await until('2026-11-24T20:00')
    setWeek(mornings)
    await until('2026-11-26T12:00')
    expect(office.sent(honolulu)).toHaveLength(2)
    expect(await office.happenings()).toEqual([never])
  })

  test('is not made up for by a PC that slept: what is too late is left out, what is late goes', async () => {
    at('2026-11-24T13:00')
    await office.call()
    await office.pass(minute)
    at('2026-11-25T10:30')
    office.dispatcher.poke()
    await office.pass(minute)
    expect(office.sent()).toEqual([first, last])
    expect(await office.happenings()).toEqual([
      expect.stringContaining('Text 2 of 3 left out: the text could not go out'),
    ])

    const dana = '+15305550102'
    await office.call({}, dana)
    await until('2026-11-25T14:00')
    at('2026-11-26T13:00')
    office.dispatcher.poke()
    await office.pass(minute)
    expect(office.sent(dana)).toEqual([first, next])
  })

  test('changes the words of a text that waits', async () => {
    office.settings.followUp.delaySeconds = 300
    at('2026-11-24T16:58')
    await office.call()
    await office.pass(6 * minute)
    expect(office.sent()).toEqual(['Oak Dental: closed.'])
  })
})

describe('staff', () => {
  beforeEach(async () => {
    at('2026-11-24T13:00')
    await office.call()
    await until('2026-11-24T13:05')
  })

  test('skip one text, and those after it go out', async () => {
    expect(await command('follow-ups:skip')).toMatchObject({ ok: true })
    expect(await glance()).toMatchObject({ state: 'running', nextAt: losAngeles('2026-11-25T09:00') })
    await until('2026-11-25T10:00')
    expect(office.sent()).toEqual([first, last])
    expect(await office.happenings()).toEqual(['Text 2 of 3 left out: staff skipped it'])
  })

  test('skip the last text, which ends the follow-up', async () => {
    await command('follow-ups:skip')
    await command('follow-ups:skip')
    expect(await glance()).toMatchObject({ state: 'completed', nextAt: null })
    expect(await command('follow-ups:skip')).toMatchObject({ ok: false })
  })

  test('send the next text now, and the one after it keeps its time', async () => {
    await command('follow-ups:send-now')
    await office.pass(second)
    expect(office.sent()).toEqual([first, next])
    expect(await glance()).toMatchObject({ nextAt: losAngeles('2026-11-25T09:00') })
  })

  test('act on the text that they see only, also when it goes out by itself just then', async () => {
    const seen = (await glance())?.nextId
    await until('2026-11-24T15:01')
    for (const name of ['follow-ups:send-now', 'follow-ups:skip'] as const) {
      expect(await command(name, seen)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    }
    await office.pass(3 * second)
    expect(office.sent()).toEqual([first, next])
    expect(await glance()).toMatchObject({ state: 'running', nextAt: losAngeles('2026-11-25T09:00') })
  })

  test('who click twice send one text, and skip one', async () => {
    const seen = (await glance())?.nextId
    await command('follow-ups:send-now', seen)
    await command('follow-ups:send-now', seen)
    await office.pass(2 * second)
    await command('follow-ups:send-now', seen)
    await office.pass(3 * second)
    expect(office.sent()).toEqual([first, next])

    const dana = '+15305550102'
    await office.call({}, dana)
    await office.pass(20 * second)
    const conversationId = await office.conversation(dana)
    const messageId = (await newestFollowUps(office.store.db, [conversationId])).get(conversationId)?.nextId ?? ''
    await textCommands['follow-ups:skip']({ conversationId, messageId }, office.context)
    await textCommands['follow-ups:skip']({ conversationId, messageId }, office.context)
    await until('2026-11-25T10:00')
    expect(office.sent(dana)).toEqual([first, last])
  })

  test('lose no text that they hurried, and that could not go out before the night or while the PC slept', async () => {
    await until('2026-11-24T20:58')
    office.carrier.endNextSend({
      end: 'not-sent',
      retryAfterMs: 3 * minute,
      said: { code: 'no-connection', facts: {} },
    })
    await command('follow-ups:send-now')
    await office.passSlowly(5 * minute)
    expect(await glance()).toMatchObject({ state: 'running', nextAt: losAngeles('2026-11-25T09:00') })
    at('2026-11-25T08:01')
    office.carrier.endNextSend({ end: 'not-sent', retryAfterMs: minute, said: { code: 'no-connection', facts: {} } })
    await command('follow-ups:send-now')
    at('2026-11-25T11:30')
    await office.pass(5 * second)
    expect(office.sent()).toEqual([first, next, last])
  })

  test('may send the third text in the evening, but not at night', async () => {
    await until('2026-11-24T22:00')
    const refused = await command('follow-ups:send-now')
    expect(refused).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('10:00 PM in Los Angeles') },
    })
    expect(await glance()).toMatchObject({ nextAt: losAngeles('2026-11-25T09:00') })
    await until('2026-11-25T08:30')
    await command('follow-ups:send-now')
    await office.pass(second)
    expect(office.sent()).toEqual([first, next, last])
  })
})
