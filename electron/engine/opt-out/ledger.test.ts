import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { spanOf } from '../../../telephony/sms/gateway.ts'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { textCommands } from '../outbox/commands.ts'
import { hour, minute, pat, second, TextingOffice } from '../outbox/testing.ts'

let office: TextingOffice
/** What the gateway lists, by its own time. */
let listed: GatewayMessage[]

beforeEach(async () => {
  office = new TextingOffice()
  listed = []
  const { carrier } = office
  office.gateway = {
    name: carrier.name,
    account: carrier.account,
    from: carrier.from,
    can: carrier.can,
    send: (text) => carrier.send(text),
    received: async (page) => ({
      ...(await carrier.received(page)),
      messages: listed.toSorted((one, other) => other.at - one.at),
      span: spanOf(listed),
    }),
    writtenBy: async () => ({
      ...(await carrier.received()),
      messages: listed.toSorted((one, other) => other.at - one.at),
    }),
    sentTo: (number, page) => carrier.sentTo(number, page),
    fetch: (providerId) => carrier.fetch(providerId),
    check: () => carrier.check(),
  } satisfies Gateway
  await office.open()
  await office.poller.pollNow()
})

afterEach(() => office.end())

/** Pat wrote this `ago` ms before now; the gateway lists it only now. */
async function hears(body: string, ago = 0, from = pat): Promise<void> {
  listed.push({
    providerId: `${listed.length}`,
    direction: 'in',
    from,
    to: '+12125550100',
    body,
    state: 'received',
    at: office.clock.now() - ago,
    media: 0,
    failure: null,
  })
  await office.poller.pollNow()
}

async function contactId(): Promise<string> {
  return (await office.store.db.selectFrom('contact').select('id').executeTakeFirstOrThrow()).id
}

/** Which rule decides about a call that begins after all that was said. */
async function rule() {
  await office.pass(minute)
  return (await office.call())?.rule
}

describe('START', () => {
  test('opens again after the STOP before it', async () => {
    await hears('STOP')
    await office.pass(minute)
    await hears('START')
    expect(await rule()).toBe('nothing-against')
  })

  test('that was written before the STOP, but is listed after it, opens nothing', async () => {
    await hears('STOP')
    await office.pass(2 * minute)
    await hears('START', 3 * minute)
    expect(await rule()).toBe('opted-out')
  })

  test('is compared with the newest of several STOPs', async () => {
    await hears('STOP')
    await office.pass(hour)
    await hears('Please stop texting me')
    await hears('START', 30 * minute)
    expect(await rule()).toBe('opted-out')
  })

  test('that is older than what staff entered opens nothing, a newer one does', async () => {
    await hears('Hello')
    await textCommands['contacts:opt-out']({ id: await contactId() }, office.context)
    await hears('START', minute)
    expect(await rule()).toBe('opted-out')
    await office.pass(minute)
    await hears('START')
    expect(await rule()).toBe('nothing-against')
  })
})

describe('an opt-out', () => {
  test('outlives the contact and all that was said with them', async () => {
    await hears('STOP')
    await office.store.write(async ({ db }) => {
      for (const table of ['message', 'happening', 'conversation', 'contact'] as const)
        await db.deleteFrom(table).execute()
    })
    expect(await rule()).toBe('opted-out')
    expect((await office.staffWrites('Hello?')).result).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
  })

  test('and its end are audited with where each came from and what was said', async () => {
    await hears('Please stop texting me')
    await office.pass(minute)
    await textCommands['contacts:opt-in']({ id: await contactId() }, office.context)
    await textCommands['contacts:opt-out']({ id: await contactId() }, office.context)
    const audit = await office.store.db.selectFrom('opt_out_audit').selectAll().orderBy('id').execute()
    expect(audit).toMatchObject([
      { number: pat, change: 'out', source: 'text', evidence: 'Please stop texting me' },
      { number: pat, change: 'in', source: 'staff', evidence: 'entered by staff' },
      { number: pat, change: 'out', source: 'staff', evidence: 'entered by staff' },
    ])
  })
})

describe('words that may be a wish for no texts', () => {
  beforeEach(() => hears('stop that'))

  test('hold back automatic texts until staff decide, however long that takes', async () => {
    await office.muchLater(48 * hour)
    expect(await rule()).toBe('ask-opt-out')
    await office.pass(minute)
    expect(office.sent()).toEqual([])
  })

  test('stay a question when the contact and all that was said is gone', async () => {
    await office.store.write(async ({ db }) => {
      for (const table of ['message', 'happening', 'conversation', 'contact'] as const)
        await db.deleteFrom(table).execute()
    })
    expect(await rule()).toBe('ask-opt-out')
  })

  test('do not keep staff from writing, and their text alone decides nothing', async () => {
    expect((await office.staffWrites('Shall we stop texting you?')).result).toMatchObject({ ok: true })
    await office.pass(minute)
    expect(await rule()).toBe('ask-opt-out')
  })

  test('are answered by "texts are fine", which is noted and audited', async () => {
    await office.pass(minute)
    await textCommands['contacts:opt-in']({ id: await contactId() }, office.context)
    expect(await rule()).toBe('nothing-against')
    expect(await office.happenings()).toContain('Texts are fine: entered by staff')
    const audit = await office.store.db.selectFrom('opt_out_audit').select(['change', 'source']).execute()
    expect(audit).toEqual([{ change: 'in', source: 'staff' }])
    await office.pass(minute)
    await hears('I said stop')
    expect(await rule()).toBe('ask-opt-out')
  })

  test('are asked about again, and decided again, though the clock is set back between each', async () => {
    const fine = async () => textCommands['contacts:opt-in']({ id: await contactId() }, office.context)
    await office.setClock(-hour)
    await fine()
    expect(await rule()).toBe('nothing-against')
    await office.setClock(-hour)
    // By the gateway's clock.
    await hears('I said stop', office.pcAhead)
    expect(await rule()).toBe('ask-opt-out')
    await office.setClock(-hour)
    await fine()
    expect(await rule()).toBe('nothing-against')
  })

  test('are answered by an opt-out, also once that is taken back', async () => {
    await office.pass(second)
    await textCommands['contacts:opt-out']({ id: await contactId() }, office.context)
    await textCommands['contacts:opt-in']({ id: await contactId() }, office.context)
    expect(await rule()).toBe('nothing-against')
  })
})

describe('a STOP from before this inbox read along, to another PC of the office or one that is gone,', () => {
  const week = 7 * 24 * hour

  test('is heeded before the first text goes out', async () => {
    await hears('Hello', 3 * week)
    await hears('Please stop texting me', 2 * week)
    await hears('ok', week)
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toEqual([])
    expect(await rule()).toBe('opted-out')
    expect(await office.store.db.selectFrom('opt_out').selectAll().execute()).toMatchObject([
      { number: pat, source: 'text', evidence: 'Please stop texting me' },
    ])
  })

  test('is over where they wrote START later', async () => {
    await hears('Stop texting me', 2 * week)
    await hears('START', week)
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
  })

  test('is over where the START after it was read here', async () => {
    await hears('Stop texting me', 2 * week)
    await hears('START', 5 * minute)
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
  })

  test('is heeded before a later text, too, where the one before it was left out', async () => {
    const { followUp, quietHours } = office.settings
    Object.assign(followUp, { firstOn: false, secondOn: true, thirdOn: true })
    Object.assign(quietHours, { from: '08:00', to: '11:00' })
    await hears('Stop texting me', 2 * week)
    await office.call()
    await office.quicklyUntil(office.clock.now() + 48 * hour)
    expect(office.sent()).toEqual([])
    expect(await office.stopReason()).toBe('opted-out')
  })

  test('is heeded before a text that staff set for later', async () => {
    await hears('Stop texting me', 2 * week)
    await office.call({ outcome: 'answered' })
    const conversationId = await office.conversation()
    const when = { kind: 'at', at: office.clock.now() + 2 * hour } as const
    await textCommands['messages:send']({ conversationId, messageId: 'later', body: 'See you', when }, office.context)
    await office.quicklyUntil(office.clock.now() + 3 * hour)
    expect(office.sent()).toEqual([])
    expect(await office.states()).toEqual(['failed'])
  })

  test('concerns nobody else, should the gateway list what others wrote, too', async () => {
    await hears('Stop texting me', 2 * week, '+15305550102')
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
  })

  test('does not undo what staff entered since', async () => {
    await hears('Hello', week)
    await office.call({ outcome: 'answered' })
    await textCommands['contacts:opt-out']({ id: await contactId() }, office.context)
    await textCommands['contacts:opt-in']({ id: await contactId() }, office.context)
    await hears('Stop texting me', 2 * week)
    await office.pass(hour)
    await office.call()
    await office.pass(minute)
    expect(office.sent()).toHaveLength(1)
  })
})
