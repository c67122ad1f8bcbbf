/** What the Calls page shows: projections of stored calls, ready to draw. Instants are epoch ms; days are the office's. */
import type { OfficeHoursState } from './texts.ts'
import type { CallGap, CallItem, CallLegView, DecisionView, MissedReason } from './view-models.ts'

/** A call without a number to text (withheld, nonsense) has no conversation; the Calls page still shows it. */
export interface CallRow extends CallItem {
  conversationId: string | null
  /** Name or number of the caller as shown, e.g. `Number withheld`. */
  caller: string
  /** There is a number to call back. */
  callable: boolean
  /** What came of it since; null for calls that were not missed. */
  aftermath: CallAftermath | null
}

/** What was done about a missed call; each null as long as it was not (definitions: engine/overview/definitions.ts). */
export interface CallAftermath {
  /** When a text to the caller was with the text service; the call's own end where they had one already. */
  textedAt: number | null
  /** When they wrote. */
  wroteAt: number | null
  /** When somebody talked with them, and who had called. */
  talkedAt: number | null
  talkedBy: 'office' | 'caller' | null
  /** When the office first called back, whether or not somebody answered there. */
  triedAt: number | null
  /** An automatic text waits to be sent. */
  textPlanned: boolean
}

export interface CallPage {
  items: CallRow[]
  gaps: CallGap[]
  /** Pass to the next call for the next page; null at the end. */
  nextCursor: string | null
}

/** What can be filtered by, beside what is the same in every office. */
export interface CallFilterChoices {
  lines: { number: string; label: string }[]
  phones: string[]
  /** IANA: the days of a date range begin and end there. */
  timeZone: string
}

/** One call with everything that is known of it. */
export interface CallStory {
  call: CallRow
  /** By when they were called. */
  legs: CallLegView[]
  /** Every decision about a text because of this call, oldest first. */
  decisions: CallDecision[]
  /** Staff may text the caller because of this call (`calls:preview-text` says whether the text may go). */
  mayText: boolean
}

export interface CallDecision extends DecisionView {
  /** Which text of the follow-up it was about. */
  step: number
  /** Asked when the call ended, or again at the moment of sending. */
  stage: 'call-ended' | 'sending'
  facts: DecisionFacts | null
}

/** What a decision was made from; fields that an older version did not store are left out. */
export interface DecisionFacts {
  number?: 'valid' | 'withheld' | 'short' | 'invalid' | undefined
  withheld?: boolean | undefined
  /** ISO 3166 alpha-2. */
  country?: string | null | undefined
  own?: boolean | undefined
  blocked?: boolean | undefined
  landline?: boolean | undefined
  optedOut?: boolean | undefined
  optOutAsked?: boolean | undefined
  textingReady?: boolean | undefined
  watchOnly?: boolean | undefined
  pausedBy?: 'staff' | 'brake' | 'restore' | null | undefined
  live?: boolean | null | undefined
  officeState?: OfficeHoursState | undefined
  opensAt?: number | null | undefined
  quiet?: { until: number | null; why: string } | null | undefined
  otherFollowUpAt?: number | null | undefined
  automaticThisWeek?: number | undefined
  staffWroteAt?: number | null | undefined
  spokeAt?: number | null | undefined
  repliedAt?: number | null | undefined
}

/** The text that "text them after all" would send. */
export interface CallTextPreview {
  conversationId: string | null
  /** Empty where it cannot be written. */
  body: string
  /** Why it may not go out at all, for people; null when it may. */
  refusal: { message: string; remedy: string } | null
  /** What speaks against it without forbidding it. */
  warnings: string[]
}

export const missedReasons = [
  'no-answer',
  'abandoned',
  'busy',
  'unavailable',
  'voicemail',
  'unattended',
] as const satisfies readonly MissedReason[]

export const callKinds = ['missed', 'answered', 'outbound'] as const
export type CallKind = (typeof callKinds)[number]
