import { describe, expect, it } from 'vitest'
import type { CallLeg, EndedCall } from '../../../telephony/calls/call.ts'
import { sentence } from './call-sentence.ts'
import { start } from '../../../telephony/calls/testing.ts'

const leg = (facts: Partial<CallLeg>): CallLeg => ({
  phone: '15305550141',
  channel: 'PJSIP/trunk-0002',
  dialedAt: start + 3000,
  rangAt: start + 4000,
  answeredAt: null,
  endedAt: start + 29_000,
  how: 'no-answer',
  ...facts,
})
const story = (legs: CallLeg[], facts: Partial<EndedCall> = {}): string =>
  sentence({
    linkedid: 'ringback-1',
    direction: 'outbound',
    callerNumber: '101',
    callerName: null,
    dialed: '15305550141',
    outcome: legs.some(({ how }) => how === 'answered') ? 'answered' : 'missed',
    reason: 'no-answer',
    answeredBy: null,
    startedAt: start,
    endedAt: start + 129_000,
    legs,
    endUnseen: false,
    presentationWithheld: null,
    ...facts,
  } as EndedCall)

describe('the story of a call that the office made', () => {
  it.each<[string, Partial<CallLeg>]>([
    ['101 called; they answered after 6 s.', { how: 'answered', answeredAt: start + 9000, endedAt: start + 129_000 }],
    ['101 called for 25 s; nobody answered.', {}],
    ['101 called; the line was busy.', { how: 'busy' }],
    ['101 called; they declined the call.', { how: 'declined' }],
    ['101 called and hung up after 25 s.', { how: 'cancelled' }],
    ['101 called, but the number could not be reached.', { how: 'unreachable' }],
  ])('%s', (told, facts) => {
    expect(story([leg(facts)])).toBe(told)
  })

  it('tells of the last line that was tried, and of none', () => {
    expect(story([leg({ how: 'unreachable' }), leg({ how: 'busy' })])).toBe('101 called; the line was busy.')
    expect(story([])).toBe('101 called, but no line to the outside was there.')
    expect(story([], { callerNumber: '15305550100' })).toMatch(/^The office called/)
    expect(story([], { endUnseen: true })).toContain('The end was not seen')
  })
})
