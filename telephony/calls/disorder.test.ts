/** Real recordings out of order, doubled, with gaps, and with values that nobody sane sends. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import { amiEvent } from '../ami/events.ts'
import type { Moment } from './recorded.ts'
import { lines, recordings, replay } from './recorded.ts'

/** What a load repeats is in the others; no order is told of what happened without a connection. */
const all = recordings().filter(({ name }) => !/load|reconnect/.test(name))
/** Events that the tracker looks at. */
const spoken =
  /^(?:New|Dial|Bridge(?:Enter|Leave)|Hangup|Queue(?:Caller|Member(?:Ringing|Added))|Pickup|Agent|Originate|Park|UnPark|Rename)/
const heard = (moments: readonly Moment[]) =>
  moments.filter(({ event }) => event && spoken.test(event.event) && event.event !== 'NewConnectedLine')

const anyRecording = fc.constantFrom(...all)

/** The channels that an event is about. */
function channelsOf({ event }: Moment): Set<string> {
  const ids = ['Uniqueid', 'DestUniqueid', 'TargetUniqueid'].map((header) => event?.get(header) ?? '')
  return new Set(ids.filter((id) => id !== ''))
}

/**
 * The phone system tells of each channel in order, but different channels' events may overtake one another by a little.
 * What it does with one channel because another went (a hang-up ends dials) it cannot tell before.
 */
function mayChange(one: Moment, other: Moment): boolean {
  if (Math.abs(one.at - other.at) > 20) return false
  if ([one, other].some(({ event }) => event?.event.startsWith('Hangup'))) return false
  const channels = channelsOf(one)
  return [...channelsOf(other)].every((id) => !channels.has(id))
}

/** Lets events drift by up to three places; `drift` says which, again and again. */
function disordered(moments: readonly Moment[], drift: readonly boolean[]): Moment[] {
  const drifted = [...moments]
  const moved = new Map<Moment, number>()
  for (let round = 0; round < 3; round++) {
    for (let index = 0; index + 1 < drifted.length; index++) {
      const [one, other] = [drifted[index], drifted[index + 1]]
      const wanted = drift[(index + round) % drift.length]
      if (!one || !other || !wanted || !mayChange(one, other)) continue
      if ((moved.get(one) ?? 0) >= 3 || (moved.get(other) ?? 0) >= 3) continue
      for (const moment of [one, other]) moved.set(moment, (moved.get(moment) ?? 0) + 1)
      drifted[index] = other
      drifted[index + 1] = one
      index++
    }
  }
  return drifted
}

describe('a recording', () => {
  test('is told the same when channels overtake one another', () => {
    const drift = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(anyRecording, drift, ({ name, truth, moments }, which) => {
        const ended = replay(disordered(heard(moments()), which))
        expect({ name, told: lines(ended) }).toEqual({ name, told: lines(truth) })
      }),
      { numRuns: 250 },
    )
  })

  test('is told the same when events come twice or three times', () => {
    const copies = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(anyRecording, copies, ({ name, truth, moments }, times) => {
        const doubled = heard(moments()).flatMap((moment, index) =>
          Array.from({ length: times[index % times.length] ?? 1 }, () => moment),
        )
        expect({ name, told: lines(replay(doubled)) }).toEqual({ name, told: lines(truth) })
      }),
      { numRuns: 150 },
    )
  })

  test('is told the same, who answered at least, when one event gets lost that is not the end of a call', () => {
    const fields = ['callerNumber', 'outcome'] as const
    fc.assert(
      fc.property(anyRecording, fc.nat(), ({ name, truth, moments }, which) => {
        const told = heard(moments())
        const lost = told[which % told.length]
        // Of these nothing else tells: a caller's going, and that a phone's owner has not accepted the call.
        fc.pre(lost?.event?.event !== 'Hangup' && !/not-confirmed|refused/.test(name))
        const rest = told.filter((moment) => moment !== lost)
        const inbound = replay(rest).filter(({ direction }) => direction === 'inbound')
        const meant = truth.filter(({ direction }) => direction === 'inbound')
        expect({ name, lost: lost?.event?.event, told: lines(inbound, fields) }).toEqual({
          name,
          lost: lost?.event?.event,
          told: lines(meant, fields),
        })
      }),
      { numRuns: 300 },
    )
  })

  test('never throws and tells each call at most once, whatever its headers hold', () => {
    const odd = fc.oneof(
      fc.constantFrom(
        '\r\nAction: Logoff',
        '<script>alert(1)</script>',
        '\u202Eevil\u202C',
        '😀'.repeat(40),
        'x'.repeat(300),
        '__proto__',
        'NaN',
        '-1',
        '',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    const header = fc.constantFrom(
      'Channel',
      'Uniqueid',
      'Linkedid',
      'CallerIDNum',
      'CallerIDName',
      'Exten',
      'Context',
      'DestChannel',
      'DestUniqueid',
      'BridgeUniqueid',
      'DialStatus',
      'DialString',
      'Cause',
      'ChannelState',
      'Event',
    )
    const change = fc.record({ at: fc.nat(), header, value: odd })
    fc.assert(
      fc.property(anyRecording, fc.array(change, { minLength: 1, maxLength: 30 }), ({ moments }, changes) => {
        const mutated = [...heard(moments())]
        for (const { at, header: changed, value } of changes) {
          const index = at % mutated.length
          const moment = mutated[index]
          if (moment?.event) mutated[index] = { ...moment, event: withHeader(moment.event, changed, value) }
        }
        const ended = replay(mutated)
        expect(new Set(ended.map(({ linkedid }) => linkedid)).size).toBe(ended.length)
        for (const call of ended) {
          expect(call.callerName ?? '').not.toMatch(/[\r\n]/)
          for (const { phone } of call.legs) expect(phone).not.toMatch(/[\r\n]/)
        }
      }),
      { numRuns: 200 },
    )
  })
})

function withHeader(event: AmiEvent, header: string, value: string): AmiEvent {
  if (header === 'Event') return { event: value, get: (name) => event.get(name) }
  const changed = amiEvent([[header, value]])
  return { event: event.event, get: (name) => changed.get(name) ?? event.get(name) }
}
