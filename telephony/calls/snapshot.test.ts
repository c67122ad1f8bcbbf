/** Calls that go on across a time without a connection. */
import { describe, expect, test } from 'vitest'
import { inbound, Script, start, watchedTracker } from './testing.ts'

const lostAt = start + 60_000
const backAt = start + 180_000
const complete = { Event: 'CoreShowChannelsComplete' }

/** Plays `before`, loses the connection at 60 s, and plays what `after` adds from 180 s on. */
function across(before: Script, after: (script: Script) => Script) {
  const watched = watchedTracker()
  for (const event of before.events) watched.tracker.handle(event, start)
  watched.tracker.connectionLost(lostAt)
  const count = before.events.length
  for (const event of after(before).events.slice(count)) watched.tracker.handle(event, backAt)
  return watched
}

/** A call that is listed on the new connection and was never heard of before. */
function late(name: string, more: Record<string, string | number> = {}): Script {
  const script = inbound()
  script.events.length = 0
  return script.tell('CoreShowChannel', name, { ChannelState: 6, Duration: '00:01:30', ...more })
}

const waits = (script: Script, seconds: number) => script.tell('QueueEntry', 'caller', { Wait: seconds })
const queued = () => inbound().up('caller').runs('caller', 'Queue').tell('QueueCallerJoin', 'caller')
const up = { ChannelState: 6 }

describe('a caller who has waited in the queue all the time', () => {
  test('and gives up is missed for certain', () => {
    const { ended } = across(queued(), (script) =>
      waits(script, 180)
        .tell('CoreShowChannel', 'caller', { ...up, Application: 'Queue' })
        .raw(complete)
        .wantsToHangUp('caller')
        .gone('caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'missed', reason: 'abandoned', partUnseen: false, endUnseen: false }])
  })

  test('and is answered afterwards is answered', () => {
    const { ended } = across(queued(), (script) =>
      waits(script, 180)
        .tell('CoreShowChannel', 'caller', { ...up, Application: 'Queue' })
        .raw(complete)
        .rings('caller', '101')
        .up('101')
        .bridged('caller', '101')
        .gone('101', 'caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'answered', answeredBy: '101' }])
  })

  test('is taken up where the call itself began meanwhile', () => {
    const { ended } = across(new Script(), (script) => {
      const call = late('caller', { Application: 'Queue' })
      const events = [...waits(call, 90).events].reverse()
      script.events.push(...events)
      call.events.length = 0
      script.events.push(...call.raw(complete).wantsToHangUp('caller').gone('caller').events)
      return script
    })
    expect(ended).toMatchObject([{ reason: 'abandoned', partUnseen: false, startedAt: backAt - 90_000 }])
  })
})

describe('whom somebody may have spoken with meanwhile stays unknown:', () => {
  test('who came to the queue only while nobody watched', () => {
    const { ended } = across(queued(), (script) =>
      waits(script, 20)
        .tell('CoreShowChannel', 'caller', { ...up, Application: 'Queue' })
        .raw(complete)
        .wantsToHangUp('caller')
        .gone('caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })

  test('who stands in a menu after a call of which the beginning was not seen', () => {
    const { ended } = across(new Script(), (script) => {
      const call = late('caller', { Application: 'BackGround' }).raw(complete).gone('caller')
      script.events.push(...call.events)
      return script
    })
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })

  test('who is parked', () => {
    const parked = { ...up, BridgeId: 'p', Application: '' }
    const { ended } = across(inbound().up('caller'), (script) =>
      script
        .raw({
          Event: 'BridgeListItem',
          BridgeUniqueid: 'p',
          BridgeType: 'parking',
          BridgeTechnology: 'holding_bridge',
        })
        .tell('CoreShowChannel', 'caller', parked)
        .raw(complete)
        .gone('caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })

  test('who hangs up before the list comes', () => {
    const { ended } = across(queued(), (script) => script.tell('Hangup', 'caller', up).raw(complete))
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })

  test('of whom nothing is listed, since our user may not', () => {
    const { tracker, ended } = watchedTracker()
    const script = inbound().up('caller')
    for (const event of script.events) tracker.handle(event, start)
    tracker.connectionLost(lostAt)
    tracker.nothingListed()
    const count = script.events.length
    for (const event of script.gone('caller').events.slice(count)) tracker.handle(event, backAt)
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })

  test('who is up when something is heard of the call first', () => {
    const { tracker, ended } = watchedTracker()
    const script = inbound()
    script.events.length = 0
    script.tell('Newexten', 'caller', { ...up, Application: 'Playback' }).gone('caller')
    for (const event of script.events) tracker.handle(event, start)
    expect(ended).toMatchObject([{ outcome: 'missed', partUnseen: true }])
  })
})

describe('what is certain all the same:', () => {
  test('nobody spoke with a caller whose own channel is not up', () => {
    const { ended } = across(inbound().rings('caller', '101'), (script) =>
      script
        .tell('CoreShowChannel', 'caller', { ChannelState: 4, Application: 'Dial' })
        .tell('CoreShowChannel', '101', { ChannelState: 5, Application: 'AppDial' })
        .raw(complete)
        .wantsToHangUp('caller')
        .gone('101', 'caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'missed', reason: 'abandoned', partUnseen: false }])
  })

  test('a caller who was answered before stays answered, whoever has the call now', () => {
    const talking = inbound().rings('caller', '101').up('101').up('caller').bridged('caller', '101')
    const { ended } = across(talking, (script) =>
      script
        .made('102', 'PJSIP/102-0001', 'caller')
        .tell('CoreShowChannel', 'caller', { ...up, BridgeId: 'b2' })
        .tell('CoreShowChannel', '102', { ...up, BridgeId: 'b2', Application: 'AppDial' })
        .raw(complete)
        .gone('102', 'caller'),
    )
    expect(ended).toMatchObject([{ outcome: 'answered', answeredBy: '101', endUnseen: false }])
  })

  test('the number that was dialled, wherever the dialplan is by now', () => {
    const { ended } = across(new Script(), (script) => {
      const call = late('caller', { Exten: 's', Application: 'WaitExten' })
      const list = [...call.events]
      call.events.length = 0
      call.tell('Status', 'caller', { ...up, DNID: '15305550140' })
      script.events.push(...call.events, ...list)
      call.events.length = 0
      script.events.push(...call.raw(complete).gone('caller').events)
      return script
    })
    expect(ended).toMatchObject([{ dialed: '15305550140' }])
  })

  test('a call that was told as ended is not told again when its channels are still listed', () => {
    const script = inbound().rings('caller', '101').up('101').up('caller').bridged('caller', '101').gone('caller')
    const { ended } = across(script, (more) => more.tell('CoreShowChannel', '101', up).raw(complete).gone('101'))
    expect(ended).toHaveLength(1)
  })

  test('the phone that a click-to-call has rung meanwhile is the one that calls', () => {
    const local = { Uniqueid: 'l.1', Linkedid: 'l.1', ChannelState: 0, Context: 'internal', Exten: '' }
    const script = new Script().arrives('1', 'Local/101@internal-0001;1', local)
    const { ended } = across(script, (more) =>
      more
        .made('101', 'PJSIP/101-0001', '1', { CallerIDNum: '101' })
        .tell('CoreShowChannel', '1', { ...up, Exten: '15305550999' })
        .tell('CoreShowChannel', '101', { ...up, Application: 'AppDial' })
        .raw(complete)
        .gone('101', '1'),
    )
    expect(ended).toHaveLength(1)
    expect(ended[0]?.direction).not.toBe('inbound')
  })

  test('a call that the phone system makes for staff is no missed call', () => {
    const { ended } = across(new Script(), (script) => {
      const call = late('caller', { ChannelState: 5, Application: 'AppDial2', Exten: '' }).raw(complete).gone('caller')
      script.events.push(...call.events)
      return script
    })
    expect(ended.map(({ direction }) => direction)).not.toContain('inbound')
  })
})

describe('the outside number that was dialled while nobody watched', () => {
  const talks = { ...up, BridgeId: 'b' }
  /** The caller speaks with a leg over the trunk; `dials` is what the caller runs, `half` what a Local channel runs. */
  function answeredBy(dials: string, leg: Record<string, string>, half = '', script = inbound()): string | null {
    const { ended } = across(script, (after) => {
      after.tell('CoreShowChannel', 'caller', { ...talks, Application: 'Dial', ApplicationData: dials })
      const listed = [...after.events]
      after.made('leg', 'PJSIP/trunk-0002', 'caller', leg)
      after.made('half', 'Local/15305550999@mobile-0001;2', 'caller')
      after.made('other', 'Local/15305550998@mobile-0002;2', 'caller')
      // What began in between was not heard of.
      after.events.splice(0, Infinity, ...listed)
      after.tell('CoreShowChannel', 'leg', { ...talks, Application: 'AppDial', ApplicationData: '(Outgoing Line)' })
      if (half !== '') {
        after.tell('CoreShowChannel', 'half', { ...talks, Application: 'Dial', ApplicationData: half })
        const other = half.replace('0999', '0998')
        after.tell('CoreShowChannel', 'other', { ...up, Application: 'Dial', ApplicationData: other })
      }
      return after.raw(complete).gone('leg', 'caller')
    })
    return ended[0]?.answeredBy ?? null
  }
  const desk = () => new Script().arrives('caller', 'PJSIP/102-0001', { Context: 'internal', CallerIDNum: '102' })
  const nameless = { CallerIDNum: 's', Exten: '' }

  test.each([
    ['is in what the caller runs', answeredBy('PJSIP/15305550999@trunk,20,T', nameless, '', desk()), '15305550999'],
    ['beside phones', answeredBy('PJSIP/101&PJSIP/trunk/sip:15305550999@192.0.2.1,20', nameless), '15305550999'],
    [
      'is in what the Local channel runs that they speak through',
      answeredBy('Local/1@mobile', nameless, 'PJSIP/15305550999@trunk,20'),
      '15305550999',
    ],
    [
      'else in what the leg shows',
      answeredBy('Local/1@mobile', { CallerIDNum: '15305550999', Exten: '' }),
      '15305550999',
    ],
    ['is not what leads elsewhere', answeredBy('PJSIP/15305550999@other', nameless), 'trunk'],
    ['is no word of the dialplan', answeredBy('Local/1@mobile', nameless), 'trunk'],
  ])('%s', (_, told, number) => {
    expect(told).toBe(number)
  })
})

test('where calls may not be listed, those of which nothing more is heard are given up, but not who waits in a queue', () => {
  const { tracker, ended, live } = watchedTracker()
  const gone = inbound()
  const other = { Uniqueid: 'q.1', Linkedid: 'q.1', CallerIDNum: '5305550198', Exten: '15305550120' }
  const waiting = new Script().arrives('caller', 'PJSIP/trunk-0002', other).up('caller').runs('caller', 'Queue')
  for (const event of [...gone.events, ...waiting.events]) tracker.handle(event, start)
  tracker.connectionLost(lostAt)
  waiting.events.length = 0
  for (const event of waits(waiting, 170).events) tracker.handle(event, backAt)
  tracker.nothingListed()
  tracker.giveUpUnheard(backAt + 60_000)
  expect(ended).toMatchObject([{ callerNumber: '5305550199', endUnseen: true, endedAt: lostAt }])
  expect(live.at(-1)).toMatchObject([{ callerNumber: '5305550198' }])
})

test('a call that was told after the time of the loss ends no earlier than it began', () => {
  const { tracker, ended } = watchedTracker()
  for (const event of inbound().events) tracker.handle(event, backAt)
  // What was under way when the PC fell asleep was read when it woke; the line had been dead for hours.
  tracker.connectionLost(lostAt)
  tracker.giveUpUnheard(backAt + 60_000)
  expect(ended).toMatchObject([{ startedAt: backAt, endedAt: backAt, endUnseen: true }])
})
