import { describe, expect, it } from 'vitest'
import { amiEvent } from '../../../telephony/ami/events.ts'
import { originateAction } from '../../../telephony/ami/originate.ts'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import type { CallBackProgress } from '../../../telephony/calls/call-back.ts'
import { CallBackWatch } from '../../../telephony/calls/call-back.ts'
import { CallTracker } from '../../../telephony/calls/tracker.ts'
import { ManualClock } from '../../../telephony/clock.ts'
import { SimulatedCallBack } from './simulated-call-back.ts'
import type { Block } from './simulated-pbx.ts'

const number = '15305550141'
const order = { channelId: 'ringback-1', channel: 'PJSIP/101', context: 'internal', number, callerId: null }

/** Begins a call back in the demo office; `told` is what the product makes of its events. */
function begin() {
  const clock = new ManualClock(Date.UTC(2030, 0, 7, 10))
  const told: CallBackProgress[] = []
  const ended: EndedCall[] = []
  const watch = new CallBackWatch(order.channelId, (progress) => told.push(progress))
  const tracker = new CallTracker({
    trunks: ['PJSIP/trunk'],
    now: () => clock.now(),
    onEnded: (call) => ended.push(call),
  })
  const emit = (block: Block) => {
    const event = amiEvent(Object.entries(block))
    tracker.handle(event, clock.now())
    watch.handle(event)
  }
  const action = Object.entries(originateAction({ ...order, ringSeconds: 25 }))
  const lower = Object.fromEntries(action.map(([name, value]) => [name.toLowerCase(), value]))
  const call = new SimulatedCallBack(lower, emit, clock)
  return { call, clock, told, ended, over: call.play() }
}

describe('calling back in the demo office', () => {
  it('rings the desk phone, then the caller, and both talk', async () => {
    const { clock, told, ended, over } = begin()
    await clock.advance(120_000)
    await over
    expect(told.map(({ phase }) => phase)).toEqual(['ringing-them', 'talking', 'ended'])
    expect(ended).toMatchObject([{ direction: 'outbound', dialed: number, outcome: 'answered', answeredBy: number }])
  })

  it('ends where it is when it is cancelled, and is nobody’s call while the desk phone rings', async () => {
    const { call, clock, told, ended, over } = begin()
    await clock.advance(1000)
    expect(call.has('ringback-1')).toBe(true)
    call.hangUp()
    call.hangUp()
    await over
    expect(told.map(({ phase }) => phase)).toEqual(['ended'])
    expect([ended, call.channels()]).toEqual([[], []])
  })
})
