/** What a check found that could not reach the other side: plainly, and that it is to be tried again by hand. */
import type { TextingSaid } from '../../telephony/sms/texting-facts.ts'
import { words } from '../contract/text/index.ts'

type Why = keyof typeof words.reach
interface Sentence {
  message: string
  remedy: string
}

/** By what the system, Node and the HTTP client call it; the first that fits. */
const signs: readonly [RegExp, Why][] = [
  [/^ECONNREFUSED$/, 'nobody-listens'],
  [/^(ENOTFOUND|EAI_\w+)$/, 'name-unknown'],
  [/^(ECONNABORTED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$|^no complete answer/, 'silent'],
  [/^(ECONNRESET|EPIPE|ERR_SOCKET\w*)$|^socket hang up/, 'cut-off'],
  [/CERT|SIGNATURE|SELF_SIGNED|HOSTNAME_MISMATCH/, 'not-trusted'],
]

/** Null where it was reached: then what it said counts. */
export function textServiceUnreached(said: TextingSaid): Sentence | null {
  if (said.code !== 'no-connection' && said.code !== 'not-readable') return null
  const { detail = '' } = said.facts
  const found = signs.find(([sign]) => sign.test(detail))
  return sentence(found?.[1] ?? (said.code === 'no-connection' ? 'silent' : 'no-answer-of-its-own'))
}

/** Null for all that has words of its own. */
export function phoneSystemUnreached(code: string): Sentence | null {
  return code === 'lost' ? sentence('phone-system-lost') : null
}

function sentence(why: Why): Sentence {
  const [message, remedy] = words.reach[why]
  return { message, remedy }
}
