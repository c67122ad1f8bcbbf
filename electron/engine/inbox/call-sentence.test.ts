import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallLeg, EndedCall, MissedReason } from '../../../telephony/calls/call.ts'
import { setLanguage } from '../../contract/text/index.ts'
import { sentence } from './call-sentence.ts'

const start = Date.UTC(2030, 0, 7, 10)

function leg(
  phone: string,
  rang: number | null,
  ended: number,
  how: CallLeg['how'],
  answered: number | null = null,
): CallLeg {
  const at = (seconds: number | null) => (seconds === null ? null : start + seconds * 1000)
  const answeredAt = at(answered)
  return { phone, channel: `PJSIP/${phone}-1`, dialedAt: start, rangAt: at(rang), answeredAt, endedAt: at(ended), how }
}

function missed(reason: MissedReason, legs: CallLeg[], seconds = 30): EndedCall {
  return {
    linkedid: '1.1',
    direction: 'inbound',
    callerNumber: '5305550101',
    callerName: null,
    dialed: '15305550110',
    outcome: 'missed',
    reason,
    answeredBy: null,
    startedAt: start,
    endedAt: start + seconds * 1000,
    legs,
    endUnseen: false,
    partUnseen: false,
    presentationWithheld: null,
  }
}

function answered(by: string, legs: CallLeg[]): EndedCall {
  return { ...missed('no-answer', legs), outcome: 'answered', reason: null, answeredBy: by }
}

describe('the sentence about a call', () => {
  test.each<[EndedCall, string]>([
    [
      missed('abandoned', [leg('101', 0, 18, 'cancelled'), leg('102', 0, 18, 'cancelled')]),
      'Rang 101 and 102 for 18 s, then the caller hung up.',
    ],
    [missed('abandoned', [], 125), 'The caller waited 2 min 5 s, then hung up before a phone rang.'],
    [missed('no-answer', [leg('101', 0, 60, 'no-answer')]), 'Rang 101 for 1 min, but nobody answered.'],
    [missed('voicemail', [leg('101', 1, 21, 'no-answer')]), 'Went to voicemail after 101 rang for 20 s.'],
    [missed('voicemail', []), 'Went to voicemail.'],
    [missed('unavailable', []), 'No phone could be reached.'],
    [missed('unattended', []), 'The caller heard a menu or an announcement; no phone was called.'],
    [missed('busy', [leg('101', null, 1, 'busy')]), '101 was busy.'],
    [
      missed('busy', [leg('101', null, 1, 'busy'), leg('102', 1, 2, 'declined')]),
      '101 was busy; 102 declined the call.',
    ],
    [answered('102', [leg('101', 0, 6, 'elsewhere'), leg('102', 0, 90, 'answered', 6)]), 'Answered by 102 after 6 s.'],
    [
      missed(
        'no-answer',
        ['101', '102', '103', '104', '105'].map((phone) => leg(phone, 0, 5, 'no-answer')),
      ),
      'Rang 5 phones for 5 s, but nobody answered.',
    ],
  ])('case %#', (call, told) => {
    expect(sentence(call)).toBe(told)
  })

  test('says so when the end was not seen', () => {
    expect(sentence({ ...missed('unattended', []), partUnseen: true })).toContain('somebody may have answered')
    expect(sentence({ ...missed('unattended', []), endUnseen: true })).toBe(
      'The caller heard a menu or an announcement; no phone was called. The end was not seen: nothing was heard from the phone system.',
    )
  })
})

describe('the sentence about a call, in Spanish', () => {
  beforeAll(() => setLanguage('es', 'en-US'))
  afterAll(() => setLanguage('en', 'en-US'))

  test.each<[EndedCall, string]>([
    [
      missed('abandoned', [leg('101', 0, 18, 'cancelled'), leg('102', 0, 18, 'cancelled')]),
      'Sonó en 101 y 102 durante 18 s; luego quien llamó colgó.',
    ],
    [missed('busy', [leg('101', null, 1, 'busy')]), '101 estaba ocupado.'],
    [answered('102', [leg('102', 0, 90, 'answered', 6)]), 'Contestó 102 después de 6 s.'],
  ])('%#', (call, told) => {
    expect(sentence(call)).toBe(told)
  })
})
