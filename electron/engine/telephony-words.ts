/** What telephony tells by a code, in the language that holds now; what that language has no words for, as it was said. */
import type { ConnectionProblem } from '../../telephony/ami/problems.ts'
import { words } from '../contract/text/index.ts'

/** What stands between Ringback and the phone system at `address`. */
export function problemInWords(
  problem: ConnectionProblem,
  address: { host: string; port: number; username: string },
): ConnectionProblem {
  const said = words.telephony.phone[problem.code]?.(address)
  return said ? { ...problem, message: said[0], remedy: said[1] } : problem
}

/** Why a text failed or all of them stand still; `code`: the text service's own, null where it gave none. */
export function failureInWords<F extends { message: string; remedy: string | null; code: string | null }>(
  failure: F,
): F {
  const said = failure.code === null ? undefined : words.telephony.twilio[failure.code]
  return said ? { ...failure, message: said[0], remedy: said[1] } : failure
}
