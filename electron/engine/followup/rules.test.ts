import { describe, expect, test } from 'vitest'
import { defaultsOf } from '../settings/sections.ts'
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { judge, rules, tooLateAfter } from './rules.ts'
import { mostPerWeek } from './weekly-limit.ts'

const now = Date.UTC(2026, 10, 24, 18, 0)

const settings: FollowUpSettings = {
  business: { name: 'Oak Dental', bookingLink: '', country: 'US', timeZone: 'America/Chicago' },
  followUp: { enabled: true, delaySeconds: 15 },
  texts: defaultsOf('texts'),
  hours: defaultsOf('hours'),
  quietHours: defaultsOf('quiet-hours'),
  lines: [],
  texting: {
    kind: 'twilio',
    accountSid: '',
    apiKey: '',
    from: '',
    baseUrl: '',
    hasToken: false,
    trunk: '',
    numbers: 'plus',
  },
}

const plain: FollowUpFacts = {
  stage: 'call-ended',
  direction: 'inbound',
  outcome: 'missed',
  missedReason: 'no-answer',
  callEndedAt: now,
  endUnseen: false,
  partUnseen: false,
  withheld: false,
  number: 'valid',
  country: 'US',
  kind: 'fixed-or-mobile',
  own: false,
  blocked: false,
  optedOut: false,
  optOutAsked: false,
  textingReady: true,
  pausedBy: null,
  live: false,
  otherFollowUpAt: null,
  stoppedByStaffAt: null,
  automaticThisWeek: 0,
  staffWroteAt: null,
  spokeAt: null,
  lastMissedAt: now,
}

const cases: [rule: string, facts: Partial<FollowUpFacts>][] = [
  ['not-inbound', { direction: 'outbound' }],
  ['answered', { outcome: 'answered' }],
  ['withheld-number', { number: 'withheld' }],
  ['withheld-number', { withheld: true }],
  ['internal-number', { number: 'short' }],
  ['invalid-number', { number: 'invalid' }],
  ['own-number', { own: true }],
  ['blocked', { blocked: true }],
  ['opted-out', { optedOut: true }],
  ['ask-opt-out', { optOutAsked: true }],
  ['no-mobile', { kind: 'toll-free', country: null }],
  ['no-mobile', { kind: 'fixed' }],
  ['country', { country: 'GB' }],
  ['country', { country: null }],
  ['end-unseen', { endUnseen: true }],
  ['part-unseen', { partUnseen: true }],
  ['paused', { pausedBy: 'staff' }],
  ['brake', { pausedBy: 'brake' }],
  ['texting-off', { textingReady: false }],
  ['spoke', { spokeAt: now }],
  ['staff-wrote', { staffWroteAt: now }],
  ['recent-follow-up', { otherFollowUpAt: now - 1000 }],
  ['stopped-by-staff', { stoppedByStaffAt: now - 1000 }],
  ['weekly-limit', { automaticThisWeek: mostPerWeek }],
  ['too-late', { lastMissedAt: now - tooLateAfter - 16_000 }],
]

describe('the rules', () => {
  test('have nothing against a text to a plain missed caller', () => {
    expect(judge(plain, settings, now)).toMatchObject({ verdict: 'text', rule: 'nothing-against' })
  })

  test.each(cases)('say no: %s', (rule, facts) => {
    expect(judge({ ...plain, ...facts }, settings, now)).toMatchObject({ verdict: 'skip', rule })
  })

  test('say no when automatic texts are turned off', () => {
    const off = { ...settings, followUp: { ...settings.followUp, enabled: false } }
    expect(judge(plain, off, now)).toMatchObject({ verdict: 'skip', rule: 'turned-off' })
  })

  test('say wait during a call, unless another rule says no', () => {
    expect(judge({ ...plain, live: true }, settings, now)).toMatchObject({ verdict: 'hold', rule: 'live-call' })
    expect(judge({ ...plain, live: true, optedOut: true }, settings, now)).toMatchObject({ verdict: 'skip' })
  })

  test('let a text wait for a gateway that is away for a moment', () => {
    expect(judge({ ...plain, stage: 'sending', textingReady: false }, settings, now).verdict).toBe('text')
  })

  test('have names of their own, each with a case here', () => {
    const names = rules.map((rule) => rule.name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set([...cases.map(([rule]) => rule), 'turned-off', 'live-call'])).toEqual(new Set(names))
  })
})
