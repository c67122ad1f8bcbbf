/** The verdict on a call that is over: pure, by facts alone. The words are defined in Ringback's design. */
import type { CallLeg, MissedReason } from './call.ts'

export interface CallFacts {
  /** Extension or outside number that spoke with the caller; null when nobody did. */
  answeredBy: string | null
  /** Ended in voicemail. */
  voicemail: boolean
  /** The caller ended the call: what went on at that moment. Null when the phone system did, or nothing told. */
  callerLeft: { phones: boolean; queue: boolean; dialing: boolean } | null
  /** A dial was called off without an answer, which only the caller can have done. */
  calledOff: boolean
  /** The end was not seen, and phones rang or the caller queued when the connection was lost. */
  waitingAtGap: boolean
  /** The caller's channel went up: the phone system itself, when nobody answered. */
  pbxUp: boolean
  /** The phone system played something to the caller. */
  played: boolean
  /** It tried to reach a phone. */
  tried: boolean
  legs: readonly Pick<CallLeg, 'how' | 'rangAt'>[]
}

export type Verdict = { outcome: 'answered'; reason: null } | { outcome: 'missed'; reason: MissedReason }

/** Whether a call was answered and, if not, why. */
export function judge(facts: CallFacts): Verdict {
  if (facts.answeredBy !== null) return { outcome: 'answered', reason: null }
  return { outcome: 'missed', reason: missedReason(facts) }
}

function missedReason(facts: CallFacts): MissedReason {
  const { callerLeft, legs } = facts
  if (facts.voicemail) return 'voicemail'
  if (callerLeft?.phones || callerLeft?.queue || facts.calledOff || facts.waitingAtGap) return 'abandoned'
  if (legs.length === 0) return withoutPhones(facts)
  if (legs.some((leg) => rangInVain(leg))) return 'no-answer'
  if (legs.some((leg) => leg.how === 'busy' || leg.how === 'declined')) return 'busy'
  return legs.some((leg) => leg.how === 'unknown') ? 'no-answer' : 'unavailable'
}

function rangInVain({ how, rangAt }: Pick<CallLeg, 'how' | 'rangAt'>): boolean {
  if (how === 'no-answer' || how === 'cancelled') return true
  return rangAt !== null && how === 'unknown'
}

function withoutPhones({ callerLeft, tried, pbxUp, played }: CallFacts): MissedReason {
  // The caller was quicker than the first phone.
  if (callerLeft?.dialing) return 'abandoned'
  if (tried) return 'unavailable'
  if (pbxUp || played) return 'unattended'
  return callerLeft ? 'abandoned' : 'unavailable'
}
