/** What went wrong with a text, as it is stored with it: in any language, whenever it is read. */
import { z } from 'zod'
import type { NoFacts, Said } from '../../../telephony/said.ts'
import type { TextingSaid } from '../../../telephony/sms/texting-facts.ts'
import { isListed, isOutOfReach } from '../../../telephony/sms/twilio/errors.ts'
import { words } from '../../contract/text/index.ts'
import { isTextingSaid, textingInWords } from '../telephony-words.ts'
import type { Sentence } from '../telephony-words.ts'

/** What Ringback itself has to say of a text, besides what the gateway says. */
export interface OwnProblemFacts {
  'nobody-knows': NoFacts
  'not-delivered': NoFacts
  'time-missed': NoFacts
  'opted-out': NoFacts
  blocked: NoFacts
}

export interface Problem {
  said: Said<OwnProblemFacts> | TextingSaid
  /** The gateway's own, for support; null for ours. */
  code: string | null
}

/** As JSON. With it the sentence as it was said at the time, for versions that do not know the code. */
export function storedProblem({ said, code }: Problem): string {
  return JSON.stringify({ ...problemInWords(said), code, said })
}

export function problemInWords(said: Problem['said']): Sentence {
  if (!isOwn(said)) return textingInWords(said)
  const [message, remedy] = ownSentences()[said.code]
  return { message, remedy }
}

const stored = z.object({
  message: z.string(),
  remedy: z.string().nullable().default(null),
  code: z.string().nullable().default(null),
  said: z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) }).optional(),
})

/**
 * What stands with a text in the store; older versions left sentences in the language of the time, or one alone.
 * `callInstead`: no text will reach the number, however often it is sent.
 */
export function readProblem(json: string): Sentence & { callInstead: boolean } {
  try {
    const result = stored.safeParse(JSON.parse(json))
    if (!result.success) return { message: json, remedy: null, callInstead: false }
    const { said, code, message, remedy } = result.data
    const number = Number(code)
    const callInstead = isOutOfReach(number) || said?.code === 'no-number'
    if (said && (isOwn(said) || isTextingSaid(said))) return { ...problemInWords(said), callInstead }
    const sentence = isListed(number) ? problemInWords({ code: 'listed', facts: { number } }) : { message, remedy }
    return { ...sentence, callInstead }
  } catch {
    return { message: json, remedy: null, callInstead: false }
  }
}

function isOwn(said: { code: string }): said is Said<OwnProblemFacts> {
  return Object.hasOwn(ownSentences(), said.code)
}

function ownSentences(): Record<keyof OwnProblemFacts, readonly [message: string, remedy: string]> {
  const { unknownOutcome, notDelivered, timeMissed, optedOut, blocked } = words.failures
  return {
    'nobody-knows': unknownOutcome,
    'not-delivered': notDelivered,
    'time-missed': timeMissed,
    'opted-out': optedOut,
    blocked,
  }
}
