/** What telephony tells by codes and facts, in the language that holds now. */
import type { PhoneCheckFacts, PhoneSystemCheckStep } from '../../telephony/ami/check.ts'
import type { ConnectionProblem, ConnectionProblemCode } from '../../telephony/ami/problems.ts'
import { numberForPeople } from '../../telephony/phone-number.ts'
import type { Said, Sentences } from '../../telephony/said.ts'
import type { Reason, ReasonFacts } from '../../telephony/parties/signs.ts'
import type { Gateway, GatewayCheckStep } from '../../telephony/sms/gateway.ts'
import type { TextingFacts, TextingSaid } from '../../telephony/sms/texting-facts.ts'
import { isListed } from '../../telephony/sms/twilio/errors.ts'
import type { ListedCode } from '../../telephony/sms/twilio/errors.ts'
import { words } from '../contract/text/index.ts'
import { phoneSystemUnreached, textServiceUnreached } from './reach-words.ts'
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
  const told = said ? inWords<PhoneCheckFacts>({ ...problems, ...checks }, said) : nothing
  return { name, state, fields, ...told, ...(said && phoneSystemUnreached(said.code)) }
}

const nothing: Sentence = { message: '', remedy: null }

/** `detail` among the facts is what the other side said: it stands behind the sentence as it was said. */
function inWords<F>(sentences: Sentences<F>, told: Said<F>): Sentence {
  const [message, remedy] = tell(sentences, told)
  const { facts } = told
  const detail = facts && typeof facts === 'object' && 'detail' in facts ? facts.detail : undefined
  return { message: typeof detail === 'string' && detail !== '' ? `${message} (${detail})` : message, remedy }
}

/** What a table of words says of one code of it. */
function tell<F, C extends keyof F, Words>(
  table: { readonly [Code in keyof F]: (facts: F[Code]) => Words },
  { code, facts }: { code: C; facts: F[C] },
): Words {
  return table[code](facts)
}

/** Why a text failed or texts stand still, for everybody. */
export function textingInWords(said: TextingSaid): Sentence {
  return inWords<TextingFacts>(textingSentences(), said)
}

/** For banners and toasts: without a word that only technicians know. */
export function textingPlainly(said: TextingSaid): Sentence {
  const table: Partial<Record<keyof TextingFacts, readonly [string, string]>> = words.texting.plain
  const plain = table[said.code]
  return plain ? { message: plain[0], remedy: plain[1] } : textingInWords(said)
}

/**
 * A step of the check of a gateway: it stands in the form that some remedies name. `country` is the office's: its numbers
 * are written as people there do.
 */
export function textingStepInWords(
  gateway: Gateway['name'],
  { about, state, said, fields }: GatewayCheckStep,
  country: string,
): CheckStep {
  const names: Partial<Record<GatewayCheckStep['about'], string>> = words.texting.steps[gateway]
  const step = { name: names[about] ?? '', state, fields }
  if (!said) return { ...step, ...nothing }
  const unreached = textServiceUnreached(said)
  if (unreached) return { ...step, ...unreached }
  const { message, remedy } = textingInWords(forPeople(said, country))
  return { ...step, message, remedy: remedy === null ? null : (words.texting.inForm[remedy] ?? remedy) }
}

function forPeople(said: TextingSaid, country: string): TextingSaid {
  if (!('from' in said.facts)) return said
  return { ...said, facts: { ...said.facts, from: numberForPeople(said.facts.from, country) } } as TextingSaid
}

/** Why an endpoint is taken for what it is taken: the end of a sentence. */
export function reasonInWords(reason: Reason): string {
  const table: { [C in keyof ReasonFacts]: (facts: ReasonFacts[C]) => string } = words.parties
  return tell(table, reason)
}

/** True for a code that there are words for: what was stored may be an older version's, or a newer one's. */
export function isTextingSaid(said: { code: string; facts: object }): said is TextingSaid {
  if (said.code === 'listed') return 'number' in said.facts && isListed(Number(said.facts.number))
  return Object.hasOwn(textingSentences(), said.code)
}

function textingSentences(): Sentences<TextingFacts> {
  const { twilio } = words.texting
  const listed: Record<ListedCode, readonly [string, string]> = twilio
  return { ...words.texting.said, listed: ({ number }) => listed[number] }
}
