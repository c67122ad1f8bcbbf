import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GatewayError } from '../../../telephony/sms/gateway.ts'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { LoopbackGateway } from '../../../telephony/sms/loopback/loopback-gateway.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'

let office: TextingOffice

beforeEach(() => {
  office = new TextingOffice()
})

afterEach(() => office.end())

async function received(): Promise<string[]> {
  const rows = await office.store.db
    .selectFrom('message')
    .select('body')
    .where('direction', '=', 'in')
    .orderBy('at')
    .execute()
  return rows.map((row) => row.body)
}

/** Counts the pages that are asked for. */
function counted(gateway: Gateway): { gateway: Gateway; pages: () => number } {
  let pages = 0
  return {
    pages: () => pages,
    gateway: {
      name: gateway.name,
      account: gateway.account,
      from: gateway.from,
      can: gateway.can,
      send: (text) => gateway.send(text),
      received: (page) => ((pages += 1), gateway.received(page)),
      sentTo: (number, page) => gateway.sentTo(number, page),
      fetch: (providerId) => gateway.fetch(providerId),
      check: () => gateway.check(),
    },
  }
}

describe('replies', () => {
  test('are in the inbox within ten seconds, once, and need a reply', async () => {
    await office.open({ polling: true })
    await office.passSlowly(3 * minute, 10 * second)
    office.carrier.receive({ from: pat, body: 'Are you open?' })
    await office.pass(9 * second)
    expect(await received()).toEqual(['Are you open?'])
    await office.passSlowly(5 * minute, 10 * second)
    expect(await received()).toHaveLength(1)
    expect(office.replies).toEqual(['Are you open?'])
    const conversation = await office.store.db.selectFrom('conversation').selectAll().executeTakeFirstOrThrow()
    expect(conversation).toMatchObject({ state: 'needs-reply', unread: 1 })
  })

  test('that another account had before the number went there are left alone, too', async () => {
    const { from } = office.carrier
    const another = Object.assign(new LoopbackGateway({ clock: office.clock, from }), { account: 'another' })
    await office.open({ polling: true })
    await office.passSlowly(minute, 10 * second)
    another.receive({ from: pat, body: 'Old' })
    await office.muchLater(hour)
    office.gateway = another
    another.receive({ from: pat, body: 'Fresh' })
    await office.passSlowly(20 * second)
    expect(await received()).toEqual(['Fresh'])
  })

  test('that were there before Ringback are left alone, fresh ones are taken', async () => {
    for (let day = 0; day < 70; day += 1) office.carrier.receive({ from: pat, body: `Old ${day}` })
    await office.clock.advance(hour)
    office.carrier.receive({ from: pat, body: 'A minute ago' })
    await office.clock.advance(minute)
    await office.open({ polling: true })
    await office.passSlowly(minute)
    expect(await received()).toEqual(['A minute ago'])
    office.carrier.receive({ from: pat, body: 'Now' })
    await office.pass(10 * second)
    expect(await received()).toEqual(['A minute ago', 'Now'])
  })

  test('of thirty days offline are all there afterwards, in their order', async () => {
    await office.open({ polling: true })
    await office.pass(10 * second)
    office.kill.killed = true
    for (let day = 0; day < 180; day += 1) {
      office.carrier.receive({ from: pat, body: `Day ${day}` })
      office.clock.jumpTo(office.clock.now() + 4 * hour)
    }
    await office.restart({ polling: true })
    await office.passSlowly(10 * second)
    expect(await received()).toEqual(Array.from({ length: 180 }, (_, day) => `Day ${day}`))
  })

  test('of another account are heard though it counts its texts as the one before did', async () => {
    const counting = (gateway: Gateway, account: string): Gateway => ({
      ...counted(gateway).gateway,
      account,
      async received(page) {
        const { messages, ...rest } = await gateway.received(page)
        return { ...rest, messages: messages.map((message) => ({ ...message, providerId: '1' })) }
      },
    })
    office.gateway = counting(office.carrier, 'one')
    await office.open({ polling: true })
    office.carrier.receive({ from: pat, body: 'Are you open?' })
    await office.pass(10 * second)
    const other = new LoopbackGateway({ clock: office.clock, from: '+12125550100' })
    office.gateway = counting(other, 'another')
    other.receive({ from: pat, body: 'STOP' })
    await office.passSlowly(20 * second)
    expect(await received()).toEqual(['Are you open?', 'STOP'])
  })

  test('that the list shows late and further down are found all the same', async () => {
    await office.open({ polling: true })
    await office.pass(10 * second)
    const late: GatewayMessage = {
      providerId: 'LATE',
      direction: 'in',
      from: pat,
      to: '+12125550100',
      body: 'Late',
      state: 'received',
      at: office.clock.now(),
      media: 0,
      failure: null,
    }
    for (let text = 0; text < 60; text += 1) office.carrier.receive({ from: pat, body: `Text ${text}` })
    await office.pass(10 * second)
    const { carrier } = office
    const withLate: Gateway = {
      ...counted(carrier).gateway,
      async received(page) {
        const list = await carrier.received(page)
        return list.next === null ? { ...list, messages: [...list.messages, late] } : list
      },
    }
    office.gateway = withLate
    await office.passSlowly(20 * second)
    expect(await received()).toContain('Late')
  })

  test('do not cost more than one page while nothing new is there', async () => {
    const { gateway, pages } = counted(office.carrier)
    office.gateway = gateway
    await office.open({ polling: true })
    for (let text = 0; text < 120; text += 1) {
      office.carrier.receive({ from: pat, body: `Text ${text}` })
      office.clock.jumpTo(office.clock.now() + minute)
    }
    await office.passSlowly(5 * minute, 10 * second)
    const before = pages()
    await office.passSlowly(minute)
    expect(pages() - before).toBeLessThanOrEqual(11)
  })

  test('of a quick contact stand after the text that they answer', async () => {
    office.settings.followUp.delaySeconds = 0
    await office.open()
    await office.clock.advance(700)
    await office.call()
    office.carrier.receive({ from: pat, body: 'Quick' })
    await office.poller.pollNow()
    const rows = await office.store.db.selectFrom('message').select('direction').orderBy('at').execute()
    expect(rows.map((row) => row.direction)).toEqual(['out', 'in'])
  })

  test('are asked for less often while the gateway has trouble, which shows', async () => {
    const { gateway, pages } = counted(office.carrier)
    office.gateway = gateway
    await office.open({ polling: true })
    await office.pass(10 * second)
    expect(office.poller.health().state).toBe('ok')
    office.carrier.failReads(new GatewayError('too-many-requests', { code: 'more-slowly', facts: {} }, 30 * second))
    await office.passSlowly(10 * second)
    const before = pages()
    await office.passSlowly(5 * minute, 5 * second)
    expect(pages() - before).toBeLessThanOrEqual(10)
    expect(office.poller.health()).toMatchObject({ state: 'trouble', message: 'Twilio asked to go more slowly.' })
    office.carrier.failReads(null)
    await office.passSlowly(minute)
    expect(office.poller.health().state).toBe('ok')
  })
})

describe('a wish in a reply', () => {
  beforeEach(() => office.open({ polling: true }))

  test('for no texts is entered, noted and audited; START takes it back without reviving anything', async () => {
    await office.call()
    office.carrier.receive({ from: pat, body: 'Please stop texting me' })
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([])
    expect(await office.happenings()).toEqual([
      'Wants no texts: asked for it in a text',
      'Follow-up stopped: the caller wants no texts',
    ])
    office.carrier.receive({ from: pat, body: 'START' })
    await office.passSlowly(hour, 10 * second)
    expect(office.sent()).toEqual([])
    expect(await office.store.db.selectFrom('opt_out').selectAll().execute()).toEqual([])
    const audit = await office.store.db.selectFrom('opt_out_audit').select(['change', 'source']).execute()
    expect(audit).toEqual([
      { change: 'out', source: 'text' },
      { change: 'in', source: 'text' },
    ])
    expect(await office.call()).toMatchObject({ verdict: 'text' })
  })

  test('that is not clear stops the follow-up and asks staff', async () => {
    await office.call()
    office.carrier.receive({ from: pat, body: 'Not interested' })
    await office.passSlowly(minute)
    expect(office.sent()).toEqual([])
    const asks = await office.store.db
      .selectFrom('happening')
      .select('event')
      .where('event', '=', 'ask-opt-out')
      .execute()
    expect(asks).toHaveLength(1)
  })

  test('is still known after a restart', async () => {
    office.carrier.receive({ from: pat, body: 'STOP' })
    await office.pass(10 * second)
    await office.restart({ polling: true })
    expect(await office.call()).toMatchObject({ rule: 'opted-out' })
  })
})

test('a number that never called gets a conversation', async () => {
  await office.open({ polling: true })
  office.carrier.receive({ from: '+15305550177', body: 'Hi, do you take walk-ins?' })
  await office.pass(10 * second)
  expect(await office.conversation('+15305550177')).toBeTruthy()
})
