/**
 * Everything that a gateway, or a check of one, has to tell people: codes with their facts. `detail` is what the other
 * side said, as it said it; it stands behind the sentence.
 */
import type { NoFacts, Said } from '../said.ts'
import type { ListedCode } from './twilio/errors.ts'

interface Detail {
  detail?: string
}

/** Why a text was refused, or failed later. */
export interface RefusalFacts {
  /** One of Twilio's codes that Ringback knows. */
  listed: { number: ListedCode }
  /** Another code of the provider's. */
  unlisted: Detail & { number: string }
  'access-refused': Detail
  'cancelled-there': NoFacts
  'failed-there': NoFacts
  'no-account': NoFacts
  'no-token': NoFacts
  'unsafe-address': NoFacts
  'not-permitted': NoFacts
  'no-messaging': NoFacts
  'no-trunk': { trunk: string }
  'refused-by-phone-system': Detail
  'no-number': NoFacts
  'too-long': { most: number }
}

/** Why a text did not get out now, or nobody knows whether it did; and why nothing could be read. */
export interface OutageFacts {
  'no-connection': Detail
  'more-slowly': NoFacts
  'something-else': Detail
  'not-told': Detail
  'not-readable': Detail
  'question-refused': Detail & { number: string }
  'not-connected': NoFacts
  'phone-system-silent': NoFacts
  'trunk-unreachable': { trunk: string }
  'not-set-up': NoFacts
  'picture-not-fetched': Detail
}

/** What a step of a check can have found besides. */
export interface FindingFacts {
  demo: NoFacts
  'signed-in': NoFacts
  'numbers-not-shown': NoFacts
  'not-our-number': { from: string }
  'cannot-text': { from: string }
  'number-ready': { from: string }
  'service-empty': NoFacts
  'service-unknown': NoFacts
  'service-not-shown': NoFacts
  'service-ready': NoFacts
  'service-answers-unknown': NoFacts
  'demo-answers': NoFacts
  'another-hears': NoFacts
  'nobody-else-answers': NoFacts
  'no-registration-needed': NoFacts
  'no-campaign': NoFacts
  'service-without-campaign': NoFacts
  'campaign-approved': NoFacts
  'campaign-unfinished': NoFacts
  'campaign-refused': NoFacts
  'toll-free-verified': NoFacts
  'toll-free-unfinished': NoFacts
  'toll-free-unverified': NoFacts
  'registration-not-told': NoFacts
  'may-send': NoFacts
  'trunk-not-shown': { trunk: string }
  'trunk-ready': { trunk: string }
  'too-old': { version: string }
  'dialplan-not-shown': NoFacts
  'kept-not-readable': NoFacts
  'no-lines': { from: string; context: string; ours: string }
  'lines-found': { from: string }
  'lines-found-and-kept': { from: string }
  'texts-kept': NoFacts
  'texts-not-kept': NoFacts
}

export type TextingFacts = RefusalFacts & OutageFacts & FindingFacts

export type RefusalSaid = Said<RefusalFacts>
export type OutageSaid = Said<OutageFacts>
export type TextingSaid = Said<TextingFacts>
