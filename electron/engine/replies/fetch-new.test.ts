import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { spanOf } from '../../../telephony/sms/gateway.ts'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { hour, minute, pat, TextingOffice } from '../outbox/testing.ts'

const day = 24 * hour

let office: TextingOffice
/** All texts of the account, as a messaging service shows them: in and out, of every number. */
let account: GatewayMessage[]
/** How far the gateway's clock is ahead of this PC's. */
let ahead: number

beforeEach(async () => {
  office = new TextingOffice()
  account = []
  ahead = 0
  const { carrier } = office
  const service: Gateway = {
    name: carrier.name,
    account: carrier.account,
    from: null,
    can: carrier.can,
    send: (text) => carrier.send(text),
    async received(page) {
      const start = Number(page ?? 0)
      const all = account.toSorted((one, other) => other.at - one.at)
      const rows = all.slice(start, start + 50)
      return {
        messages: rows.filter(({ direction }) => direction === 'in'),
        next: start + 50 < all.length ? String(start + 50) : null,
        span: spanOf(rows),
        providerNow: office.clock.now() + ahead,
      }
    },
    sentTo: (number, page) => carrier.sentTo(number, page),
    fetch: (providerId) => carrier.fetch(providerId),
    check: () => carrier.check(),
  }
  office.gateway = service
  await office.open()
})

afterEach(() => office.end())

/** A text of the account, `ago` ms before now by the gateway's clock. */
function text(direction: 'in' | 'out', ago: number, facts: { from?: string; body?: string } = {}): void {
  const [theirs, ours] = [facts.from ?? pat, '+12125550100']
  account.push({
    providerId: `${account.length}`,
    direction,
    from: direction === 'in' ? theirs : ours,
    to: direction === 'in' ? ours : theirs,
    body: facts.body ?? 'Hello',
    state: direction === 'in' ? 'received' : 'sent',
    at: office.clock.now() + ahead - ago,
    media: 0,
    failure: null,
  })
}

describe('an account whose list mixes texts in and out', () => {
  test('keeps its history to itself, though nothing on the first page came in', async () => {
    for (let count = 0; count < 60; count += 1) text('out', count * minute)
    for (let count = 0; count < 120; count += 1) {
      const from = `+1530555${1000 + count}`
      text('in', (30 + count) * day, { from, body: count % 10 === 0 ? 'START' : 'Old words' })
    }
    await office.poller.pollNow()
    await office.pass(minute)
    text('in', 0, { body: 'New words' })
    await office.poller.pollNow()
    expect(office.replies).toEqual(['New words'])
  })

  test('shows a STOP that many texts of others have pushed from the first page', async () => {
    text('out', hour)
    await office.poller.pollNow()
    await office.pass(4 * hour)
    text('in', 3 * hour, { body: 'STOP' })
    for (let count = 0; count < 120; count += 1) text('out', count * minute)
    await office.poller.pollNow()
    expect(await office.call()).toMatchObject({ rule: 'opted-out' })
  })

  test('is read to the last bookmark after weeks without Ringback', async () => {
    text('in', minute, { body: 'First' })
    await office.poller.pollNow()
    office.clock.jumpTo(office.clock.now() + 30 * day)
    text('in', 29 * day, { body: 'Second' })
    for (let count = 0; count < 300; count += 1) text('out', count * 90 * minute)
    await office.poller.pollNow()
    expect(office.replies).toEqual(['First', 'Second'])
  })
})

describe('an account without any text', () => {
  test.each([0, -day, day])('begins now by its own clock, %i ms ahead of the PC’s', async (difference) => {
    ahead = difference
    await office.poller.pollNow()
    await office.pass(minute)
    text('in', 0, { body: 'New words' })
    text('in', day, { body: 'Old words that were listed late' })
    await office.poller.pollNow()
    expect(office.replies).toEqual(['New words'])
  })
})
