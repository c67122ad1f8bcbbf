/** Events may be lost, come twice or in another order: the tracker bears it. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import { amiEvent } from '../ami/events.ts'
import { inbound, Script, start, watchedTracker } from './testing.ts'
import { CallTracker } from './tracker.ts'

/** A day in the office: an answered group call, a missed queue call with Local channels, a pick-up. */
function scenes(): AmiEvent[] {
  const group = inbound('15305550110').rings('caller', '101').rings('caller', '102')
  group.up('102').dialEnds('caller', '101', 'CANCEL').gone('101').dialEnds('caller', '102', 'ANSWER')
  group.up('caller').bridged('caller', '102').wantsToHangUp('caller').gone('caller', '102')
  return [...group.events, ...queue().events, ...pickup().events]
}

function queue(): Script {
  const caller = { CallerIDNum: '5305550197', Exten: '15305550121', Uniqueid: 'q.1', Linkedid: 'q.1' }
  const script = new Script().arrives('caller', 'PJSIP/trunk-0011', caller).up('caller').runs('caller', 'Queue')
  script.made('1', 'Local/101@queue-0001;1', 'caller', { Uniqueid: 'q.2' })
  script.made('2', 'Local/101@queue-0001;2', 'caller', { Uniqueid: 'q.3' }).dials('caller', '1')
  script.made('101', 'PJSIP/101-0011', 'caller', { Uniqueid: 'q.4' }).dials('2', '101')
  script.tell('Newstate', '101', { ChannelState: 5 }).wantsToHangUp('caller').dialEnds('caller', '1', 'CANCEL')
  return script.gone('1', '101', '2', 'caller')
}

function pickup(): Script {
  const caller = { CallerIDNum: '5305550196', Exten: '15305550101', Uniqueid: 'p.1', Linkedid: 'p.1' }
  const picker = { Context: 'internal', CallerIDNum: '104', Exten: '*8', Uniqueid: 'p.3', Linkedid: 'p.3' }
  const script = new Script().arrives('caller', 'PJSIP/trunk-0021', caller)
  script.made('101', 'PJSIP/101-0021', 'caller', { Uniqueid: 'p.2' }).dials('caller', '101')
  script.arrives('104', 'PJSIP/104-0021', picker).up('104').gone('101')
  return script.dialEnds('caller', '104', 'ANSWER').bridged('caller', '104').gone('104', 'caller')
}

function endings(events: readonly AmiEvent[], lossAt = -1) {
  const watched = watchedTracker()
  events.forEach((event, index) => {
    if (index === lossAt) watched.tracker.connectionLost(start + index)
    watched.tracker.handle(event, start + index)
  })
  return watched
}

describe('whatever happens to the stream', () => {
  const all = scenes()

  test('the scenes end as they are meant to', () => {
    expect(endings(all).ended.map((call) => call.answeredBy ?? call.reason)).toEqual(['102', 'abandoned', '104'])
  })

  test('duplicates change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: all.length, maxLength: all.length }), (copies) => {
        const doubled = all.flatMap((event, index) => Array.from({ length: 1 + (copies[index] ?? 0) }, () => event))
        expect(endings(doubled).ended.map((call) => call.answeredBy ?? call.reason)).toEqual([
          '102',
          'abandoned',
          '104',
        ])
      }),
    )
  })

  test('lost, doubled and swapped events and lost connections never throw, and tell no call twice', () => {
    const step = fc.record({ drop: fc.boolean(), swap: fc.boolean(), twice: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: all.length }), fc.nat(all.length), (steps, lossAt) => {
        const events = [...all]
        steps.forEach(({ swap }, index) => {
          const [one, other] = [events[index], events[index + 1]]
          if (swap && one && other) [events[index], events[index + 1]] = [other, one]
        })
        const mangled = events.flatMap((event, index) => {
          const { drop = false, twice = false } = steps[index] ?? {}
          return drop ? [] : twice ? [event, event] : [event]
        })
        const { ended, live } = endings([...mangled, amiEvent([['Event', 'CoreShowChannelsComplete']])], lossAt)
        expect(new Set(ended.map((call) => call.linkedid)).size).toBe(ended.length)
        expect(new Set((live.at(-1) ?? []).map((call) => call.linkedid)).size).toBe((live.at(-1) ?? []).length)
      }),
      { numRuns: 300 },
    )
  })

  test('events of any content never throw', () => {
    const names = fc.constantFrom('Newchannel', 'DialBegin', 'BridgeEnter', 'Hangup', 'Dial', 'Link', 'CoreShowChannel')
    const header = fc.constantFrom('Uniqueid', 'Linkedid', 'Channel', 'DestChannel', 'DestUniqueid', 'BridgeUniqueid')
    const event = fc.tuple(names, fc.dictionary(header, fc.string()))
    fc.assert(
      fc.property(fc.array(event), (events) => {
        endings(events.map(([name, headers]) => amiEvent([['Event', name], ...Object.entries(headers)])))
      }),
    )
  })

  test('calls whose end never comes fill no memory', () => {
    const { tracker, ended } = watchedTracker()
    for (let id = 0; id < 10_000; id++) {
      const channel = { Channel: `PJSIP/trunk-${id}`, Uniqueid: `1.${id}`, Linkedid: `1.${id}`, Context: 'from-trunk' }
      tracker.handle(amiEvent(Object.entries({ Event: 'Newchannel', ...channel })), start + id)
    }
    expect(tracker.liveCalls().length).toBeLessThanOrEqual(2000)
    expect(ended).toEqual([])
  })

  test('a call of which nothing is heard for hours is over, and how it ended was not seen', () => {
    const { tracker, ended, live } = watchedTracker()
    const hour = 3600_000
    const events = inbound().rings('caller', '101').answers('caller', '101').events
    for (const event of events) tracker.handle(event, start)
    const later = { Event: 'Newchannel', Channel: 'PJSIP/102-9', Uniqueid: '9.9', Linkedid: '9.9', Context: 'internal' }
    tracker.handle(amiEvent(Object.entries(later)), start + 3 * hour)
    expect(ended).toEqual([])
    tracker.handle(amiEvent([['Event', 'Reload']]), start + 4.1 * hour)
    expect(ended).toMatchObject([{ outcome: 'answered', answeredBy: '101', endedAt: start, endUnseen: true }])
    expect(live.at(-1)?.map((call) => call.callerNumber)).toEqual([null])
    // Its end is late, and no second one.
    for (const event of inbound().gone('caller').events) tracker.handle(event, start + 4.2 * hour)
    expect(ended.filter((call) => call.answeredBy === '101')).toHaveLength(1)
  })

  test('a call goes on though the PC slept or its clock was set forth by a day', () => {
    const { tracker, ended } = watchedTracker()
    const hour = 3600_000
    for (const event of inbound().rings('caller', '101').events) tracker.handle(event, start)
    for (const later of [24 * hour, 24.5 * hour, 0]) tracker.handle(amiEvent([['Event', 'Reload']]), start + later)
    expect(ended).toEqual([])
    for (const event of inbound().gone('101', 'caller').events) tracker.handle(event, start + 24.6 * hour)
    expect(ended).toMatchObject([{ outcome: 'missed', endUnseen: false }])
  })

  test('channels without end fill no memory, whatever they belong to', () => {
    const tracker = new CallTracker({ trunks: [], now: () => start, onEnded: () => {} })
    const before = heapAfterCollection()
    for (let id = 0; id < 20_000; id++) {
      const channel = { Channel: `SIP/203.0.113.9-${id}`, Uniqueid: `7.${id}`, Linkedid: `7.${id % 2 ? id : id >> 3}` }
      tracker.handle(amiEvent(Object.entries({ Event: 'Newchannel', ...channel })), start + id * 10)
      const bridge = { Event: 'BridgeEnter', BridgeUniqueid: `b${id}`, BridgeType: 'basic', ...channel }
      tracker.handle(amiEvent(Object.entries(bridge)), start + id * 10)
    }
    // 2000 calls of a few legs each are some 10 MB.
    expect((heapAfterCollection() - before) / 1e6).toBeLessThan(20)
    expect(tracker.liveCalls().length).toBeLessThanOrEqual(2000)
  })
})

/** In bytes. */
function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}
