/** What is so with almost every missed call: for tests that change one thing, and for made-up histories. */
import type { FollowUpFacts } from './facts.ts'

/** All but what depends on the call itself and on the contact's week. */
export const ordinaryFacts = {
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
  staffWroteAt: null,
  spokeAt: null,
  perhapsSpokeAt: null,
  repliedAt: null,
} satisfies Partial<FollowUpFacts>
