/** What telephony tells by codes and facts, in the language that holds now. */
import type { PhoneCheckFacts, PhoneSystemCheckStep } from '../../telephony/ami/check.ts'
import type { ConnectionProblem, ConnectionProblemCode } from '../../telephony/ami/problems.ts'
import type { Said, Sentences } from '../../telephony/said.ts'
import { words } from '../contract/text/index.ts'
import type { CheckStep } from '../contract/view-models.ts'

export interface Sentence {
  message: string
  remedy: string | null
}

/** What stands between Ringback and the phone system, for who looks after it. */
export function problemInWords({ code, facts }: ConnectionProblem): Sentence {
  return inWords<Record<ConnectionProblemCode, ConnectionProblem['facts']>>(words.phone.problems, { code, facts })
}

/** The same for everybody else, without a word that only technicians know. */
export function plainly({ code }: ConnectionProblem): { message: string; remedy: string } {
  const table: Record<ConnectionProblemCode, readonly [string, string]> = words.phone.plain
  const [message, remedy] = table[code]
  return { message, remedy }
}

/** A step of the check of the phone system. */
export function phoneStepInWords({ about, state, said, fields }: PhoneSystemCheckStep): CheckStep {
  const { steps, checks, problems } = words.phone
  const name = steps[about]
  return { name, state, fields, ...(said ? inWords<PhoneCheckFacts>({ ...problems, ...checks }, said) : nothing) }
}

const nothing: Sentence = { message: '', remedy: null }

/** `detail` among the facts is what the other side said: it stands behind the sentence as it was said. */
function inWords<F>(sentences: Sentences<F>, said: Said<F>): Sentence {
  const [message, remedy] = sentence(sentences, said)
  const detail = said.facts && typeof said.facts === 'object' && 'detail' in said.facts ? said.facts.detail : undefined
  return { message: typeof detail === 'string' && detail !== '' ? `${message} (${detail})` : message, remedy }
}

function sentence<F, C extends keyof F>(sentences: Sentences<F>, { code, facts }: { code: C; facts: F[C] }) {
  return sentences[code](facts)
}

/** Why a text failed or all of them stand still; `code`: the text service's own, null where it gave none. */
export function failureInWords<F extends { message: string; remedy: string | null; code: string | null }>(
  failure: F,
): F {
  const said = failure.code === null ? undefined : words.telephony.twilio[failure.code]
  return said ? { ...failure, message: said[0], remedy: said[1] } : failure
}
