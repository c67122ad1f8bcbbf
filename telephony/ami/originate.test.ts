import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CallBackOrder } from './originate.ts'
import { deskPhoneChannel, originateAction } from './originate.ts'

const order: CallBackOrder = {
  channelId: 'ringback-4f1c',
  channel: 'PJSIP/101',
  context: 'from-internal',
  number: '15305550141',
  callerId: { number: '15305550100', name: 'Cedar Dental' },
  ringSeconds: 25,
}

describe('the action that calls back', () => {
  it('rings the desk phone first, then sends it on to the number, with the office’s caller id', () => {
    expect(originateAction(order)).toEqual({
      Action: 'Originate',
      Channel: 'PJSIP/101',
      ChannelId: 'ringback-4f1c',
      Context: 'from-internal',
      Exten: '15305550141',
      Priority: '1',
      Timeout: '25000',
      Async: 'true',
      CallerID: '"Cedar Dental" <15305550100>',
    })
    expect(originateAction({ ...order, callerId: null })).not.toHaveProperty('CallerID')
  })

  it('refuses a value that could mean more than one call', () => {
    const bad: Partial<CallBackOrder>[] = [
      { number: '15305550141,2' },
      { number: '15305550141@elsewhere' },
      { number: '911\r\nApplication: System' },
      { number: '' },
      { context: 'from-internal,s,1' },
      { context: 'a\r\nVariable: x=y' },
      { channel: 'PJSIP/101&PJSIP/102' },
      { channel: 'PJSIP/101\r\nAction: Logoff' },
      { channel: '101' },
      { channelId: 'other-4f1c' },
      { ringSeconds: 0 },
      { callerId: { number: 'abc', name: '' } },
    ]
    for (const change of bad) expect(() => originateAction({ ...order, ...change })).toThrow(RangeError)
  })

  it('is one line a header, whatever name the office has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const callerId = originateAction({ ...order, callerId: { number: '15305550100', name } })['CallerID'] ?? ''
        expect(callerId).toMatch(/^"[^"\\<>\r\n\0]*" <15305550100>$/)
      }),
    )
  })
})

describe('a desk phone’s channel', () => {
  it.each([
    ['101', 'PJSIP/101'],
    [' PJSIP/101 ', 'PJSIP/101'],
    ['sip/front-desk', 'SIP/front-desk'],
    ['Local/101@from-internal', 'Local/101@from-internal/n'],
    ['Local/101@from-internal/n', 'Local/101@from-internal/n'],
  ])('%s is %s', (typed, channel) => {
    expect(deskPhoneChannel(typed)).toBe(channel)
    expect(deskPhoneChannel(channel)).toBe(channel)
  })

  it.each(['', 'PJSIP/', 'PJSIP/101&PJSIP/102', 'PJSIP/15305550141@trunk', 'Local/101', 'Local/1@a@b', 'Foo/1', '1,2'])(
    '%s is none',
    (typed) => expect(deskPhoneChannel(typed)).toBeNull(),
  )
})
