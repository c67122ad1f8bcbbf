/**
 * Whom not to text, and when not: one table of named rules with reasons in plain words. Pure. They are asked when the
 * call ends and again in the transaction that takes the text out of the outbox (design, "Whom to text, and when").
 */
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { mostPerWeek } from './weekly-limit.ts'

export interface Rule {
  /** Fixed: stored with every decision. */
  name: string
  /** Null when the rule has nothing against a text. */
  judge: (facts: FollowUpFacts, settings: FollowUpSettings, now: number) => Objection | null
}

/** `hold`: not now, ask again in a moment. `skip`: never for this call. */
export interface Objection {
  verdict: 'skip' | 'hold'
  reason: string
}

export interface Judgement {
  verdict: 'text' | 'hold' | 'skip'
  rule: string
  reason: string
}

/**
 * A text that could not go out this long after it was due, in ms, stays unsent: a PC that wakes up at night must not
 * text the callers of the afternoon.
 */
export const tooLateAfter = 10 * 60 * 1000

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
  rule('country', 'skip', 'The number belongs to a country that the office does not text to.', (facts, settings) => {
    return facts.country !== settings.business.country.toUpperCase()
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
  rule('turned-off', 'skip', 'Automatic texts are turned off.', (_, settings) => !settings.followUp.enabled),
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
  rule('recent-follow-up', 'skip', 'This contact is already being texted because of an earlier call.', (facts) => {
    return facts.otherFollowUpAt !== null
  }),
  rule('stopped-by-staff', 'skip', 'Staff stopped the texts to this contact less than a day ago.', (facts) => {
    return facts.stoppedByStaffAt !== null
  }),
  rule('weekly-limit', 'skip', `This contact got ${mostPerWeek} automatic texts in seven days already.`, (facts) => {
    return facts.automaticThisWeek >= mostPerWeek
  }),
  rule('too-late', 'skip', 'The text could not go out in time; now it would come too late.', (facts, settings, now) => {
    return now > facts.lastMissedAt + settings.followUp.delaySeconds * 1000 + tooLateAfter
  }),
  rule('live-call', 'hold', 'This contact is in a call right now.', (facts) => facts.live),
]

/** What the rules say together: the first that says no, else the first that says wait, else text. */
export function judge(facts: FollowUpFacts, settings: FollowUpSettings, now: number): Judgement {
  let hold: Judgement | null = null
  for (const { name, judge: ask } of rules) {
    const objection = ask(facts, settings, now)
    if (objection?.verdict === 'skip') return { ...objection, rule: name }
    if (objection) hold ??= { ...objection, rule: name }
  }
  return hold ?? { verdict: 'text', rule: 'nothing-against', reason: 'Nothing spoke against a text.' }
}
