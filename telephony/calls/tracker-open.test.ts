/** Events may be lost, come twice or in another order: the tracker bears it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import { amiEvent } from '../ami/events.ts'
import { inbound, Script, start, watchedTracker } from './testing.ts'

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
})
