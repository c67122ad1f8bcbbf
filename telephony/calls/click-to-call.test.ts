import { describe, expect, it } from 'vitest'
import { play, Script } from './testing.ts'

const number = '15305550141'
const desk = { ChannelState: 0, Context: 'internal', CallerIDNum: '101', Exten: 's' }
const linked = { Uniqueid: 'ringback-7', Linkedid: 'ringback-7' }

/** The phone system rings 101, for a call to `number`. */
const rung = (more: Record<string, string> = linked) =>
  new Script()
    .arrives('101', 'PJSIP/101-0001', { ...desk, ...more })
    .raw({ Event: 'DialBegin', ...destination(more), DialString: '101' })
    .tell('Newstate', '101', { ChannelState: 5 })
const destination = (more: Record<string, string>) => ({
  DestChannel: 'PJSIP/101-0001',
  DestUniqueid: more['Uniqueid'] ?? '',
  DestLinkedid: more['Linkedid'] ?? '',
})
const failed = { Response: 'Failure', Reason: 3, Context: 'internal', Exten: number }
const pickedUp = () =>
  rung().up('101').tell('OriginateResponse', '101', { Response: 'Success', Reason: 4, Exten: number })
const dialled = () =>
  pickedUp()
    .tell('Newexten', '101', { Application: 'Dial', Exten: number })
    .made('them', 'PJSIP/trunk-0002', '101', { Context: 'from-trunk', CallerIDNum: number, Exten: number })
    .dials('101', 'them', { DialString: `${number}@trunk` })

describe('a call that the phone system began for the receptionist', () => {
  it('is an outbound call, answered by the one who was called back', () => {
    const { ended, callers } = play(dialled().answers('101', 'them').gone('them', '101'))
    expect(ended).toMatchObject([{ direction: 'outbound', dialed: number, outcome: 'answered', answeredBy: number }])
    expect(callers).toEqual([])
  })

  it('is an outbound call when nobody there answers', () => {
    const script = dialled().dialEnds('101', 'them', 'BUSY').wantsToHangUp('them', { Cause: 17 }).gone('them', '101')
    expect(play(script).ended).toMatchObject([{ direction: 'outbound', outcome: 'missed', reason: 'busy' }])
  })

  it('is nobody’s call while the desk phone rings, and when nobody picks it up', () => {
    const { ended, live } = play(rung().tell('OriginateResponse', '101', failed).gone('101'))
    expect(ended).toEqual([])
    expect(live.flat()).toEqual([])
  })

  it('is in progress from the moment the desk phone is picked up', () => {
    const { live } = play(dialled())
    expect(live.at(-1)).toMatchObject([{ direction: 'outbound', dialed: number, phones: [number] }])
  })

  it('is no missed inbound call, even from a phone that looks like a trunk, and when seen first in its middle', () => {
    const trunks = ['PJSIP/101', 'PJSIP/trunk']
    const { ended, callers } = play(dialled().gone('them', '101'), trunks)
    expect(ended).toMatchObject([{ direction: 'outbound' }])
    const middle = new Script()
      .raw({ Event: 'CoreShowChannel', Channel: 'PJSIP/101-0001', ...linked, ChannelState: 6, Context: 'internal' })
      .raw({ Event: 'CoreShowChannelsComplete' })
      .raw({ Event: 'Hangup', Channel: 'PJSIP/101-0001', ...linked })
    expect(play(middle, trunks).ended).toMatchObject([{ direction: 'outbound' }])
    expect(callers).toEqual([])
  })

  it('for which there was no way out reached nobody', () => {
    expect(play(pickedUp().gone('101')).ended).toMatchObject([{ direction: 'outbound', reason: 'unattended' }])
    const noLine = pickedUp().tell('Newexten', '101', { Application: 'Dial' }).gone('101')
    expect(play(noLine).ended).toMatchObject([{ direction: 'outbound', reason: 'unavailable' }])
  })
})
