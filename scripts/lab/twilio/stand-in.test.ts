/** What a texting client can see of the API, beyond what the gateway asks for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { startTwilioStandIn } from './stand-in.ts'
import type { StandIn, StandInOptions } from './stand-in.ts'

const office = '+15305550100'
const caller = '+15305550131'
const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'right' }
const messagesPath = `/2010-04-01/Accounts/${account.accountSid}/Messages.json`

let standIn: StandIn
let clock: ManualClock

async function open(options: Partial<StandInOptions> = {}): Promise<void> {
  clock = new ManualClock(Date.UTC(2026, 10, 24, 23, 59, 50, 250))
  standIn = await startTwilioStandIn({ ...account, numbers: [office], clock, ...options })
}

beforeEach(() => open())
afterEach(() => standIn.stop())

function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`
}

interface Answer {
  status: number
  headers: Headers
  // What the tests look at is as the description has it; its shape is checked against that elsewhere.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: basic(account.accountSid, account.authToken) }
  const response = await fetch(standIn.url + path, { headers, ...init })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

function create(fields: Record<string, string>) {
  return ask(messagesPath, { method: 'POST', body: new URLSearchParams({ To: caller, From: office, ...fields }) })
}

const bodies = (answer: { body: { messages: { body: string }[] } }) => answer.body.messages.map(({ body }) => body)

describe('signing in', () => {
  it('is asked for everywhere', async () => {
    const { status, headers, body } = await ask(messagesPath, { headers: {} })
    expect(status).toBe(401)
    expect(headers.get('www-authenticate')).toContain('Basic')
    expect(body).toMatchObject({ code: 20003, status: 401, more_info: expect.stringContaining('20003') })
  })

  it('shows nobody another account', async () => {
    const { status, body } = await ask(messagesPath.replace(/1{32}/, '2'.repeat(32)))
    expect([status, body.code]).toEqual([404, 20404])
  })
})

describe('a new text', () => {
  it('has times of whole seconds by Twilio’s clock, which may differ from ours', async () => {
    await standIn.stop()
    await open({ skewMs: -3_600_000 })
    const { status, headers, body } = await create({ Body: 'Hello' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ date_created: 'Tue, 24 Nov 2026 22:59:50 +0000', date_sent: null, status: 'queued' })
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 22:59:50 GMT')
    expect(standIn.ledger[0]?.arrivedAt).toBe(clock.now())
  })

  it('of a trial account is marked, and goes to verified numbers only', async () => {
    await standIn.stop()
    await open({ verified: [caller] })
    expect((await create({ Body: 'Hello' })).body.body).toMatch(/trial account - Hello$/)
    expect((await create({ Body: 'Hello', To: '+15305550132' })).body.code).toBe(21608)
  })

  it('to somebody who opted out fails later when a messaging service picks the number', async () => {
    await standIn.stop()
    await open({ services: { MG1: office } })
    standIn.receive({ from: caller, body: 'STOP' })
    const { body } = await ask(messagesPath, {
      method: 'POST',
      body: new URLSearchParams({ To: caller, MessagingServiceSid: 'MG1', Body: 'Hello' }),
    })
    expect(body).toMatchObject({ status: 'accepted', from: null, num_segments: '0' })
    await clock.advance(5_000)
    const { body: later } = await ask(body.uri)
    expect(later).toMatchObject({ status: 'failed', error_code: 21610, from: office })
  })

  it('stays "sent" for ever where the carrier gives no receipt', async () => {
    standIn.setOutcome(caller, 'no-receipt')
    const { body } = await create({ Body: 'Hello' })
    await clock.advance(86_400_000)
    expect((await ask(body.uri)).body.status).toBe('sent')
  })
})

describe('the list', () => {
  it('filters by whole days and hides what has no date yet', async () => {
    await create({ Body: 'before midnight' })
    await clock.advance(10_000)
    await create({ Body: 'after midnight' })
    await clock.advance(2_000)
    await create({ Body: 'just now' })
    const list = async (filter: string) => bodies(await ask(`${messagesPath}?${filter}`))
    expect(await list('DateSent=2026-11-24')).toEqual(['before midnight'])
    expect(await list(`${encodeURIComponent('DateSent>')}=2026-11-24T23:59:59Z`)).toEqual([
      'after midnight',
      'before midnight',
    ])
    expect(await list(`${encodeURIComponent('DateSent<')}=2026-11-24`)).toEqual(['before midnight'])
    expect(await list('')).toEqual(['just now', 'after midnight', 'before midnight'])
    expect((await ask(`${messagesPath}?DateSent=soon`)).body.code).toBe(20001)
  })

  it('lags behind when told to, while the text itself can be asked for', async () => {
    standIn.setListLag(60_000)
    const { body } = await create({ Body: 'Hello' })
    expect(bodies(await ask(messagesPath))).toEqual([])
    expect((await ask(body.uri)).status).toBe(200)
    await clock.advance(60_000)
    expect(bodies(await ask(messagesPath))).toEqual(['Hello'])
  })

  it('takes in a late row behind newer ones', async () => {
    standIn.receive({ from: caller, body: 'newer' })
    standIn.receive({ from: caller, body: 'late', ageMs: 60_000 })
    expect(bodies(await ask(messagesPath))).toEqual(['newer', 'late'])
  })

  it('goes on behind the last row of a page, by a relative address', async () => {
    for (const body of ['1', '2', '3']) standIn.receive({ from: caller, body })
    const first = await ask(`${messagesPath}?To=${encodeURIComponent(office)}&PageSize=2`)
    expect(first.body.next_page_uri).toMatch(/^\/2010.*PageToken=PASM/)
    standIn.receive({ from: caller, body: '4' })
    const second = await ask(first.body.next_page_uri)
    expect([...bodies(first), ...bodies(second)]).toEqual(['3', '2', '1'])
    expect(second.body.next_page_uri).toBeNull()
  })

  it('knows no offsets', async () => {
    expect((await ask(`${messagesPath}?Page=1`)).body.code).toBe(20001)
  })
})

describe('opting out', () => {
  it('answers STOP once, and only the bare word', async () => {
    standIn.receive({ from: caller, body: 'stop please' })
    standIn.receive({ from: caller, body: 'STOP' })
    standIn.receive({ from: caller, body: 'stop' })
    const { body } = await ask(`${messagesPath}?From=${encodeURIComponent(office)}`)
    expect(body.messages).toMatchObject([{ direction: 'outbound-reply', to: caller }])
  })
})

describe('the lab’s own routes', () => {
  const post = (path: string, body: unknown) => ask(path, { method: 'POST', body: JSON.stringify(body) })

  it('play a caller, show what was sent and break the next request', async () => {
    expect((await post('/lab/receive', { from: caller, body: 'Hi' })).body).toMatchObject({ to: office })
    expect((await post('/lab/fault', { kind: 'refuse', code: 21612 })).status).toBe(201)
    expect((await create({ Body: 'Hello' })).body.code).toBe(21612)
    expect((await create({ Body: 'Hello' })).status).toBe(201)
    expect((await ask('/lab/ledger')).body).toMatchObject([{ to: caller, from: office, body: 'Hello' }])
    expect((await ask('/lab/messages')).body).toHaveLength(2)
  })

  it('say what is wrong with a request', async () => {
    const { status, body } = await post('/lab/fault', { kind: 'explode' })
    expect(status).toBe(400)
    expect(body.message).toContain('kind')
  })
})
