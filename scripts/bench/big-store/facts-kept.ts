/** What the engine keeps with each decision about a text: the facts it was made from. */
import type { FollowUpFacts } from '../../../electron/engine/followup/facts.ts'

/** The facts of a common call, as JSON of the length that they have. */
export function keptFacts(facts: {
  stage: FollowUpFacts['stage']
  step: FollowUpFacts['step']
  plannedAt: number
  callEndedAt: number
  outcome: FollowUpFacts['outcome']
  missedReason: FollowUpFacts['missedReason']
}): string {
  const all: FollowUpFacts = {
    ...facts,
    urged: false,
    officeState: 'open',
    opensAt: null,
    quiet: null,
    sameMorningUntil: null,
    direction: 'inbound',
    endUnseen: false,
    partUnseen: false,
    withheld: false,
    number: 'valid',
    country: 'US',
    kind: 'fixed-or-mobile',
    own: false,
    blocked: false,
    landline: false,
    machine: false,
    optedOut: false,
    optOutAsked: false,
    textingReady: true,
    pausedBy: null,
    watchOnly: false,
    live: false,
    otherFollowUpAt: null,
    stoppedByStaffAt: null,
    automaticThisWeek: facts.step - 1,
    staffWroteAt: null,
    spokeAt: null,
    repliedAt: null,
    lastMissedAt: facts.callEndedAt,
  }
  return JSON.stringify(all)
}
