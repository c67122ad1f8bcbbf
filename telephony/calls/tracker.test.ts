import { describe, expect, test } from 'vitest'
import { inbound, play, Script, start, watchedTracker } from './testing.ts'

/** The verdict in one line. */
function verdicts(script: Script, trunks: string[] = []): string[] {
  return play(script, trunks).ended.map(
    ({ direction, outcome, reason, answeredBy }) => `${direction} ${outcome} ${reason ?? answeredBy}`,
  )
}

/** A Local channel pair dialled by the caller, whose second half goes on in the dialplan. */
function throughLocal(script: Script, extension: string): Script {
  const pair = `Local/${extension}@group-0001`
  return script
    .made(`${extension};1`, `${pair};1`, 'caller')
    .made(`${extension};2`, `${pair};2`, 'caller')
    .dials('caller', `${extension};1`)
    .rings(`${extension};2`, extension)
}

describe('a call that a person took is answered', () => {
  test.each<[string, Script, string]>([
    ['by a dialled phone', inbound().rings('caller', '101').answers('caller', '101'), '101'],
    [
      'by one phone of a group',
      inbound()
        .rings('caller', '101')
        .rings('caller', '102')
        .up('102')
        .dialEnds('caller', '101', 'CANCEL')
        .gone('101')
        .dialEnds('caller', '102', 'ANSWER')
        .up('caller')
        .bridged('caller', '102'),
      '102',
    ],
    [
      'through Local channels',
      throughLocal(inbound(), '101')
        .up('101')
        .dialEnds('101;2', '101', 'ANSWER')
        .up('101;1')
        .bridged('caller', '101;1')
        .bridged('101;2', '101'),
      '101',
    ],
    [
      'through Local channels that make way',
      throughLocal(inbound(), '101')
        .up('101')
        .up('caller')
        .bridged('caller', '101;1')
        .tell('BridgeEnter', '101', { BridgeUniqueid: 'caller-101;1', SwapUniqueid: '1' }),
      '101',
    ],
    [
      'by a phone that picked it up',
      inbound()
        .rings('caller', '101')
        .arrives('104', 'PJSIP/104-0001', { Context: 'internal', CallerIDNum: '104', Exten: '*8' })
        .up('104')
        .gone('101')
        .dialEnds('caller', '104', 'ANSWER')
        .bridged('caller', '104'),
      '104',
    ],
    [
      'by a mobile that it was forwarded to',
      inbound()
        .made('mobile', 'PJSIP/trunk-0002', 'caller', { Context: 'from-trunk' })
        .dials('caller', 'mobile', { DialString: 'trunk/sip:15305550123@192.0.2.1' })
        .answers('caller', 'mobile'),
      '15305550123',
    ],
  ])('%s', (_, script, answeredBy) => {
    expect(verdicts(script.wantsToHangUp('caller').gone('caller'))).toEqual([`inbound answered ${answeredBy}`])
  })

  test('and stays so when it is transferred, parked and fetched', () => {
    const script = inbound()
      .rings('caller', '101')
      .answers('caller', '101')
      .tell('BridgeEnter', 'caller', { BridgeUniqueid: 'lot', BridgeType: 'parking' })
      .gone('101')
      .arrives('103', 'PJSIP/103-0001', { Context: 'internal', CallerIDNum: '103', Exten: '701' })
      .up('103')
      .bridged('caller', '103')
      .gone('caller', '103')
    expect(verdicts(script)).toEqual(['inbound answered 101'])
  })
})

describe('a call that nobody took is missed', () => {
  test.each<[string, Script, string]>([
    [
      'no-answer when the phones rang until the phone system gave up',
      inbound().rings('caller', '101').dialEnds('caller', '101', 'NOANSWER').gone('101'),
      'no-answer',
    ],
    [
      'no-answer when the caller hears an announcement after that and leaves',
      inbound()
        .rings('caller', '101')
        .dialEnds('caller', '101', 'NOANSWER')
        .gone('101')
        .runs('caller', 'Playback')
        .wantsToHangUp('caller'),
      'no-answer',
    ],
    [
      'no-answer at the time-out of a queue, which says "abandoned" itself',
      inbound()
        .up('caller')
        .runs('caller', 'Queue')
        .tell('QueueCallerJoin', 'caller')
        .rings('caller', '101')
        .dialEnds('caller', '101', 'CANCEL')
        .tell('QueueCallerAbandon', 'caller')
        .tell('QueueCallerLeave', 'caller'),
      'no-answer',
    ],
    [
      'no-answer at that time-out too where nothing tells that there is a queue',
      inbound().rings('caller', '101').dialEnds('caller', '101', 'NOANSWER').dialEnds('caller', '101', 'CANCEL'),
      'no-answer',
    ],
    [
      'no-answer when the call is led elsewhere while phones ring, and nothing tells what the dialplan does there',
      inbound().rings('caller', '101').dialEnds('caller', '101', 'CANCEL').gone('101').up('caller'),
      'no-answer',
    ],
    [
      'no-answer when the phone went up without speaking with the caller',
      inbound().rings('caller', '101').up('101').dialEnds('caller', '101', 'ANSWER').gone('101'),
      'no-answer',
    ],
    [
      'no-answer when Local channels are called off at the time-out',
      throughLocal(inbound(), '101')
        .dialEnds('caller', '101;1', 'NOANSWER')
        .dialEnds('101;2', '101', 'CANCEL')
        .gone('101;1', '101', '101;2'),
      'no-answer',
    ],
    ['abandoned when phones ring', inbound().rings('caller', '101').wantsToHangUp('caller'), 'abandoned'],
    [
      'abandoned in a queue between two rounds',
      inbound()
        .up('caller')
        .tell('QueueCallerJoin', 'caller')
        .rings('caller', '101')
        .dialEnds('caller', '101', 'NOANSWER')
        .gone('101')
        .wantsToHangUp('caller')
        .tell('QueueCallerLeave', 'caller'),
      'abandoned',
    ],
    [
      'abandoned on a line that does not tell who hangs up, after the phone system had gone off-hook',
      new Script()
        .arrives('caller', 'DAHDI/i1/5305550100-1', { CallerIDNum: '5305550199', Exten: '15305550170' })
        .up('caller')
        .runs('caller', 'Dial')
        .rings('caller', '101')
        .dialEnds('caller', '101', 'CANCEL')
        .gone('101'),
      'abandoned',
    ],
    ['abandoned before any phone rang', inbound().runs('caller', 'Dial').wantsToHangUp('caller'), 'abandoned'],
    ['busy', inbound().rings('caller', '101').dialEnds('caller', '101', 'BUSY').gone('101'), 'busy'],
    [
      'busy when the phone declines, which the phone system calls "no answer"',
      inbound()
        .rings('caller', '101')
        .wantsToHangUp('101', { Cause: 21, TechCause: 603 })
        .dialEnds('caller', '101', 'NOANSWER'),
      'busy',
    ],
    [
      'no-answer when one phone was busy and another rang',
      inbound()
        .rings('caller', '101')
        .rings('caller', '102')
        .dialEnds('caller', '101', 'BUSY')
        .dialEnds('caller', '102', 'NOANSWER'),
      'no-answer',
    ],
    [
      'unavailable when the provider refuses at once, on a version that does not tell its word for it',
      inbound()
        .made('mobile', 'PJSIP/trunk-0002', 'caller', { CallerIDNum: '15305550999', Context: 'from-trunk' })
        .dials('caller', 'mobile')
        .wantsToHangUp('mobile', { Cause: 19 })
        .dialEnds('caller', 'mobile', 'NOANSWER'),
      'unavailable',
    ],
    [
      'no-answer when the provider tells of no ringing, and the phone system gave up',
      inbound()
        .made('mobile', 'PJSIP/trunk-0002', 'caller', { CallerIDNum: '15305550999', Context: 'from-trunk' })
        .dials('caller', 'mobile')
        .dialEnds('caller', 'mobile', 'NOANSWER'),
      'no-answer',
    ],
    ['unavailable', inbound().runs('caller', 'Dial').runs('caller', 'Hangup'), 'unavailable'],
    [
      'voicemail',
      inbound()
        .rings('caller', '101')
        .dialEnds('caller', '101', 'NOANSWER')
        .runs('caller', 'VoiceMail')
        .up('caller')
        .wantsToHangUp('caller'),
      'voicemail',
    ],
    [
      'abandoned when the caller leaves voicemail for a phone that rings',
      inbound().runs('caller', 'VoiceMail').up('caller').rings('caller', '101').wantsToHangUp('caller'),
      'abandoned',
    ],
    [
      'unattended in the menu',
      inbound().up('caller').runs('caller', 'BackGround').wantsToHangUp('caller'),
      'unattended',
    ],
    [
      'unattended after a closed announcement without going up',
      inbound().runs('caller', 'Playback').runs('caller', 'Hangup'),
      'unattended',
    ],
  ])('%s', (_, script, reason) => {
    expect(verdicts(script.gone('caller'))).toEqual([`inbound missed ${reason}`])
  })
})

describe('whose call it is', () => {
  const desk = () =>
    new Script().arrives('caller', 'PJSIP/104-0001', { Context: 'internal', CallerIDNum: '104', Exten: '101' })

  test('desk to desk is internal', () => {
    expect(verdicts(desk().rings('caller', '101').answers('caller', '101').gone('caller'))).toEqual([
      'internal answered 101',
    ])
  })

  test('desk to a trunk is outbound', () => {
    const script = desk()
      .made('out', 'PJSIP/trunk-0002', 'caller', { Context: 'from-trunk' })
      .dials('caller', 'out', { DialString: '15305550123@trunk' })
      .wantsToHangUp('caller')
      .gone('caller')
    expect(verdicts(script)).toEqual(['outbound missed abandoned'])
  })

  test('a desk phone that the phone system rings first calls out', () => {
    const script = new Script()
      .arrives('desk', 'PJSIP/101-0001', { Context: 'internal', ChannelState: 0, CallerIDNum: '101', Exten: 's' })
      .between('DialBegin', '', 'desk')
      .up('desk')
      .made('out', 'PJSIP/trunk-0002', 'desk', { Context: 'from-trunk' })
      .dials('desk', 'out', { Exten: '15305550123', DialString: 'trunk/sip:15305550123@192.0.2.1' })
      .answers('desk', 'out')
      .gone('out', 'desk')
    const [call] = play(script).ended
    expect(call).toMatchObject({ direction: 'outbound', callerNumber: '101', dialed: '15305550123' })
    expect(call?.answeredBy).toBe('15305550123')
  })

  test('trunks that are named decide alone', () => {
    const script = inbound().rings('caller', '101').wantsToHangUp('caller').gone('caller')
    expect(verdicts(script, ['PJSIP/trunk'])).toEqual(['inbound missed abandoned'])
    expect(verdicts(script, ['PJSIP/other'])).toEqual(['internal missed abandoned'])
  })

  test('tells the caller as sent, and nothing of one who withholds the number', () => {
    const known = play(inbound('15305550101').gone('caller')).ended[0]
    expect(known).toMatchObject({ callerNumber: '5305550199', callerName: 'Pat Lee', dialed: '15305550101' })
    const anonymous = play(inbound('1', { CallerIDNum: 'anonymous', CallerIDName: 'Anonymous' }).gone('caller')).ended
    expect(anonymous[0]).toMatchObject({ callerNumber: null, callerName: null })
  })

  test('a consultation before a transfer is a call of its own', () => {
    const script = inbound()
      .rings('caller', '101')
      .answers('caller', '101')
      .arrives('asks', 'PJSIP/101-0002', { Context: 'internal', CallerIDNum: '101', Exten: '102' })
      .rings('asks', '102')
      .answers('asks', '102')
      .tell('BridgeEnter', 'caller', { BridgeUniqueid: 'asks-102', BridgeType: 'basic' })
      .gone('asks', '101', 'caller', '102')
    expect(verdicts(script)).toEqual(['internal answered 102', 'inbound answered 101'])
  })

  test('two callers from outside in one conference answer nobody', () => {
    const script = inbound()
      .arrives('second', 'PJSIP/trunk-0002', { CallerIDNum: '5305550198', Exten: '15305550110' })
      .up('caller')
      .up('second')
      .bridged('caller', 'second')
      .gone('caller', 'second')
    expect(verdicts(script)).toEqual(['inbound missed unattended', 'inbound missed unattended'])
  })
})

describe('what the tracker tells while a call goes on', () => {
  test('who rings and who talks, only when it changes', () => {
    const { live, callers, tracker } = play(inbound().rings('caller', '101').answers('caller', '101'))
    const told = live.map((calls) => calls.map((call) => `${call.state} ${call.phones.join()}`).join())
    expect(told).toEqual(['waiting ', 'ringing 101', 'waiting ', 'talking 101'])
    expect(callers).toEqual(['PJSIP/trunk-0001'])
    expect(tracker.liveCalls()).toHaveLength(1)
  })

  test('the legs with their times', () => {
    const call = play(inbound().rings('caller', '101').answers('caller', '101').gone('caller')).ended[0]
    expect(call?.legs).toEqual([
      {
        phone: '101',
        channel: 'PJSIP/101-0001',
        dialedAt: start + 2000,
        rangAt: start + 3000,
        // When both could hear one another.
        answeredAt: start + 8000,
        endedAt: start + 9000,
        how: 'answered',
      },
    ])
  })
})

describe('after a lost connection', () => {
  const listed = (script: Script, name: string, more = {}) => script.tell('CoreShowChannel', name, more)
  const complete = { Event: 'CoreShowChannelsComplete' }

  function around(before: Script, after: (script: Script) => Script) {
    const watched = watchedTracker()
    for (const event of before.events) watched.tracker.handle(event, start)
    watched.tracker.connectionLost(start + 5000)
    const count = before.events.length
    for (const event of after(before).events.slice(count)) watched.tracker.handle(event, start + 60_000)
    return watched
  }

  test('a call that is gone ends with the best guess, as of the loss', () => {
    const { ended, live } = around(inbound().rings('caller', '101'), (script) => script.raw(complete))
    expect(ended).toMatchObject([{ outcome: 'missed', reason: 'abandoned', endUnseen: true, endedAt: start + 5000 }])
    expect(live.at(-1)).toEqual([])
  })

  test('a call that was answered meanwhile is answered', () => {
    const { ended } = around(inbound().rings('caller', '101'), (script) => {
      listed(script, 'caller', { ChannelState: 6, BridgeId: 'b' })
      listed(script, '101', { ChannelState: 6, BridgeId: 'b', Application: 'AppDial' })
      return script.raw(complete).gone('101', 'caller')
    })
    expect(ended).toMatchObject([{ outcome: 'answered', answeredBy: '101', endUnseen: false }])
  })

  test('a call that began meanwhile is taken up with its true beginning', () => {
    const { ended } = around(new Script(), (script) => {
      const late = inbound()
      late.events.length = 0
      listed(late, 'caller', { ChannelState: 4, Duration: '00:00:20' }).raw(complete)
      late.rings('caller', '101').wantsToHangUp('caller').gone('caller')
      for (const event of late.events) script.events.push(event)
      return script
    })
    expect(ended).toMatchObject([{ outcome: 'missed', reason: 'abandoned', startedAt: start + 40_000 }])
  })

  test('what comes late for a call that was told changes nothing', () => {
    const { ended } = around(inbound().rings('caller', '101'), (script) =>
      script.raw(complete).up('caller').bridged('caller', '101').gone('caller', '101'),
    )
    expect(ended).toHaveLength(1)
  })
})

test('events of old versions say the same', () => {
  const script = new Script()
    .arrives('caller', 'SIP/trunk-08f3', { CallerIDNum: '5305550199', Exten: '15305550101' })
    .raw({ Event: 'Newchannel', Channel: 'SIP/101-08f4', Uniqueid: '9.2', Context: 'internal', ChannelState: 0 })
  const id = script.events[0]?.get('Uniqueid') ?? ''
  script
    .raw({ Event: 'Dial', SubEvent: 'Begin', UniqueID: id, DestUniqueID: '9.2', Destination: 'SIP/101-08f4' })
    .raw({ Event: 'Newstate', Channel: 'SIP/101-08f4', Uniqueid: '9.2', ChannelState: 6 })
    .raw({ Event: 'Bridge', Bridgestate: 'Link', Uniqueid1: id, Uniqueid2: '9.2' })
    .gone('caller')
  expect(verdicts(script)).toEqual(['inbound answered 101'])
})
