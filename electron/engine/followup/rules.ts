/**
 * Whom not to text, and when not: one table of named rules with reasons in plain words. Pure. They are asked when the
 * call ends, when a later step is planned, and again in the transaction that takes the text out of the outbox (design,
 * "Whom to text, and when").
 */
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { goBy, planOf } from './steps.ts'
import { mostPerWeek } from './weekly-limit.ts'

export interface Rule {
  /** Fixed: stored with every decision. */
  name: string
  /** Null when the rule has nothing against a text. */
  judge: (facts: FollowUpFacts, settings: FollowUpSettings, now: number) => Objection | null
}

/**
 * `hold`: not now; ask again at `until` (epoch ms), or in a moment where it has none. `skip`: never for this call;
 * `stepOnly`: only this text, those after it may still go out.
 */
export interface Objection {
  verdict: 'skip' | 'hold'
  reason: string
  until?: number | null
  stepOnly?: boolean
}

export interface Judgement {
  verdict: 'text' | 'hold' | 'skip'
  rule: string
  reason: string
  until?: number | null
  stepOnly?: boolean
}

/** Less than this ahead of its time a text is spoken of as if it went out now, ms. */
const aMoment = 60 * 1000

const rule = (
  name: string,
  verdict: Objection['verdict'],
  reason: string,
  applies: (facts: FollowUpFacts, settings: FollowUpSettings, now: number) => boolean,
): Rule => ({
  name,
  judge: (facts, settings, now) => (applies(facts, settings, now) ? { verdict, reason } : null),
})

/** In the order in which people would give the reasons. */
export const rules: readonly Rule[] = [
  rule('not-inbound', 'skip', 'The office made this call.', (facts) => facts.direction !== 'inbound'),
  rule('answered', 'skip', 'Somebody answered this call.', (facts) => facts.outcome !== 'missed'),
  rule('withheld-number', 'skip', 'The caller withheld the number.', (facts) => {
    return facts.withheld || facts.number === 'withheld'
  }),
  rule('internal-number', 'skip', 'The call came from inside.', (facts) => facts.number === 'short'),
  rule(
    'invalid-number',
    'skip',
    'The caller’s number is no number that exists.',
    (facts) => facts.number === 'invalid',
  ),
  rule('own-number', 'skip', 'The call came from one of the office’s own numbers.', (facts) => facts.own),
  rule('blocked', 'skip', 'This contact is blocked.', (facts) => facts.blocked),
  rule('opted-out', 'skip', 'This contact does not want texts.', (facts) => facts.optedOut),
  rule('ask-opt-out', 'skip', 'This contact may have asked for no more texts; nobody has decided yet.', (facts) => {
    return facts.optOutAsked
  }),
  rule('no-mobile', 'skip', 'This kind of number cannot get texts.', (facts) => {
    return facts.kind === 'fixed' || facts.kind === 'toll-free' || facts.kind === 'premium'
  }),
  rule('landline', 'skip', 'This is a landline: a text to it could not be delivered.', (facts) => facts.landline),
  rule('country', 'skip', 'The number belongs to a country that the office does not text to.', (facts, settings) => {
    const { business, followUp } = settings
    return facts.country === null || ![business.country.toUpperCase(), ...followUp.countries].includes(facts.country)
  }),
  rule('end-unseen', 'skip', 'Ringback was not connected when the call ended; perhaps somebody answered.', (facts) => {
    return facts.endUnseen
  }),
  rule(
    'part-unseen',
    'skip',
    'Ringback was not connected during a part of this call; perhaps somebody answered then.',
    (facts) => facts.partUnseen,
  ),
  rule('turned-off', 'skip', 'Automatic texts are turned off.', (_, settings) => {
    return !settings.followUp.enabled || planOf(settings).length === 0
  }),
  rule('paused', 'skip', 'Automatic texts were paused.', (facts) => facts.pausedBy === 'staff'),
  rule('brake', 'skip', 'Ringback had paused itself because it was sending too many texts.', (facts) => {
    return facts.pausedBy === 'brake'
  }),
  // Later on, a gateway that is missing for a moment only delays the text.
  rule('texting-off', 'skip', 'Texting is not set up yet.', (facts) => {
    return facts.stage === 'call-ended' && !facts.textingReady
  }),
  rule('spoke', 'skip', 'Staff have been on the phone with this contact since.', (facts) => facts.spokeAt !== null),
  rule('staff-wrote', 'skip', 'Staff have written to this contact since.', (facts) => facts.staffWroteAt !== null),
  rule('replied', 'skip', 'This contact has written since the call.', (facts) => facts.repliedAt !== null),
  rule(
    'machine',
    'skip',
    'A machine seems to answer our texts there: the same answer came twice within seconds.',
    (facts) => {
      return facts.machine
    },
  ),
  rule('recent-follow-up', 'skip', 'This contact is already being texted because of an earlier call.', (facts) => {
    return facts.otherFollowUpAt !== null
  }),
  rule('stopped-by-staff', 'skip', 'Staff stopped the texts to this contact less than a day ago.', (facts) => {
    return facts.stoppedByStaffAt !== null
  }),
  rule('weekly-limit', 'skip', `This contact got ${mostPerWeek} automatic texts in seven days already.`, (facts) => {
    return facts.automaticThisWeek >= mostPerWeek
  }),
  {
    name: 'too-late',
    judge: ({ step, plannedAt, callEndedAt, lastMissedAt }, settings, now) => {
      const answersAt = step === 1 ? lastMissedAt + settings.followUp.delaySeconds * 1000 : plannedAt
      if (now <= goBy(step, plannedAt, callEndedAt, settings) + Math.max(0, answersAt - plannedAt)) return null
      const reason = 'The text could not go out in time; now it would come too late.'
      return { verdict: 'skip', reason, stepOnly: step !== 1 }
    },
  },
  {
    name: 'same-morning',
    judge: ({ step, sameMorningUntil: until, urged }) => {
      if (until === null || (urged && step !== 1)) return null
      const reason = 'This contact got an automatic text this very morning.'
      return step === 1 ? { verdict: 'skip', reason } : { verdict: 'hold', reason, until }
    },
  },
  {
    name: 'closed',
    judge: ({ step, officeState, opensAt, urged }, { followUp }) => {
      if (urged || officeState === 'open') return null
      // In a break somebody is back before long: a first text goes at once, in words of its own.
      const waits = step === 3 || (step === 1 && followUp.whenClosed === 'hold' && officeState === 'closed')
      if (!waits) return null
      const reason = 'The office is closed; the text waits until it opens.'
      if (opensAt === null) return { verdict: 'skip', reason: 'The office does not open again.', stepOnly: step !== 1 }
      return { verdict: 'hold', reason, until: opensAt }
    },
  },
  {
    // A first text answers the caller's own call, so that it may go at any hour, unless the office wants it otherwise.
    name: 'quiet-hours',
    judge: ({ step, quiet, urged, plannedAt }, { followUp }, now) => {
      if (quiet === null || (step === 1 && (urged || followUp.whenClosed === 'at-once'))) return null
      const reason = plannedAt > now + aMoment ? quiet.why.replace(/^It is /, 'It would be ') : quiet.why
      if (step === 2 || urged || quiet.until === null) return { verdict: 'skip', reason, stepOnly: step !== 1 }
      return { verdict: 'hold', reason, until: quiet.until }
    },
  },
  rule('live-call', 'hold', 'This contact is in a call right now.', (facts) => facts.live === true),
  rule('live-unknown', 'hold', 'The phone system has not told yet who is in a call right now.', (facts) => {
    return facts.live === null
  }),
]

/** What the rules say together: the first that says no, else the one that says to wait longest, else text. */
export function judge(facts: FollowUpFacts, settings: FollowUpSettings, now: number): Judgement {
  let hold: Judgement | null = null
  for (const { name, judge: ask } of rules) {
    const objection = ask(facts, settings, now)
    if (objection?.verdict === 'skip') return { ...objection, rule: name }
    if (objection && (hold === null || (objection.until ?? 0) > (hold.until ?? 0))) hold = { ...objection, rule: name }
  }
  return hold ?? { verdict: 'text', rule: 'nothing-against', reason: 'Nothing spoke against a text.' }
}
