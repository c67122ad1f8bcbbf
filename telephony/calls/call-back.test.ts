import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amiEvent } from '../ami/events.ts'
import type { CallBackProgress } from './call-back.ts'
import { CallBackWatch } from './call-back.ts'

const id = 'ringback-1'
const you = { Channel: 'PJSIP/101-0001', Uniqueid: id, Linkedid: id }
const them = { Channel: 'PJSIP/trunk-0002', Uniqueid: '1795674145.5', Linkedid: id }
const dest = (channel: Record<string, string>) =>
  Object.fromEntries(Object.entries(channel).map(([header, value]) => [`Dest${header}`, value]))

type Told = Record<string, string>
const tell = (event: string, ...headers: Told[]): Told => Object.assign({ Event: event }, ...headers) as Told

/** The receptionist's phone is called, as Asterisk tells it. */
const calledYou: Told[] = [tell('Newchannel', you, { ChannelState: '0' }), tell('DialBegin', dest(you))]
const rangYou: Told[] = [
  ...calledYou,
  tell('Newstate', you, { ChannelState: '5' }),
  tell('DialState', dest(you), { DialStatus: 'RINGING' }),
]
const originate = (response: string, reason: number): Told =>
  tell('OriginateResponse', { Response: response, Reason: String(reason), Uniqueid: id, Channel: 'PJSIP/101' })
const youAnswered: Told[] = [
  ...rangYou,
  tell('Newstate', you, { ChannelState: '6' }),
  originate('Success', 4),
  tell('DialEnd', dest(you), { DialStatus: 'ANSWER' }),
]
const calledThem: Told[] = [
  ...youAnswered,
  tell('Newexten', you, { Application: 'Dial' }),
  tell('Newchannel', them, { ChannelState: '0' }),
  tell('DialBegin', you, dest(them), { DialString: '15305550141@trunk' }),
]
const dialEnd = (status: string): Told => tell('DialEnd', you, dest(them), { DialStatus: status })
const wants = (channel: Told, cause: number, sip = 0): Told =>
  tell('HangupRequest', channel, { Cause: String(cause), TechCause: String(sip) })
const gone = (channel: Told, cause = 16): Told => tell('Hangup', channel, { Cause: String(cause) })

function follow(events: Told[]): CallBackProgress[] {
  const told: CallBackProgress[] = []
  const watch = new CallBackWatch(id, (progress) => told.push(progress))
  for (const event of events) watch.handle(amiEvent(Object.entries(event)))
  return told
}

describe('a call back', () => {
  it('rings the receptionist, then them, talks and ends', () => {
    const all = [...calledThem, dialEnd('ANSWER'), wants(them, 16), gone(them), gone(you)]
    expect(follow(all)).toEqual([
      { phase: 'ringing-them', end: null },
      { phase: 'talking', end: null },
      { phase: 'ended', end: 'talked' },
    ])
  })

  it.each<[string, Told[]]>([
    // Reason 0 for a phone that is not there, one that is busy, and one that declines.
    ['phone-unreachable', [originate('Failure', 0)]],
    ['phone-busy', [...calledYou, wants(you, 17, 486), originate('Failure', 0)]],
    ['phone-busy', [...calledYou, originate('Failure', 5)]],
    ['phone-declined', [...rangYou, wants(you, 21, 603), originate('Failure', 0)]],
    ['phone-declined', [...rangYou, originate('Failure', 0), wants(you, 21, 603), gone(you, 21)]],
    // Reason 3 for a phone that rang in vain, and one that said nothing at all.
    ['phone-unanswered', [...rangYou, originate('Failure', 3), gone(you, 19)]],
    ['phone-unreachable', [...calledYou, originate('Failure', 3), gone(you, 19)]],
    ['phone-unanswered', [...rangYou, originate('Failure', 1)]],
    ['phone-unreachable', [...calledYou, originate('Failure', 8)]],
    ['phone-unanswered', [...rangYou, gone(you, 19)]],
  ])('that does not get past the receptionist’s phone ends as %s', (end, events) => {
    expect(follow(events).at(-1)).toEqual({ phase: 'ended', end })
  })

  it.each<[string, Told[]]>([
    ['busy', [wants(them, 17, 486), dialEnd('BUSY')]],
    ['declined', [wants(them, 21, 603), dialEnd('NOANSWER')]],
    ['no-answer', [dialEnd('NOANSWER')]],
    ['invalid-number', [wants(them, 1, 404), dialEnd('CHANUNAVAIL')]],
    ['no-line', [wants(them, 34, 503), dialEnd('CONGESTION')]],
  ])('that they do not answer is %s as soon as that shows, and when all is over', (end, events) => {
    expect(follow([...calledThem, ...events]).at(-1)).toEqual({ phase: 'ringing-them', end })
    expect(follow([...calledThem, ...events, gone(them), gone(you)]).at(-1)).toEqual({ phase: 'ended', end })
  })

  it('goes on when the dialplan tries another line', () => {
    const other = { ...them, Uniqueid: '1795674145.9' }
    const told = follow([
      ...calledThem,
      dialEnd('CONGESTION'),
      tell('DialBegin', you, dest(other)),
      tell('DialEnd', you, dest(other), { DialStatus: 'ANSWER' }),
    ])
    expect(told.map(({ phase, end }) => end ?? phase)).toEqual(['ringing-them', 'no-line', 'ringing-them', 'talking'])
  })

  it('that the receptionist gives up is no fault of theirs', () => {
    const end = { phase: 'ended', end: 'hung-up' }
    expect(follow([...calledThem, wants(you, 16), dialEnd('CANCEL'), gone(them), gone(you)]).at(-1)).toEqual(end)
    expect(follow([...youAnswered, wants(you, 16), gone(you)]).at(-1)).toEqual(end)
  })

  it('for which the dialplan has no way, or no line, is told apart', () => {
    expect(follow([...youAnswered, gone(you)]).at(-1)?.end).toBe('no-way')
    const dialled = tell('Newexten', you, { Application: 'Dial' })
    expect(follow([...youAnswered, dialled, gone(you)]).at(-1)?.end).toBe('no-line')
  })

  it('of a phone behind a Local channel is followed too', () => {
    const phone = { ...you, Channel: 'PJSIP/101-0003', Uniqueid: '1795674145.3' }
    const one = { ...you, Channel: 'Local/101@internal-0001;1' }
    const two = { ...you, Channel: 'Local/101@internal-0001;2', Uniqueid: `${id};2` }
    const ring = [
      tell('Newchannel', one),
      tell('Newchannel', two),
      tell('DialBegin', dest(one)),
      tell('DialBegin', two, dest(phone)),
    ]
    const busy = [wants(phone, 17, 486), tell('DialEnd', two, dest(phone), { DialStatus: 'BUSY' })]
    expect(follow([...ring, ...busy, originate('Failure', 0)]).at(-1)?.end).toBe('phone-busy')
    const answered = [...ring, tell('Newstate', one, { ChannelState: '6' }), originate('Success', 4)]
    const talk = [tell('DialBegin', one, dest(them)), tell('DialEnd', one, dest(them), { DialStatus: 'ANSWER' })]
    expect(follow([...answered, ...talk]).at(-1)).toEqual({ phase: 'talking', end: null })
    expect(follow([...answered, ...talk, gone(them), gone(one)]).at(-1)?.end).toBe('talked')
  })

  it('pays no heed to other calls', () => {
    const other = { Channel: 'PJSIP/102-0009', Uniqueid: '1.9', Linkedid: '1.8' }
    expect(follow([...rangYou, wants(other, 17, 486), gone(other, 17), tell('OriginateResponse', other)])).toEqual([])
  })

  describe('that got out of sight when the connection was lost', () => {
    const listed = (channel: Told, headers: Told): Told => tell('CoreShowChannel', channel, headers)
    function afterwards(before: Told[], after: Told[]): (string | null)[] {
      const told: CallBackProgress[] = []
      const watch = new CallBackWatch(id, (progress) => told.push(progress))
      for (const event of before) watch.handle(amiEvent(Object.entries(event)))
      told.length = 0
      watch.disconnected()
      watch.disconnected()
      for (const event of after) watch.handle(amiEvent(Object.entries(event)))
      return told.map(({ phase, end }) => end ?? phase)
    }

    it('ends for the window', () => {
      expect(afterwards(calledThem, [])).toEqual(['disconnected'])
    })

    it('goes on as soon as something of it is heard, from where it was', () => {
      expect(afterwards([], calledThem)).toEqual(['disconnected', 'ringing-you', 'ringing-them'])
      expect(afterwards(calledThem, [dialEnd('ANSWER')])).toEqual(['disconnected', 'talking'])
      expect(afterwards(calledThem, [tell('VarSet', you)])).toEqual(['disconnected', 'ringing-them'])
    })

    it('goes on as the list of calls shows it, in any order', () => {
      const up = { ChannelState: '6', BridgeId: 'b' }
      const both = [listed(you, up), listed(them, up)]
      expect(afterwards(rangYou, both).at(-1)).toBe('talking')
      expect(afterwards(rangYou, both.toReversed()).at(-1)).toBe('talking')
      const theyRing = [listed(them, { ChannelState: '5' }), listed(you, { ChannelState: '6' })]
      expect(afterwards(rangYou, theyRing).at(-1)).toBe('ringing-them')
      expect(afterwards(rangYou, [...theyRing, dialEnd('BUSY'), gone(you)]).at(-1)).toBe('busy')
    })

    it('has ended when the list of calls lacks it', () => {
      const complete = tell('CoreShowChannelsComplete')
      expect(follow([...calledThem, complete]).at(-1)).toEqual({ phase: 'ended', end: 'disconnected' })
      expect(follow([...calledThem, dialEnd('ANSWER'), complete]).at(-1)).toEqual({ phase: 'ended', end: 'talked' })
      expect(follow([...calledThem, listed(you, { ChannelState: '6' }), complete]).at(-1)?.phase).toBe('ringing-them')
      // Only just asked for, its channel may be younger than the list.
      expect(follow([...rangYou, complete])).toEqual([])
    })

    it('does not come back by its end', () => {
      expect(afterwards(rangYou, [gone(you, 19)])).toEqual(['disconnected', 'phone-unanswered'])
      expect(afterwards(calledThem, [gone(them)])).toEqual(['disconnected'])
    })
  })

  it('never goes back once it is over, whatever order or copies events come in', () => {
    const events = [...calledThem, dialEnd('ANSWER'), wants(you, 16), gone(them), gone(you)]
    const rank = { 'ringing-you': 0, 'ringing-them': 1, talking: 2, ended: 3 }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (order) => {
        const ranks = follow(order).map(({ phase }) => rank[phase])
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
    )
  })
})
