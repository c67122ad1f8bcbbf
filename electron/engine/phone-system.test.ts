import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phoneSystem, ScriptedServer, secret, until } from '../../telephony/ami/scripted-server.ts'
import { selfSigned } from '../../telephony/ami/self-signed.ts'
import { systemClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import type { EndedCall } from '../../telephony/calls/call.ts'
import type { LiveCall } from '../contract/view-models.ts'
import { openOffice, view } from './inbox/testing.ts'
import type { Office } from './inbox/testing.ts'
import { PartyBook } from './parties/party-book.ts'
import { PhoneSystem } from './phone-system.ts'
import { Secrets } from './secrets.ts'
import { readSection, saveSection } from './settings/settings.ts'

let office: Office
let server: ScriptedServer
let phones: PhoneSystem
let shown: LiveCall[]
let ended: EndedCall[]
let callingBack: string | null
/** What was known when the phone system said that it is. */
let known: (ReadonlySet<string> | null)[]
let lost: number
/** Ms by which the clock is ahead. */
let time: number

const channel = (headers: Record<string, string>) =>
  Object.entries({ Event: 'CoreShowChannel', Duration: '00:00:20', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
const inbound = channel({
  Channel: 'PJSIP/trunk-0001',
  ChannelState: '6',
  Context: 'from-trunk',
  CallerIDNum: '5305550101',
  Exten: '12125550100',
  Uniqueid: '1.1',
  Linkedid: '1.1',
  Application: 'Queue',
})
const desk = { Channel: 'PJSIP/101-0002', ChannelState: '6', Context: 'internal', CallerIDNum: '101' }
const outbound =
  channel({ ...desk, Exten: '912125550142', Uniqueid: '1.2', Linkedid: '1.2', Application: 'Dial', BridgeId: 'b' }) +
  '\r\n' +
  channel({
    Channel: 'PJSIP/trunk-0003',
    ChannelState: '6',
    Context: 'from-trunk',
    CallerIDNum: '12125550142',
    Exten: '12125550142',
    Uniqueid: '1.3',
    Linkedid: '1.2',
    Application: 'AppDial',
    BridgeId: 'b',
  })

/** A phone system on which these channels are up when it is asked. */
const withCalls = (channels: string) => (action: Map<string, string>) =>
  action.get('action')?.toLowerCase() === 'coreshowchannels'
    ? `Response: Success\r\nEventList: start\r\n\r\n${channels}\r\nEvent: CoreShowChannelsComplete\r\nActionID: ${action.get('actionid')}\r\nEventList: Complete`
    : phoneSystem(action)

beforeEach(async () => {
  office = await openOffice()
  server = await ScriptedServer.listen()
  const { store } = office
  const address = { host: '127.0.0.1', port: server.port, username: 'ringback', trunks: ['PJSIP/trunk'] }
  await store.write((work) => saveSection(work, 'phone-system', address, 0))
  time = 0
  const clock = { ...systemClock, now: () => systemClock.now() + time }
  const base = { store, clock, logger: silentLogger }
  shown = []
  ended = []
  callingBack = null
  lost = 0
  known = []
  phones = new PhoneSystem({
    ...base,
    secrets: new Secrets({ pbxPassword: secret, gatewayToken: null }),
    book: new PartyBook({ ...base, changed: () => {} }),
    view: async () => view,
    ended: async (call) => void ended.push(call),
    live: (calls) => (shown = calls),
    liveKnown: () => known.push(phones.knownNumbers()),
    health: () => {},
    event: () => {},
    lost: () => (lost += 1),
    certificateChanged: () => {},
    callingBack: () => callingBack,
    calledBack: () => null,
  })
})

afterEach(async () => {
  await phones.stop()
  await server.close()
  await office.end()
})

describe('who is on the phone', () => {
  it('is known of calls that went on before the connection was made, in either direction', async () => {
    server.follow({ answer: withCalls(`${inbound}\r\n${outbound}`) })
    await phones.connect()
    await until(() => shown.length === 2)
    expect(phones.numbers()).toEqual(new Set(['+15305550101', '+12125550142']))
    expect(shown).toMatchObject([
      { direction: 'inbound', state: 'waiting' },
      { direction: 'outbound', state: 'talking', numberForPeople: '(212) 555-0142' },
    ])
  })

  it('is asked anew after a time without a connection: who hung up meanwhile may be texted', async () => {
    server.follow({ answer: withCalls(`${inbound}\r\n${outbound}`) })
    await phones.connect()
    await until(() => shown.length === 2)
    server.follow({ answer: withCalls(outbound) })
    server.dropAll()
    await until(() => lost === 1)
    // Nobody has seen them hang up yet.
    expect(phones.numbers()).toContain('+15305550101')
    await until(() => shown.length === 1)
    expect(phones.numbers()).toEqual(new Set(['+12125550142']))
  })

  it('is out of sight also when the connection breaks before it was live', async () => {
    server.follow({ answer: (action) => (action.get('action') === 'login' ? phoneSystem(action) : null) })
    await phones.connect()
    await until(() => server.actions.some((action) => action.get('action') !== 'login'))
    expect(lost).toBe(0)
    server.dropAll()
    await until(() => lost > 0)
  })

  it('is nobody once the connection was given up', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => shown.length === 1)
    await phones.stop()
    expect([phones.numbers(), shown]).toEqual([new Set(), []])
  })

  it('is the one who is being called back, too, while only the receptionist’s phone rings', () => {
    callingBack = '+15305550177'
    expect(phones.numbers()).toEqual(new Set(['+15305550177']))
    callingBack = null
    expect(phones.numbers()).toEqual(new Set())
  })
})

describe('whether it is known who is on the phone', () => {
  const silent = (action: Map<string, string>) =>
    action.get('action')?.toLowerCase() === 'coreshowchannels' ? null : phoneSystem(action)
  const asked = (times: number) =>
    until(() => server.actions.filter((action) => action.get('action') === 'CoreShowChannels').length === times)

  it('is not, from the beginning until the calls that go on were told', async () => {
    expect(phones.knownNumbers()).toBeNull()
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    expect(phones.knownNumbers()).toBeNull()
    await until(() => shown.length === 1)
    await until(() => phones.knownNumbers() !== null)
    expect(phones.knownNumbers()).toEqual(new Set(['+15305550101']))
    expect(known).toEqual([new Set(['+15305550101'])])
  })

  it('is not any more once the connection is lost, for half a minute', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => phones.knownNumbers() !== null)
    server.follow({ answer: silent })
    server.dropAll()
    await until(() => lost === 1)
    expect(phones.knownNumbers()).toBeNull()
    time = 29_000
    expect(phones.knownNumbers()).toBeNull()
    // A first text must be out within a minute of the hang-up.
    time = 31_000
    expect(phones.knownNumbers()).toEqual(new Set(['+15305550101']))
  })

  it('is not while Ringback signs in anew', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => phones.knownNumbers() !== null)
    server.follow({ answer: silent })
    await office.store.write((work) => saveSection(work, 'phone-system', { username: 'second' }, 0))
    await phones.connect()
    await asked(2)
    expect(phones.knownNumbers()).toBeNull()
    expect(phones.numbers()).toEqual(new Set(['+15305550101']))
  })

  it('is where no phone system is set up: nobody', async () => {
    await office.store.write((work) => saveSection(work, 'phone-system', { host: '' }, 0))
    await phones.connect()
    expect(phones.knownNumbers()).toEqual(new Set())
    expect(known).toEqual([new Set()])
  })
})

describe('settings that are saved during a call', () => {
  const withoutList = (action: Map<string, string>) =>
    action.get('action')?.toLowerCase() === 'coreshowchannels'
      ? 'Response: Error\r\nMessage: Permission denied'
      : phoneSystem(action)
  const listens = (times: number) =>
    until(() => server.actions.filter((action) => action.get('action') === 'CoreShowChannels').length === times)
  const hangup = 'Event: Hangup\r\nChannel: PJSIP/trunk-0001\r\nUniqueid: 1.1\r\nLinkedid: 1.1\r\nCause: 16\r\n\r\n'

  it('leave the connection alone when they change nothing about it', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => shown.length === 1)
    await phones.connect()
    expect(server.connections).toBe(1)
    server.send(hangup)
    await until(() => ended.length === 1)
  })

  it('lose no call when Ringback signs in as somebody else, who may not list calls', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => shown.length === 1)
    server.follow({ answer: withoutList })
    await office.store.write((work) => saveSection(work, 'phone-system', { username: 'second' }, 0))
    await phones.connect()
    expect(phones.numbers()).toEqual(new Set(['+15305550101']))
    await listens(2)
    server.send(hangup)
    await until(() => ended.length === 1)
    expect(ended).toMatchObject([{ linkedid: '1.1', callerNumber: '5305550101', direction: 'inbound' }])
  })

  it('are the end of what is known when they lead to another phone system', async () => {
    server.follow({ answer: withCalls(inbound) })
    await phones.connect()
    await until(() => shown.length === 1)
    const other = await ScriptedServer.listen()
    await office.store.write((work) => saveSection(work, 'phone-system', { port: other.port }, 0))
    await phones.connect()
    expect(phones.numbers()).toEqual(new Set())
    await phones.stop()
    await other.close()
  })
})

it('trusts a certificate for the place that showed it only', async () => {
  const { store } = office
  await server.close()
  server = await ScriptedServer.listen({}, selfSigned())
  await store.write((work) => saveSection(work, 'phone-system', { port: server.port, tls: true }, 0))
  await phones.connect()
  await store.write((work) => saveSection(work, 'phone-system', { host: 'elsewhere.example' }, 0))
  await until(() => server.actions.some((action) => action.get('action') === 'CoreShowChannels'))
  await phones.stop()
  expect((await readSection(store.db, 'phone-system')).fingerprint).toBeNull()
})

describe('signing in once more for a right', () => {
  it('shows the password to no other certificate than the one that was trusted first', async () => {
    const { store } = office
    await server.close()
    server = await ScriptedServer.listen({}, selfSigned())
    const { port } = server
    await store.write((work) => saveSection(work, 'phone-system', { port, tls: true }, 0))
    const connected = until(() => server.actions.some((action) => action.get('action') === 'CoreShowChannels'))
    await phones.connect()
    await connected
    await vi.waitUntil(async () => (await readSection(store.db, 'phone-system')).fingerprint !== null)
    await server.close()

    server = await ScriptedServer.listen({}, selfSigned(), port)
    await phones.signInAgainFor('MessageSend')
    expect(server.received).not.toContain(secret)
  })
})
