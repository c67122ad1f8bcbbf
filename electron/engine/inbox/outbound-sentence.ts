/** What happened in a call that the office made, in one sentence. Who was called stands beside it already. */
import type { CallLeg, EndedCall } from '../../../telephony/calls/call.ts'
import { duration } from '../../../telephony/calls/duration.ts'
import { firstAnswer } from '../../../telephony/calls/waiting.ts'
import { words } from '../../contract/text/index.ts'

/**
 * The story of `call`, e.g. "101 called; they answered after 6 s.": how long their phone rang, not ours before it. How
 * long they talked it leaves out, since a call that is handed on goes on elsewhere.
 */
export function outboundSentence(call: EndedCall): string {
  const { callerNumber, legs, endedAt } = call
  const { office, out } = words.calls
  const who = callerNumber !== null && /^\d{2,6}$/.test(callerNumber) ? callerNumber : office
  const answer = firstAnswer(legs)
  if (answer?.answeredAt != null) return out.answered(who, duration(answer.answeredAt - answer.dialedAt))
  if (call.outcome === 'answered') return out.answered(who, null)
  const last = legs.at(-1)
  return last ? unanswered(who, last, endedAt) : out.noLine(who)
}

function unanswered(who: string, leg: CallLeg, endedAt: number): string {
  const { out } = words.calls
  const rang = duration((leg.endedAt ?? endedAt) - (leg.rangAt ?? leg.dialedAt))
  switch (leg.how) {
    case 'busy':
      return out.busy(who)
    case 'declined':
      return out.declined(who)
    case 'unreachable':
      return out.unreachable(who)
    case 'cancelled':
      return out.cancelled(who, rang)
    case 'answered':
    case 'elsewhere':
    case 'no-answer':
    case 'unknown':
      return out.noAnswer(who, rang)
  }
}
