import { describe, expect, test } from 'vitest'
import { amiEvent } from '../ami/events.ts'
import { Parties } from '../calls/party.ts'
import { ManualClock } from '../clock.ts'
import { Inventory } from './inventory.ts'

type Headers = Record<string, string>
/** What a phone system answers to an action: refused, or with these events (and, for some, headers of the answer). */
type Answers = Record<string, 'denied' | 'unknown' | 'gone' | { events?: Headers[]; headers?: Headers }>

const complete = (name: string): Headers => ({ Event: name, EventList: 'Complete' })

/** A phone system that knows only what `answers` say, by the action's name (and what it asks for). */
function phoneSystem(answers: Answers) {
  const clock = new ManualClock(0)
  const parties = new Parties([])
  const asked: string[] = []
  const inventory = new Inventory({
    clock,
    found: (endpoint, settings) => parties.read(endpoint, settings),
    action: async (fields) => {
      const name = Object.values(fields).join(' ')
      asked.push(name)
      const answer = answers[name] ?? 'unknown'
      if (answer === 'gone') throw new Error('connection lost')
      if (answer === 'denied') return { ok: false, message: 'Permission denied', get: () => undefined }
      if (answer === 'unknown') return { ok: false, message: 'Invalid/unknown command', get: () => undefined }
      // Lists follow the answer.
      queueMicrotask(() => {
        for (const event of answer.events ?? []) inventory.handle(amiEvent(Object.entries(event)))
      })
      return { ok: true, message: '', get: amiEvent(Object.entries(answer.headers ?? {})).get }
    },
  })
  const sides = () => Object.fromEntries(parties.findings().map(({ endpoint, side }) => [endpoint, side]))
  const why = (name: string) =>
    parties
      .findings()
      .find(({ endpoint }) => endpoint === name)
      ?.why.map(({ code }) => code)
  return { inventory, clock, parties, asked, sides, why }
}

const pjsip: Answers = {
  PJSIPShowEndpoints: {
    events: [
      { Event: 'EndpointList', ObjectName: 'anna', Auths: 'anna-auth', OutboundAuths: '' },
      { Event: 'EndpointList', ObjectName: 'door', Auths: '', OutboundAuths: '' },
      { Event: 'EndpointList', ObjectName: 'acme', Auths: '', OutboundAuths: 'acme-auth' },
      complete('EndpointListComplete'),
    ],
  },
  'PJSIPShowEndpoint anna': {
    events: [
      {
        Event: 'EndpointDetail',
        ObjectName: 'anna',
        Context: 'work',
        Callerid: '"Anna Berg" <17>',
        Mailboxes: '17@default',
      },
      { Event: 'ContactStatusDetail', EndpointName: 'anna', RegExpire: '1893456000' },
      complete('EndpointDetailComplete'),
    ],
  },
  'PJSIPShowEndpoint door': {
    events: [
      { Event: 'EndpointDetail', ObjectName: 'door', Context: 'work', Callerid: '<unknown>', PickupGroup: '1' },
      { Event: 'IdentifyDetail', EndpointName: 'door', Match: '192.0.2.7' },
      complete('EndpointDetailComplete'),
    ],
  },
  'PJSIPShowEndpoint acme': {
    events: [
      { Event: 'EndpointDetail', ObjectName: 'acme', Context: 'main', Callerid: '<unknown>' },
      { Event: 'IdentifyDetail', EndpointName: 'acme', Match: '192.0.2.99' },
      complete('EndpointDetailComplete'),
    ],
  },
}

describe('the inventory', () => {
  test('reads PJSIP endpoints with what their settings say', async () => {
    const { inventory, sides, why, parties } = phoneSystem(pjsip)
    expect(await inventory.ask()).toBe('read')
    expect(sides()).toEqual({ 'PJSIP/anna': 'inside', 'PJSIP/door': 'inside', 'PJSIP/acme': 'outside' })
    expect(why('PJSIP/acme')).toContain('signs-in-elsewhere')
    expect(parties.findings()[0]?.settings).toMatchObject({ extension: '17', caption: 'Anna Berg', context: 'work' })
  })

  test('reads peers of chan_sip with their contexts, IAX2 peers, analog channels, hints', async () => {
    const { inventory, sides, why } = phoneSystem({
      SIPpeers: {
        events: [
          { Event: 'PeerEntry', Channeltype: 'SIP', ObjectName: '201', Dynamic: 'yes' },
          { Event: 'PeerEntry', Channeltype: 'SIP', ObjectName: 'north', Dynamic: 'no' },
          complete('PeerlistComplete'),
        ],
      },
      'SIPshowpeer 201': { headers: { Context: 'from-internal', Callerid: '"Front" <201>' } },
      'SIPshowpeer north': { headers: { Context: 'from-trunk-sip-north' } },
      IAXpeers: {
        events: [
          { Event: 'PeerEntry', Channeltype: 'IAX2', ObjectName: 'branch', Dynamic: 'yes' },
          complete('PeerlistComplete'),
        ],
      },
      DAHDIShowChannels: {
        events: [
          { Event: 'DAHDIShowChannels', DAHDIChannel: '1', Signalling: 'FXO Kewlstart', Context: 'default' },
          { Event: 'DAHDIShowChannels', DAHDIChannel: '4', Signalling: 'FXS Kewlstart', Context: 'default' },
          complete('DAHDIShowChannelsComplete'),
        ],
      },
      ExtensionStateList: {
        events: [
          { Event: 'ExtensionStatus', Exten: '101', Hint: 'PJSIP/lobby&Custom:DND101,CustomPresence:101' },
          { Event: 'ExtensionStatus', Exten: '*97', Hint: 'PJSIP/acme' },
          complete('ExtensionStateListComplete'),
        ],
      },
    })
    expect(await inventory.ask()).toBe('read')
    expect(sides()).toEqual({
      'SIP/201': 'inside',
      'SIP/north': 'outside',
      'IAX2/branch': 'inside',
      'DAHDI/1': 'inside',
      'DAHDI/4': 'outside',
      'PJSIP/lobby': 'inside',
    })
    expect(why('PJSIP/lobby')?.[0]).toBe('is-extension')
  })

  test('takes members of queues from the list that catching up asks for', () => {
    const { inventory, sides } = phoneSystem({})
    for (const member of ['PJSIP/anna', 'Local/102@from-queue/n', 'PJSIP/15305550999@acme']) {
      inventory.handle(amiEvent(Object.entries({ Event: 'QueueMember', Location: member })))
    }
    expect(sides()).toEqual({ 'PJSIP/anna': 'inside' })
  })

  test('goes on where a list is refused or unknown, and says so', async () => {
    const refused = phoneSystem({ PJSIPShowEndpoints: 'denied' })
    expect(await refused.inventory.ask()).toBe('not-permitted')
    expect(refused.asked).toContain('ExtensionStateList')
    expect(await phoneSystem({}).inventory.ask()).toBe('nothing')
  })

  test('keeps what was told when the connection is lost in the middle', async () => {
    const { inventory, sides } = phoneSystem({ ...pjsip, 'PJSIPShowEndpoint door': 'gone' })
    expect(await inventory.ask()).toBe('nothing')
    expect(sides()).toMatchObject({ 'PJSIP/anna': 'inside' })
  })

  test('waits ten seconds for a list that does not end, no longer', async () => {
    const { inventory, clock, asked } = phoneSystem({ PJSIPShowEndpoints: { events: [] } })
    const answer = inventory.ask()
    await Promise.resolve()
    await clock.advance(10_000)
    expect(await answer).toBe('read')
    expect(asked).toContain('ExtensionStateList')
  })

  test('takes whatever stands where a name or a number should', () => {
    const { inventory, parties } = phoneSystem({})
    for (const value of ['', '__proto__', '<script>', 'x'.repeat(5000), '\u{1F600}', '%s%n']) {
      for (const Event of ['EndpointList', 'EndpointDetail', 'PeerEntry', 'ExtensionStatus', 'DAHDIShowChannels']) {
        const headers = { Event, ObjectName: value, Context: value, Callerid: value, Hint: value, Exten: value }
        inventory.handle(amiEvent(Object.entries(headers)))
      }
    }
    expect(() => parties.findings()).not.toThrow()
  })
})
