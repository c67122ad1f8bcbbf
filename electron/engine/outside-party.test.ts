import { describe, expect, it } from 'vitest'
import type { CallEnds } from './outside-party.ts'
import { outsideParty } from './outside-party.ts'

const ends = (facts: Partial<CallEnds>): CallEnds => ({
  direction: 'outbound',
  callerNumber: '101',
  dialed: null,
  called: [],
  ...facts,
})
const pat = { ok: true, number: '+15305550141' }

describe('who is at the outside end of a call', () => {
  it('is the caller of a call from outside', () => {
    const call = ends({ direction: 'inbound', callerNumber: '5305550141', dialed: '15305550100', called: ['101'] })
    expect(outsideParty(call, 'US')).toMatchObject(pat)
    expect(outsideParty({ ...call, callerNumber: null }, 'US')).toEqual({ ok: false, why: 'withheld' })
  })

  it('is the number dialled by somebody of the office, whatever stands before it', () => {
    expect(outsideParty(ends({ dialed: '15305550141' }), 'US')).toMatchObject(pat)
    const behindPrefix = ends({ dialed: '915305550141', called: ['102', '15305550141'] })
    expect(outsideParty(behindPrefix, 'US')).toMatchObject(pat)
    expect(outsideParty(ends({ dialed: '*72', called: ['102'] }), 'US')).toMatchObject({ ok: false })
  })

  it.each([
    // Behind 0 for an outside line: the whole would be a number abroad.
    ['DE', '0017123456789', '017123456789', '+4917123456789'],
    // What the trunk was told is the same number, in another form.
    ['DE', '0012125550142', '12125550142', '+12125550142'],
    ['DE', '00442079460018', '442079460018', '+442079460018'],
    ['DE', '017123456789', '17123456789', '+4917123456789'],
    ['GB', '02079460018', '442079460018', '+442079460018'],
    ['US', '011442079460018', '442079460018', '+442079460018'],
    ['US', '15305550141', '5305550141', '+15305550141'],
  ])('is in %s, when %s is dialled and the trunk told %s, %s', (country, dialed, told, number) => {
    expect(outsideParty(ends({ dialed, called: ['102', told] }), country)).toMatchObject({ ok: true, number })
  })
})
