/**
 * Whom not to text, and when not: one table of named rules with reasons in plain words. Pure. They are asked when the
 * call ends, when a later step is planned, and again in the transaction that takes the text out of the outbox (design,
 * "Whom to text, and when").
 */
import { words } from '../../contract/text/index.ts'
import type { FollowUpFacts, FollowUpSettings } from './facts.ts'
import { goBy, planOf } from './steps.ts'
import { mostPerWeek } from './weekly-limit.ts'
import { saidNow } from '../said-before.ts'

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

/** The reason of a stored decision, in the language that holds now where the rule alone tells it. */
export function reasonNow(name: string, stored: string): string {
  const known: Record<string, string> = words.rules
  return known[name] ?? saidNow(stored)
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
  name: Extract<keyof typeof words.rules, string>,
  verdict: Objection['verdict'],
  applies: (facts: FollowUpFacts, settings: FollowUpSettings, now: number) => boolean,
): Rule => ({
  name,
  judge: (facts, settings, now) => (applies(facts, settings, now) ? { verdict, reason: words.rules[name] } : null),
})

/** In the order in which people would give the reasons. */
export const rules: readonly Rule[] = [
  rule('not-inbound', 'skip', (facts) => facts.direction !== 'inbound'),
  rule('answered', 'skip', (facts) => facts.outcome !== 'missed'),
  rule('withheld-number', 'skip', (facts) => {
    return facts.withheld || facts.number === 'withheld'
  }),
  rule('internal-number', 'skip', (facts) => facts.number === 'short'),
  rule('invalid-number', 'skip', (facts) => facts.number === 'invalid'),
  rule('own-number', 'skip', (facts) => facts.own),
  rule('blocked', 'skip', (facts) => facts.blocked),
  rule('opted-out', 'skip', (facts) => facts.optedOut),
  rule('ask-opt-out', 'skip', (facts) => {
    return facts.optOutAsked
  }),
  rule('no-mobile', 'skip', (facts) => {
    return facts.kind === 'fixed' || facts.kind === 'toll-free' || facts.kind === 'premium'
  }),
  rule('landline', 'skip', (facts) => facts.landline),
  rule('country', 'skip', (facts, settings) => {
    const { business, followUp } = settings
    return facts.country === null || ![business.country.toUpperCase(), ...followUp.countries].includes(facts.country)
  }),
  rule('end-unseen', 'skip', (facts) => {
    return facts.endUnseen
  }),
  rule('part-unseen', 'skip', (facts) => facts.partUnseen),
  rule('turned-off', 'skip', (_, settings) => {
    return !settings.followUp.enabled || planOf(settings).length === 0
  }),
  rule('paused', 'skip', ({ pausedBy }) => pausedBy === 'staff' || pausedBy === 'restore'),
  {
    name: 'brake',
    judge: ({ pausedBy }) => (pausedBy === 'brake' ? { verdict: 'skip', reason: words.reasons.brake } : null),
  },
  // Later on, a gateway that is missing for a moment only delays the text.
  rule('texting-off', 'skip', (facts) => {
    return facts.stage === 'call-ended' && !facts.textingReady && !facts.watchOnly
  }),
  rule('spoke', 'skip', (facts) => facts.spokeAt !== null),
  rule('perhaps-spoke', 'skip', (facts) => facts.perhapsSpokeAt !== null),
  rule('staff-wrote', 'skip', (facts) => facts.staffWroteAt !== null),
  rule('replied', 'skip', (facts) => facts.repliedAt !== null),
  rule('machine', 'skip', (facts) => {
    return facts.machine
  }),
  rule('recent-follow-up', 'skip', (facts) => {
    return facts.otherFollowUpAt !== null
  }),
  rule('stopped-by-staff', 'skip', (facts) => {
    return facts.stoppedByStaffAt !== null
  }),
  {
    name: 'weekly-limit',
    judge: ({ automaticThisWeek }) => {
      if (automaticThisWeek < mostPerWeek) return null
      return { verdict: 'skip', reason: words.reasons.weeklyLimit(mostPerWeek) }
    },
  },
  {
    name: 'too-late',
    judge: ({ step, plannedAt, callEndedAt, lastMissedAt }, settings, now) => {
      // One that ended in the future was timed by a clock that has been set back since.
      const later = step === 1 && lastMissedAt <= now
      const answersAt = later ? lastMissedAt + settings.followUp.delaySeconds * 1000 : plannedAt
      if (now <= goBy(step, plannedAt, callEndedAt, settings) + Math.max(0, answersAt - plannedAt)) return null
      const reason = words.rules['too-late']
      return { verdict: 'skip', reason, stepOnly: step !== 1 }
    },
  },
  {
    name: 'same-morning',
    judge: ({ step, sameMorningUntil: until, urged }) => {
      if (until === null || (urged && step !== 1)) return null
      const reason = words.rules['same-morning']
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
      if (opensAt === null) return { verdict: 'skip', reason: words.reasons.closedForGood, stepOnly: step !== 1 }
      return { verdict: 'hold', reason: words.reasons.closed, until: opensAt }
    },
  },
  {
    // A first text answers the caller's own call, so that it may go at any hour, unless the office wants it otherwise.
    name: 'quiet-hours',
    judge: ({ step, quiet, urged, plannedAt }, { followUp }, now) => {
      if (quiet === null || (step === 1 && (urged || followUp.whenClosed === 'at-once'))) return null
      const reason = plannedAt > now + aMoment ? words.quietHours.asIfLater(quiet.why) : quiet.why
      if (step === 2 || urged || quiet.until === null) return { verdict: 'skip', reason, stepOnly: step !== 1 }
      return { verdict: 'hold', reason, until: quiet.until }
    },
  },
  // The last word: only what nothing else speaks against would have gone out.
  rule('watch-only', 'skip', (facts) => facts.watchOnly),
  rule('live-call', 'hold', (facts) => facts.live === true),
  rule('live-unknown', 'hold', (facts) => {
    return facts.live === null
  }),
]

/** The facts as they would be if calls were not only watched. */
export function unwatched(facts: FollowUpFacts): FollowUpFacts {
  return facts.watchOnly ? { ...facts, watchOnly: false, textingReady: true } : facts
}

/** What the rules say together: the first that says no, else the one that says to wait longest, else text. */
export function judge(facts: FollowUpFacts, settings: FollowUpSettings, now: number): Judgement {
  let hold: Judgement | null = null
  for (const { name, judge: ask } of rules) {
    const objection = ask(facts, settings, now)
    if (objection?.verdict === 'skip') return { ...objection, rule: name }
    if (objection && (hold === null || (objection.until ?? 0) > (hold.until ?? 0))) hold = { ...objection, rule: name }
  }
  return hold ?? { verdict: 'text', rule: 'nothing-against', reason: words.rules['nothing-against'] }
}
