/** The Twilio gateway with the real package against the stand-in, over real HTTP. */
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ManualClock, systemClock } from '../../../telephony/clock.ts'
import type { Clock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import type { Gateway, GatewayError } from '../../../telephony/sms/gateway.ts'
import { createTwilioGateway } from '../../../telephony/sms/twilio/twilio-gateway.ts'
import type { TwilioOptions } from '../../../telephony/sms/twilio/twilio-gateway.ts'
import type { FaultInput } from './faults.ts'
import { startTwilioStandIn } from './stand-in.ts'
import type { StandIn, StandInOptions } from './stand-in.ts'

const office = '+15305550100'
const caller = '+15305550131'
const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'right' }
const service = `MG${'2'.repeat(32)}`
const apiKey = { sid: `SK${'3'.repeat(32)}`, secret: 'also right' }

let standIn: StandIn

async function open(options: Partial<StandInOptions> = {}): Promise<void> {
  const pace = { queued: 0, sending: 0, sent: 0 }
  standIn = await startTwilioStandIn({ ...account, numbers: [office], apiKey, pace, ...options })
}

/** Soon out of patience where nothing will come; a loaded machine may take long over what does. */
const patience = ({ kind }: FaultInput) => ({ timeoutMs: kind.startsWith('hang') ? 300 : 10_000 })

function gatewayTo(options: Partial<TwilioOptions> = {}): Gateway {
  const clock: Clock = systemClock
  const logger = silentLogger
  return createTwilioGateway({
    ...account,
    from: office,
    baseUrl: standIn.url,
    clock,
    logger,
    timeoutMs: 10_000,
    ...options,
  })
}

beforeEach(() => open())
afterEach(() => standIn.stop())

describe('sending through Twilio', () => {
  it('hands over one text and gets its id', async () => {
    const result = await gatewayTo().send({ to: caller, body: 'Sorry we missed you – ¿qué tal? 😀' })
    expect(result).toMatchObject({
      end: 'accepted',
      message: { direction: 'out', from: office, to: caller, body: 'Sorry we missed you – ¿qué tal? 😀' },
    })
    expect(standIn.ledger).toMatchObject([{ to: caller, from: office }])
  })

  it('signs in with an API key too', async () => {
    const gateway = gatewayTo({ authToken: '', apiKey })
    expect((await gateway.send({ to: caller, body: 'Hello' })).end).toBe('accepted')
  })

  it('lets a messaging service pick the number', async () => {
    await standIn.stop()
    await open({ services: { [service]: office }, pace: { queued: 60_000, sending: 0, sent: 0 } })
    const gateway = gatewayTo({ from: service })
    expect(gateway.from).toBeNull()
    expect(await gateway.send({ to: caller, body: 'Hello' })).toMatchObject({
      end: 'accepted',
      message: { from: null, state: 'accepted' },
    })
  })

  it.each<[FaultInput, 'unknown' | 'not-sent' | 'rejected' | 'accepted', number]>([
    [{ kind: 'drop-before' }, 'unknown', 0],
    [{ kind: 'drop-after' }, 'unknown', 1],
    [{ kind: 'hang-before' }, 'unknown', 0],
    [{ kind: 'hang-after' }, 'unknown', 1],
    [{ kind: 'truncated' }, 'unknown', 1],
    [{ kind: 'broken-json' }, 'unknown', 1],
    [{ kind: 'status-before', status: 500 }, 'unknown', 0],
    [{ kind: 'status-after', status: 500 }, 'unknown', 1],
    [{ kind: 'status-after', status: 502 }, 'unknown', 1],
    [{ kind: 'status-before', status: 503 }, 'unknown', 0],
    [{ kind: 'refuse', code: 20503 }, 'unknown', 0],
    [{ kind: 'page', status: 200 }, 'unknown', 0],
    [{ kind: 'page', status: 302 }, 'unknown', 0],
    [{ kind: 'page', status: 403 }, 'unknown', 0],
    [{ kind: 'page', status: 404 }, 'unknown', 0],
    [{ kind: 'too-many' }, 'not-sent', 0],
    [{ kind: 'too-many', code: 21611 }, 'rejected', 0],
    [{ kind: 'refuse', code: 21612 }, 'rejected', 0],
    [{ kind: 'refuse', code: 70051 }, 'rejected', 0],
    [{ kind: 'slow', ms: 20 }, 'accepted', 1],
  ])('under %o ends as %s, with %i text at Twilio and one request', async (fault, end, taken) => {
    standIn.fail(fault)
    expect((await gatewayTo(patience(fault)).send({ to: caller, body: 'Hello' })).end).toBe(end)
    // A second request by the package itself would have been accepted.
    expect(standIn.ledger).toHaveLength(taken)
  })

  it('says how long Twilio asks to wait', async () => {
    standIn.fail({ kind: 'too-many', retryAfter: '7' })
    expect(await gatewayTo().send({ to: caller, body: 'Hello' })).toMatchObject({ retryAfterMs: 7_000 })
  })

  it('is not sent when nobody listens', async () => {
    const gateway = gatewayTo()
    await standIn.stop()
    expect(await gateway.send({ to: caller, body: 'Hello' })).toMatchObject({ end: 'not-sent' })
  })

  it('gives up an answer that never gets complete', async () => {
    const clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    const sending = gatewayTo({ clock, timeoutMs: 10_000 }).send({ to: caller, body: 'Hello' })
    standIn.fail({ kind: 'hang-after' })
    await vi.waitFor(() => expect(standIn.ledger).toHaveLength(1))
    await clock.advance(20_000)
    expect((await sending).end).toBe('unknown')
  })

  it.each([
    ['an unknown token', { authToken: 'wrong' }, caller, 'Hello', '20003', 'stop-everything'],
    ['an account that is none', { accountSid: 'my account' }, caller, 'Hello', 'settings', 'stop-everything'],
    ['no token', { authToken: '' }, caller, 'Hello', 'settings', 'stop-everything'],
    ['an unsafe address', { baseUrl: 'http://192.0.2.1/' }, caller, 'Hello', 'settings', 'stop-everything'],
    ["somebody else's number", { from: '+15305550199' }, caller, 'Hello', '21606', 'stop-everything'],
    ['a number nobody has', {}, '+15551234567', 'Hello', '21211', 'never'],
    ['an empty text', {}, caller, ' ', '21602', 'never'],
    ['a long text', {}, caller, 'a'.repeat(1601), '21617', 'never'],
    ["Twilio's own number for an unreachable recipient", {}, '+15005550002', 'Hello', '21612', 'never'],
  ])('with %s is refused', async (_what, options, to, body, code, reaction) => {
    const result = await gatewayTo(options).send({ to, body })
    expect(result).toMatchObject({ end: 'rejected', failure: { code, reaction } })
    expect(standIn.ledger).toEqual([])
  })

  it('is refused after a STOP and works again after a START', async () => {
    const gateway = gatewayTo()
    standIn.receive({ from: caller, body: ' Stop ' })
    expect(await gateway.send({ to: caller, body: 'Hello' })).toMatchObject({ failure: { reaction: 'opted-out' } })
    standIn.receive({ from: caller, body: 'START' })
    expect((await gateway.send({ to: caller, body: 'Hello' })).end).toBe('accepted')
  })
})

describe('following a text', () => {
  it('shows each state on the way', async () => {
    await standIn.stop()
    const clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    await open({ clock, pace: { queued: 1_000, sending: 1_000, sent: 1_000 } })
    const gateway = gatewayTo()
    const result = await gateway.send({ to: caller, body: 'Hello' })
    const id = result.end === 'accepted' ? result.message.providerId : ''
    const seen: (string | undefined)[] = []
    for (let second = 0; second < 4; second += 1) {
      seen.push((await gateway.fetch(id))?.state)
      await clock.advance(1_000)
    }
    expect(seen).toEqual(['accepted', 'accepted', 'sent', 'delivered'])
  })

  it('tells why it failed in the end', async () => {
    standIn.setOutcome(caller, 30034)
    const gateway = gatewayTo()
    await gateway.send({ to: caller, body: 'Hello' })
    expect((await gateway.sentTo(caller)).messages).toMatchObject([
      { state: 'failed', failure: { code: '30034', reaction: 'stop-everything' } },
    ])
  })

  it('knows no text that Twilio does not know', async () => {
    expect(await gatewayTo().fetch(`SM${'0'.repeat(32)}`)).toBeNull()
  })
})

describe('reading what came in', () => {
  it('pages through everything, newest first, though a text arrives between two pages', async () => {
    for (let text = 1; text <= 120; text += 1) standIn.receive({ from: caller, body: String(text) })
    await gatewayTo().send({ to: caller, body: 'not this one' })
    const gateway = gatewayTo()
    const seen: string[] = []
    let page = await gateway.received()
    for (;;) {
      seen.push(...page.messages.map(({ body }) => body))
      if (page.next === null) break
      standIn.receive({ from: caller, body: 'late' })
      page = await gateway.received(page.next)
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_each, index) => String(120 - index)))
  })

  it('takes a text without date_sent, with pictures, by Twilio’s clock', async () => {
    await standIn.stop()
    const clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    await open({ clock, skewMs: 3_600_000 })
    standIn.receive({ from: caller, body: '', media: ['image/png'], withoutDateSent: true })
    expect((await gatewayTo().received()).messages).toMatchObject([
      { direction: 'in', from: caller, to: office, media: 1, at: Date.UTC(2026, 10, 24, 16) },
    ])
  })

  it('waits for a text that Twilio is still receiving, but not for ever', async () => {
    await standIn.stop()
    const clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    await open({ clock })
    standIn.receive({ from: caller, body: 'All of it', receivingMs: 30_000 })
    const bodies = async () => (await gatewayTo().received()).messages.map(({ body }) => body)
    expect(await bodies()).toEqual([])
    await clock.advance(30_000)
    expect(await bodies()).toEqual(['All of it'])
    standIn.receive({ from: caller, body: 'Never', receivingMs: 3_600_000 })
    await clock.advance(11 * 60_000)
    expect(await bodies()).toEqual(['', 'All of it'])
  })

  it('takes for a messaging service only what came to its numbers', async () => {
    await standIn.stop()
    const other = '+15305550199'
    await open({ numbers: [office, other], services: { [service]: office } })
    standIn.receive({ from: caller, to: other, body: 'For somebody else' })
    standIn.receive({ from: caller, body: 'For us' })
    standIn.receive({ from: other, body: 'By another' })
    for (const gateway of [gatewayTo({ from: service }), gatewayTo()]) {
      expect((await gateway.received()).messages.map(({ body }) => body)).toEqual(['By another', 'For us'])
      expect((await gateway.writtenBy?.(caller))?.messages.map(({ body }) => body)).toEqual(['For us'])
    }
    standIn.fail({ kind: 'refuse', on: 'registration', code: 70051 })
    expect((await gatewayTo({ from: service }).received()).messages).toHaveLength(3)
  })

  it('tells how far back a page reaches although nothing on it came in, and Twilio’s time', async () => {
    await standIn.stop()
    const clock = new ManualClock(Date.UTC(2026, 10, 24, 15))
    await open({ clock, skewMs: 3_600_000, services: { [service]: office } })
    const theirs = Date.UTC(2026, 10, 24, 16)
    const gateway = gatewayTo({ from: service })
    expect(await gateway.received()).toMatchObject({ messages: [], span: null, providerNow: theirs })
    await gateway.send({ to: caller, body: 'Hello' })
    await clock.advance(60_000)
    expect(await gateway.received()).toMatchObject({
      messages: [],
      span: { oldestAt: theirs, newestAt: theirs },
      providerNow: theirs + 60_000,
    })
  })

  it.each<[string, FaultInput, GatewayError['kind']]>([
    ['a broken connection', { kind: 'drop-before', on: 'list' }, 'no-connection'],
    ['no answer', { kind: 'hang-before', on: 'list' }, 'no-connection'],
    ['an error page', { kind: 'status-before', on: 'list', status: 502 }, 'no-connection'],
    ['a request to wait', { kind: 'too-many', on: 'list', retryAfter: '30' }, 'too-many-requests'],
    ['a refusal', { kind: 'refuse', on: 'list', code: 20003 }, 'credentials'],
    ['a sign-in page', { kind: 'page', on: 'list', status: 404 }, 'other'],
  ])('fails on %s', async (_what, fault, kind) => {
    standIn.fail(fault)
    const failed = gatewayTo(patience(fault)).received()
    await expect(failed).rejects.toMatchObject({ kind, retryAfterMs: kind === 'too-many-requests' ? 30_000 : null })
  })

  it('sends the token to no other server, whatever the next page is said to be', async () => {
    const liar = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(
        JSON.stringify({ meta: { key: 'messages', next_page_url: `${standIn.url}/elsewhere` }, messages: [] }),
      )
    })
    await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve))
    const bound = liar.address()
    const port = typeof bound === 'object' && bound ? bound.port : 0
    try {
      await expect(gatewayTo({ baseUrl: `http://127.0.0.1:${port}` }).received()).rejects.toThrow('next_page_uri')
    } finally {
      liar.closeAllConnections()
      await new Promise((resolve) => liar.close(resolve))
    }
  })
})

describe('the pictures of a text', () => {
  const mostBytes = 5_000_000

  async function pictures(text: Partial<Parameters<StandIn['receive']>[0]> = {}) {
    const { sid } = standIn.receive({ from: caller, body: '', media: ['image/png', 'image/jpeg'], ...text })
    const reader = gatewayTo().pictures
    if (!reader) throw new Error('Twilio has pictures')
    return { sid, reader, listed: await reader.list(sid) }
  }

  it('are fetched from where the redirect leads, which never sees the token', async () => {
    const { sid, reader, listed } = await pictures()
    expect(listed).toMatchObject([{ contentType: 'image/png' }, { contentType: 'image/jpeg' }])
    const fetched = await reader.fetch(sid, listed[0]?.id ?? '', mostBytes)
    expect(fetched).toMatchObject({ end: 'fetched', contentType: 'image/png' })
    expect(fetched.end === 'fetched' ? Buffer.from(fetched.bytes).toString('latin1', 1, 4) : '').toBe('PNG')
  })

  it('are listed later than their text at times', async () => {
    expect((await pictures({ mediaAfterMs: 60_000 })).listed).toEqual([])
  })

  it('are not taken when they are too large, or gone', async () => {
    const { sid, reader, listed } = await pictures({ mediaBytes: mostBytes + 1 })
    expect(await reader.fetch(sid, listed[0]?.id ?? '', mostBytes)).toEqual({ end: 'too-large' })
    expect(await reader.fetch(sid, `ME${'0'.repeat(32)}`, mostBytes)).toEqual({ end: 'gone' })
  })

  it.each<[FaultInput, GatewayError['kind']]>([
    [{ kind: 'too-many', on: 'picture', retryAfter: '7' }, 'too-many-requests'],
    [{ kind: 'refuse', on: 'picture', code: 20003 }, 'credentials'],
    [{ kind: 'drop-before', on: 'picture' }, 'no-connection'],
    [{ kind: 'status-before', on: 'picture', status: 502 }, 'no-connection'],
  ])('fail under %o', async (fault, kind) => {
    const { sid, reader, listed } = await pictures()
    standIn.fail(fault)
    await expect(reader.fetch(sid, listed[0]?.id ?? '', mostBytes)).rejects.toMatchObject({ kind })
  })
})

describe('the check before the first text', () => {
  const states = async (gateway: Gateway) => (await gateway.check()).map(({ state }) => state)

  it('is content with a right account and number', async () => {
    expect(await states(gatewayTo())).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(await states(gatewayTo({ authToken: '', apiKey }))).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(standIn.ledger).toEqual([])
  })

  it('tells a wrong token, a foreign number, a number without texts and a demo that answers', async () => {
    expect(await states(gatewayTo({ authToken: 'wrong' }))).toEqual(['failed', 'skipped', 'skipped', 'skipped'])
    expect(await states(gatewayTo({ from: caller }))).toEqual(['ok', 'failed', 'skipped', 'skipped'])
    await standIn.stop()
    await open({
      numbers: [
        { number: office, smsUrl: 'https://demo.twilio.com/welcome/sms/reply' },
        { number: '+15305550199', sms: false },
      ],
    })
    expect(await states(gatewayTo())).toEqual(['ok', 'ok', 'ok', 'warning'])
    expect(await states(gatewayTo({ from: '+15305550199' }))).toEqual(['ok', 'failed', 'skipped', 'skipped'])
  })

  it.each([
    [office, 'VERIFIED', 'ok'],
    [office, 'IN_PROGRESS', 'warning'],
    [office, 'FAILED', 'failed'],
    [office, null, 'failed'],
    ['+18005550100', 'TWILIO_APPROVED', 'ok'],
    ['+18005550100', 'IN_REVIEW', 'warning'],
    ['+18005550100', 'TWILIO_REJECTED', 'failed'],
    ['+18005550100', null, 'failed'],
    ['+14165550100', null, 'skipped'],
  ])('tells whether the carriers know %s, whose registration is %s: %s', async (number, campaign, state) => {
    await standIn.stop()
    await open({ numbers: [{ number, campaign }] })
    expect((await gatewayTo({ from: number }).check()).find(({ about }) => about === 'registration')).toMatchObject({
      state,
    })
  })

  it('looks at a messaging service, its numbers and its campaign', async () => {
    await standIn.stop()
    await open({ services: { [service]: office } })
    expect(await states(gatewayTo({ from: service }))).toEqual(['ok', 'ok', 'ok', 'skipped'])
    const unknown = gatewayTo({ from: `MG${'9'.repeat(32)}` })
    expect(await states(unknown)).toEqual(['ok', 'failed', 'skipped', 'skipped'])
    await standIn.stop()
    await open({ services: { [service]: office }, numbers: [{ number: office, campaign: null }] })
    expect(await states(gatewayTo({ from: service }))).toEqual(['ok', 'ok', 'failed', 'skipped'])
  })

  it('says so where nobody tells whether the number is registered', async () => {
    standIn.fail({ kind: 'refuse', on: 'registration', code: 70051 })
    const steps = await gatewayTo().check()
    expect(steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'skipped', 'ok'])
    expect(steps[2]?.said?.code).toBe('registration-not-told')
  })

  it('names the settings to look at again', async () => {
    const suspects = async (gateway: Gateway) => (await gateway.check()).flatMap(({ fields }) => fields)
    expect(await suspects(gatewayTo({ authToken: 'wrong' }))).toEqual(['accountSid', 'apiKey', 'authToken'])
    expect(await suspects(gatewayTo({ accountSid: 'no account' }))).toEqual(['accountSid'])
    expect(await suspects(gatewayTo({ from: caller }))).toEqual(['from'])
  })

  it('goes on where a key may not look at the numbers', async () => {
    standIn.fail({ kind: 'refuse', on: 'numbers', code: 70051 })
    expect(await states(gatewayTo())).toEqual(['ok', 'skipped', 'skipped', 'skipped'])
  })
})

describe('a compatible provider with a path before its API and accounts of its own kind', () => {
  const project = { accountSid: 'b3877c40-0000-4998-90ad-000000000000', authToken: 'theirs' }

  beforeEach(async () => {
    await standIn.stop()
    await open({ ...project, pathPrefix: '/api/laml' })
  })

  it.each(['/api/laml', '/api/laml/', '/api/laml/2010-04-01'])('is reached at %s', async (path) => {
    const gateway = gatewayTo({ ...project, baseUrl: standIn.url + path })
    const sent = await gateway.send({ to: caller, body: 'Hello' })
    expect(sent.end).toBe('accepted')
    for (let text = 1; text <= 120; text += 1)
      standIn.receive({ from: caller, body: String(text), media: ['image/png'] })
    let count = 0
    let next: string | null | undefined
    do {
      const page = await gateway.received(next ?? undefined)
      count += page.messages.length
      next = page.next
    } while (next !== null)
    expect(count).toBe(120)
    const [message] = (await gateway.received()).messages
    const [picture] = (await gateway.pictures?.list(message?.providerId ?? '')) ?? []
    const fetched = await gateway.pictures?.fetch(message?.providerId ?? '', picture?.id ?? '', 1e6)
    expect(fetched).toMatchObject({ end: 'fetched' })
  })

  it('cannot tell about registrations, and is content otherwise', async () => {
    const gateway = gatewayTo({ ...project, baseUrl: `${standIn.url}/api/laml` })
    expect((await gateway.check()).map(({ state }) => state)).toEqual(['ok', 'ok', 'skipped', 'ok'])
  })

  it('may not have an account of this kind at Twilio itself', async () => {
    const gateway = gatewayTo({ ...project, baseUrl: '' })
    expect(await gateway.send({ to: caller, body: 'Hello' })).toMatchObject({ failure: { code: 'settings' } })
  })
})
