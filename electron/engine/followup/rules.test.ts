import { describe, expect, test } from 'vitest'
import { defaultsOf } from '../settings/sections.ts'
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { ordinaryFacts } from './ordinary-facts.ts'
import { judge, rules } from './rules.ts'
import { tooLateAfter } from './steps.ts'
import { mostPerWeek } from './weekly-limit.ts'

const now = Date.UTC(2026, 10, 24, 18, 0)

const settings: FollowUpSettings = {
  business: { name: 'Oak Dental', bookingLink: '', country: 'US', timeZone: 'America/Chicago' },
  followUp: defaultsOf('follow-up'),
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
  ...ordinaryFacts,
  stage: 'call-ended',
  step: 1,
  plannedAt: now + 15_000,
  outcome: 'missed',
  missedReason: 'no-answer',
  callEndedAt: now,
  automaticThisWeek: 0,
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
  ['landline', { landline: true }],
  ['country', { country: 'GB' }],
  ['country', { country: null }],
  ['end-unseen', { endUnseen: true }],
  ['part-unseen', { partUnseen: true }],
  ['watch-only', { watchOnly: true }],
  ['paused', { pausedBy: 'staff' }],
  ['paused', { pausedBy: 'restore' }],
  ['brake', { pausedBy: 'brake' }],
  ['texting-off', { textingReady: false }],
  ['spoke', { spokeAt: now }],
  ['perhaps-spoke', { perhapsSpokeAt: now }],
  ['staff-wrote', { staffWroteAt: now }],
  ['replied', { repliedAt: now }],
  ['machine', { machine: true }],
  ['recent-follow-up', { otherFollowUpAt: now - 1000 }],
  ['stopped-by-staff', { stoppedByStaffAt: now - 1000 }],
  ['weekly-limit', { automaticThisWeek: mostPerWeek }],
  ['too-late', { plannedAt: now - tooLateAfter[1] - 1, lastMissedAt: now - tooLateAfter[1] - 15_001 }],
  ['too-late', { step: 2, plannedAt: now - tooLateAfter[2] - 1 }],
  ['too-late', { step: 3, plannedAt: now - tooLateAfter[3] - 1 }],
  ['same-morning', { sameMorningUntil: now + 1 }],
  ['closed', { step: 3, officeState: 'closed', opensAt: null }],
  ['quiet-hours', { step: 2, quiet: { until: now + 1, why: 'It is night there.' } }],
  ['quiet-hours', { step: 3, quiet: { until: null, why: 'There is no time for texts.' } }],
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

  test('let a late first text answer a call that the contact made just now', () => {
    expect(judge({ ...plain, plannedAt: now - tooLateAfter[1] - 1, lastMissedAt: now }, settings, now).verdict).toBe(
      'text',
    )
  })

  test('leave out only the step that its time speaks against', () => {
    const quiet = { until: now + 1, why: 'It is night there.' }
    expect(judge({ ...plain, step: 2, quiet }, settings, now)).toMatchObject({ verdict: 'skip', stepOnly: true })
    expect(judge({ ...plain, step: 2, plannedAt: 0 }, settings, now)).toMatchObject({ verdict: 'skip', stepOnly: true })
    expect(judge({ ...plain, step: 2, optedOut: true, quiet }, settings, now).stepOnly).toBeUndefined()
  })

  test('say no to countries besides the office’s own, unless it texts there', () => {
    const more = { ...settings, followUp: { ...settings.followUp, countries: ['CA'] } }
    expect(judge({ ...plain, country: 'CA' }, settings, now)).toMatchObject({ rule: 'country' })
    expect(judge({ ...plain, country: 'CA' }, more, now).verdict).toBe('text')
    expect(judge({ ...plain, country: 'GB' }, more, now)).toMatchObject({ rule: 'country' })
  })

  test('say no when no step is on', () => {
    const none = { ...settings.followUp, firstOn: false, secondOn: false, thirdOn: false }
    expect(judge(plain, { ...settings, followUp: none }, now)).toMatchObject({ verdict: 'skip', rule: 'turned-off' })
  })

  describe('of the time of day', () => {
    const hold = { ...settings, followUp: { ...settings.followUp, whenClosed: 'hold' as const } }
    const closed = { officeState: 'closed', opensAt: now + 9000 } as const
    const quiet = { until: now + 5000, why: 'It is night there.' }

    test('let a first text answer the caller’s own call at any hour', () => {
      expect(judge({ ...plain, ...closed, quiet }, settings, now).verdict).toBe('text')
    })

    test('hold a first text until the office opens and nobody sleeps, where the office wants that', () => {
      const opens = { verdict: 'hold', rule: 'closed', until: now + 9000 }
      expect(judge({ ...plain, ...closed, quiet }, hold, now)).toMatchObject(opens)
      expect(judge({ ...plain, quiet }, hold, now)).toMatchObject({
        verdict: 'hold',
        rule: 'quiet-hours',
        until: now + 5000,
      })
      expect(judge({ ...plain, officeState: 'break', opensAt: now + 1 }, hold, now).verdict).toBe('text')
    })

    test('let a second text go out in the evening, and a third one only while the office is open', () => {
      expect(judge({ ...plain, ...closed, step: 2 }, settings, now).verdict).toBe('text')
      expect(judge({ ...plain, ...closed, step: 3 }, settings, now)).toMatchObject({
        verdict: 'hold',
        until: now + 9000,
      })
      expect(judge({ ...plain, step: 3, quiet }, settings, now)).toMatchObject({ verdict: 'hold', until: now + 5000 })
    })

    test('never let two automatic texts go out within one morning', () => {
      const facts = { ...plain, sameMorningUntil: now + 7000 }
      expect(judge({ ...facts, step: 2 }, settings, now)).toMatchObject({ verdict: 'hold', until: now + 7000 })
      expect(judge({ ...facts, step: 3 }, settings, now)).toMatchObject({ verdict: 'hold', until: now + 7000 })
    })

    test('give way to staff who say "send now", but not at night', () => {
      const urged = { ...plain, ...closed, urged: true, sameMorningUntil: now + 1 }
      expect(judge({ ...urged, step: 2 }, settings, now).verdict).toBe('text')
      expect(judge({ ...urged, step: 3 }, settings, now).verdict).toBe('text')
      expect(judge({ ...urged, step: 3, quiet }, settings, now)).toMatchObject({ verdict: 'skip', rule: 'quiet-hours' })
      expect(judge({ ...plain, ...closed, quiet, urged: true }, hold, now).verdict).toBe('text')
    })
  })

  test('say wait during a call, unless another rule says no', () => {
    expect(judge({ ...plain, live: true }, settings, now)).toMatchObject({ verdict: 'hold', rule: 'live-call' })
    expect(judge({ ...plain, live: null }, settings, now)).toMatchObject({ verdict: 'hold', rule: 'live-unknown' })
    expect(judge({ ...plain, live: true, optedOut: true }, settings, now)).toMatchObject({ verdict: 'skip' })
  })

  test('let a text wait for a gateway that is away for a moment', () => {
    expect(judge({ ...plain, stage: 'sending', textingReady: false }, settings, now).verdict).toBe('text')
  })

  test('have names of their own, each with a case here', () => {
    const names = rules.map((rule) => rule.name)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set([...cases.map(([rule]) => rule), 'turned-off', 'live-call', 'live-unknown'])).toEqual(new Set(names))
  })
})
