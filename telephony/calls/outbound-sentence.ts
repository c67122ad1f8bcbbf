/** What happened in a call that the office made, in one sentence. Who was called stands beside it already. */
import type { CallLeg, EndedCall } from './call.ts'
import { duration } from './duration.ts'
import { firstAnswer } from './waiting.ts'

/**
 * The story of `call`, e.g. "101 called; they answered after 6 s.": how long their phone rang, not ours before it. How
 * long they talked it leaves out, since a call that is handed on goes on elsewhere.
 */
export function outboundSentence(call: EndedCall): string {
  const { callerNumber, legs, endedAt } = call
  const who = callerNumber !== null && /^\d{2,6}$/.test(callerNumber) ? callerNumber : 'The office'
  const answer = firstAnswer(legs)
  if (answer?.answeredAt != null) {
    return `${who} called; they answered after ${duration(answer.answeredAt - answer.dialedAt)}.`
  }
  if (call.outcome === 'answered') return `${who} called, and they answered.`
  const last = legs.at(-1)
  return last ? `${who} called${unanswered(last, endedAt)}` : `${who} called, but no line to the outside was there.`
}

function unanswered(leg: CallLeg, endedAt: number): string {
  const rang = duration((leg.endedAt ?? endedAt) - (leg.rangAt ?? leg.dialedAt))
  switch (leg.how) {
    case 'busy':
      return '; the line was busy.'
    case 'declined':
      return '; they declined the call.'
    case 'unreachable':
      return ', but the number could not be reached.'
    case 'cancelled':
      return ` and hung up after ${rang}.`
    case 'answered':
    case 'elsewhere':
    case 'no-answer':
    case 'unknown':
      return ` for ${rang}; nobody answered.`
  }
}
