/** Tables of what Asterisk 1.4 to 11 send, written by hand: forms that no recording of today can be turned into. */
import { describe, expect, test } from 'vitest'
import { amiEvent } from '../ami/events.ts'
import { start, watchedTracker } from './testing.ts'

/** Lines of `Event Header=value Header=value`, one second after another; values have no spaces. */
function play(table: string, trunks: string[] = []) {
  const { tracker, ended } = watchedTracker(trunks)
  table
    .trim()
    .split('\n')
    .forEach((line, index) => {
      const [event = '', ...headers] = line.trim().split(/\s+/)
      const pairs = headers.map((header): [string, string] => {
        const equals = header.indexOf('=')
        return [header.slice(0, equals), header.slice(equals + 1)]
      })
      tracker.handle(amiEvent([['Event', event], ...pairs]), start + index * 1000)
    })
  return ended.map(
    ({ direction, callerNumber, dialed, outcome, reason, answeredBy }) =>
      `${direction} ${callerNumber} to ${dialed}: ${outcome} ${reason ?? answeredBy}`,
  )
}

const caller14 = `
  Newchannel Channel=SIP/trunk-08f1 State=Down CallerIDNum=5305550199 CallerIDName=Pat Uniqueid=1.1
  Newstate Channel=SIP/trunk-08f1 State=Ring CallerID=5305550199 Uniqueid=1.1
  Newexten Channel=SIP/trunk-08f1 Context=from-trunk Extension=15305550101 Priority=1 Application=Dial AppData=SIP/101|20 Uniqueid=1.1
  Newchannel Channel=SIP/101-08f2 State=Down CallerIDNum=<unknown> Uniqueid=1.2
  Dial Source=SIP/trunk-08f1 Destination=SIP/101-08f2 CallerID=5305550199 SrcUniqueID=1.1 DestUniqueID=1.2
  Newstate Channel=SIP/101-08f2 State=Ringing Uniqueid=1.2`

describe('Asterisk 1.4', () => {
  test.each([
    [
      'an answered call',
      `${caller14}
      Newstate Channel=SIP/101-08f2 State=Up Uniqueid=1.2
      Newstate Channel=SIP/trunk-08f1 State=Up Uniqueid=1.1
      Link Channel1=SIP/trunk-08f1 Channel2=SIP/101-08f2 Uniqueid1=1.1 Uniqueid2=1.2
      Unlink Channel1=SIP/trunk-08f1 Channel2=SIP/101-08f2 Uniqueid1=1.1 Uniqueid2=1.2
      Hangup Channel=SIP/101-08f2 Uniqueid=1.2 Cause=16
      Hangup Channel=SIP/trunk-08f1 Uniqueid=1.1 Cause=16`,
      'answered 101',
    ],
    [
      'a caller who gives up: the dialplan does not go on',
      `${caller14}
      Hangup Channel=SIP/101-08f2 Uniqueid=1.2 Cause=0
      Newexten Channel=SIP/trunk-08f1 Extension=h Application=NoOp Uniqueid=1.1
      Hangup Channel=SIP/trunk-08f1 Uniqueid=1.1 Cause=0`,
      'missed abandoned',
    ],
    [
      'a phone that rings in vain: the dialplan goes on',
      `${caller14}
      Hangup Channel=SIP/101-08f2 Uniqueid=1.2 Cause=0
      Newexten Channel=SIP/trunk-08f1 Extension=15305550101 Priority=2 Application=Hangup Uniqueid=1.1
      Hangup Channel=SIP/trunk-08f1 Uniqueid=1.1 Cause=16`,
      'missed no-answer',
    ],
    [
      'a busy phone',
      `${caller14}
      Hangup Channel=SIP/101-08f2 Uniqueid=1.2 Cause=17
      Newexten Channel=SIP/trunk-08f1 Extension=15305550101 Priority=2 Application=Hangup Uniqueid=1.1
      Hangup Channel=SIP/trunk-08f1 Uniqueid=1.1 Cause=17`,
      'missed busy',
    ],
    [
      'voicemail',
      `${caller14}
      Hangup Channel=SIP/101-08f2 Uniqueid=1.2 Cause=0
      Newexten Channel=SIP/trunk-08f1 Extension=15305550101 Priority=2 Application=VoiceMail AppData=u101 Uniqueid=1.1
      Newstate Channel=SIP/trunk-08f1 State=Up Uniqueid=1.1
      Hangup Channel=SIP/trunk-08f1 Uniqueid=1.1 Cause=16`,
      'missed voicemail',
    ],
  ])('%s', (_, table, verdict) => {
    expect(play(table)).toEqual([`inbound 5305550199 to 15305550101: ${verdict}`])
  })

  test('an analog line tells its caller late, a queue nothing but the joining and the link', () => {
    const table = `
      Newchannel Channel=Zap/4-1 State=Ring CallerIDNum=<unknown> Uniqueid=2.1
      Newcallerid Channel=Zap/4-1 CallerID=5305550198 CallerIDName=Kim Uniqueid=2.1
      Newexten Channel=Zap/4-1 Context=from-pstn Extension=s Priority=1 Application=Answer Uniqueid=2.1
      Newstate Channel=Zap/4-1 State=Up Uniqueid=2.1
      Newexten Channel=Zap/4-1 Context=from-pstn Extension=s Priority=2 Application=Queue AppData=front Uniqueid=2.1
      Join Channel=Zap/4-1 CallerID=5305550198 Queue=front Position=1 Count=1
      Newchannel Channel=IAX2/102-3 State=Down CallerIDNum=<unknown> Uniqueid=2.2
      Newstate Channel=IAX2/102-3 State=Ringing Uniqueid=2.2
      Newchannel Channel=SIP/103-08f9 State=Down CallerIDNum=<unknown> Uniqueid=2.3
      Newstate Channel=SIP/103-08f9 State=Ringing Uniqueid=2.3
      Newstate Channel=IAX2/102-3 State=Up Uniqueid=2.2
      Hangup Channel=SIP/103-08f9 Uniqueid=2.3 Cause=0
      Leave Channel=Zap/4-1 Queue=front Count=0
      Link Channel1=Zap/4-1 Channel2=IAX2/102-3 Uniqueid1=2.1 Uniqueid2=2.2
      Unlink Channel1=Zap/4-1 Channel2=IAX2/102-3 Uniqueid1=2.1 Uniqueid2=2.2
      Hangup Channel=IAX2/102-3 Uniqueid=2.2 Cause=16
      Hangup Channel=Zap/4-1 Uniqueid=2.1 Cause=16`
    expect(play(table, ['Zap/4'])).toEqual(['inbound 5305550198 to null: answered 102'])
  })
})

const caller18 = `
  Newchannel Channel=SIP/trunk-1 ChannelState=0 CallerIDNum=5305550199 Exten=15305550101 Context=from-trunk Uniqueid=1.1
  Newstate Channel=SIP/trunk-1 ChannelState=4 ChannelStateDesc=Ring Uniqueid=1.1
  Newchannel Channel=SIP/101-2 ChannelState=0 CallerIDNum= Exten= Context=from-internal Uniqueid=1.2
  Dial SubEvent=Begin Channel=SIP/trunk-1 Destination=SIP/101-2 UniqueID=1.1 DestUniqueID=1.2 Dialstring=101
  Newstate Channel=SIP/101-2 ChannelState=5 ChannelStateDesc=Ringing Uniqueid=1.2`
const answered18 = `${caller18}
  Newstate Channel=SIP/101-2 ChannelState=6 Uniqueid=1.2
  Newstate Channel=SIP/trunk-1 ChannelState=6 Uniqueid=1.1
  Bridge Bridgestate=Link Bridgetype=core Channel1=SIP/trunk-1 Channel2=SIP/101-2 Uniqueid1=1.1 Uniqueid2=1.2`

describe('Asterisk 1.8 to 11', () => {
  test('an attended transfer puts the caller into the place of the phone that asked', () => {
    const table = `${answered18}
      Newchannel Channel=SIP/101-3 ChannelState=0 CallerIDNum=101 Exten=102 Context=from-internal Uniqueid=1.3
      Newstate Channel=SIP/101-3 ChannelState=4 Uniqueid=1.3
      Newchannel Channel=SIP/102-4 ChannelState=0 CallerIDNum= Exten= Context=from-internal Uniqueid=1.4
      Dial SubEvent=Begin Channel=SIP/101-3 Destination=SIP/102-4 UniqueID=1.3 DestUniqueID=1.4 Dialstring=102
      Newstate Channel=SIP/102-4 ChannelState=6 Uniqueid=1.4
      Newstate Channel=SIP/101-3 ChannelState=6 Uniqueid=1.3
      Bridge Bridgestate=Link Channel1=SIP/101-3 Channel2=SIP/102-4 Uniqueid1=1.3 Uniqueid2=1.4
      Masquerade Clone=SIP/trunk-1 Original=SIP/101-3
      Rename Channel=SIP/trunk-1 Newname=SIP/trunk-1<MASQ> Uniqueid=1.1
      Rename Channel=SIP/101-3 Newname=SIP/trunk-1 Uniqueid=1.3
      Rename Channel=SIP/trunk-1<MASQ> Newname=SIP/101-3<ZOMBIE> Uniqueid=1.1
      Hangup Channel=SIP/101-3<ZOMBIE> Uniqueid=1.1 Cause=16
      Hangup Channel=SIP/101-2 Uniqueid=1.2 Cause=16
      Hangup Channel=SIP/102-4 Uniqueid=1.4 Cause=16
      Hangup Channel=SIP/trunk-1 Uniqueid=1.3 Cause=16`
    expect(play(table)).toEqual([
      'internal 101 to 102: answered 102',
      'inbound 5305550199 to 15305550101: answered 101',
    ])
  })

  test('a parked caller lives on under another Uniqueid', () => {
    const table = `${answered18}
      Newchannel Channel=Parked/SIP/trunk-1 ChannelState=6 CallerIDNum= Exten=s Context= Uniqueid=1.5
      Rename Channel=SIP/trunk-1 Newname=SIP/trunk-1<MASQ> Uniqueid=1.1
      Rename Channel=Parked/SIP/trunk-1 Newname=SIP/trunk-1 Uniqueid=1.5
      Rename Channel=SIP/trunk-1<MASQ> Newname=Parked/SIP/trunk-1<ZOMBIE> Uniqueid=1.1
      ParkedCall Exten=701 Channel=SIP/trunk-1 From=SIP/101-2 Uniqueid=1.5
      Hangup Channel=Parked/SIP/trunk-1<ZOMBIE> Uniqueid=1.1 Cause=16
      Hangup Channel=SIP/101-2 Uniqueid=1.2 Cause=16
      Hangup Channel=SIP/trunk-1 Uniqueid=1.5 Cause=16`
    expect(play(table)).toEqual(['inbound 5305550199 to 15305550101: answered 101'])
  })

  test('a Local channel that makes way for the phone behind it', () => {
    const table = `
      Newchannel Channel=SIP/trunk-1 ChannelState=0 CallerIDNum=5305550199 Exten=15305550110 Context=from-trunk Uniqueid=1.1
      Newstate Channel=SIP/trunk-1 ChannelState=4 Uniqueid=1.1
      Newchannel Channel=Local/101@from-internal-a3f2;1 ChannelState=0 Exten=101 Context=from-internal Uniqueid=1.2
      Newchannel Channel=Local/101@from-internal-a3f2;2 ChannelState=4 Exten=101 Context=from-internal Uniqueid=1.3
      Dial SubEvent=Begin Channel=SIP/trunk-1 Destination=Local/101@from-internal-a3f2;1 UniqueID=1.1 DestUniqueID=1.2 Dialstring=101@from-internal
      Newchannel Channel=SIP/101-2 ChannelState=0 CallerIDNum= Exten= Context=from-internal Uniqueid=1.4
      Dial SubEvent=Begin Channel=Local/101@from-internal-a3f2;2 Destination=SIP/101-2 UniqueID=1.3 DestUniqueID=1.4 Dialstring=101
      Newstate Channel=SIP/101-2 ChannelState=6 Uniqueid=1.4
      Bridge Bridgestate=Link Channel1=Local/101@from-internal-a3f2;2 Channel2=SIP/101-2 Uniqueid1=1.3 Uniqueid2=1.4
      Bridge Bridgestate=Link Channel1=SIP/trunk-1 Channel2=Local/101@from-internal-a3f2;1 Uniqueid1=1.1 Uniqueid2=1.2
      Rename Channel=SIP/101-2 Newname=SIP/101-2<MASQ> Uniqueid=1.4
      Rename Channel=Local/101@from-internal-a3f2;1 Newname=SIP/101-2 Uniqueid=1.2
      Rename Channel=SIP/101-2<MASQ> Newname=Local/101@from-internal-a3f2;1<ZOMBIE> Uniqueid=1.4
      Hangup Channel=Local/101@from-internal-a3f2;1<ZOMBIE> Uniqueid=1.4 Cause=16
      Hangup Channel=Local/101@from-internal-a3f2;2 Uniqueid=1.3 Cause=16
      Hangup Channel=SIP/101-2 Uniqueid=1.2 Cause=16
      Dial SubEvent=End Channel=SIP/trunk-1 UniqueID=1.1 DialStatus=ANSWER
      Hangup Channel=SIP/trunk-1 Uniqueid=1.1 Cause=16`
    expect(play(table)).toEqual(['inbound 5305550199 to 15305550110: answered 101'])
  })

  test('a call that a phone picks up, and one that goes out', () => {
    const picked = `${caller18}
      Newchannel Channel=SIP/104-3 ChannelState=0 CallerIDNum=104 Exten=*8 Context=from-internal Uniqueid=1.3
      Newstate Channel=SIP/104-3 ChannelState=4 Uniqueid=1.3
      Newstate Channel=SIP/104-3 ChannelState=6 Uniqueid=1.3
      Pickup Channel=SIP/104-3 TargetChannel=SIP/101-2
      Rename Channel=SIP/104-3 Newname=SIP/104-3<MASQ> Uniqueid=1.3
      Rename Channel=SIP/101-2 Newname=SIP/104-3 Uniqueid=1.2
      Rename Channel=SIP/104-3<MASQ> Newname=SIP/101-2<ZOMBIE> Uniqueid=1.3
      Hangup Channel=SIP/101-2<ZOMBIE> Uniqueid=1.3 Cause=16
      Newstate Channel=SIP/trunk-1 ChannelState=6 Uniqueid=1.1
      Bridge Bridgestate=Link Channel1=SIP/trunk-1 Channel2=SIP/104-3 Uniqueid1=1.1 Uniqueid2=1.2
      Hangup Channel=SIP/104-3 Uniqueid=1.2 Cause=16
      Hangup Channel=SIP/trunk-1 Uniqueid=1.1 Cause=16`
    expect(play(picked)).toEqual(['inbound 5305550199 to 15305550101: answered 104'])
    const out = `
      Newchannel Channel=SIP/101-1 ChannelState=0 CallerIDNum=101 Exten=15305550999 Context=from-internal Uniqueid=1.1
      Newstate Channel=SIP/101-1 ChannelState=4 Uniqueid=1.1
      Newchannel Channel=SIP/trunk-2 ChannelState=0 CallerIDNum= Exten= Context=from-trunk Uniqueid=1.2
      Dial SubEvent=Begin Channel=SIP/101-1 Destination=SIP/trunk-2 UniqueID=1.1 DestUniqueID=1.2 Dialstring=15305550999@trunk
      HangupRequest Channel=SIP/101-1 Uniqueid=1.1
      Dial SubEvent=End Channel=SIP/101-1 UniqueID=1.1 DialStatus=CANCEL
      Hangup Channel=SIP/trunk-2 Uniqueid=1.2 Cause=0
      Hangup Channel=SIP/101-1 Uniqueid=1.1 Cause=127`
    expect(play(out)).toEqual(['outbound 101 to 15305550999: missed abandoned'])
  })
})
