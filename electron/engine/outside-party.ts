/** Who is at the outside end of a call: the number that everything else is looked up by. */
import type { Direction } from '../../telephony/calls/call.ts'
import { parseNumber } from '../../telephony/phone-number.ts'
import type { ParsedNumber } from '../../telephony/phone-number.ts'

export interface CallEnds {
  direction: Direction
  callerNumber: string | null
  /** As the desk phone dialled it, with whatever prefix the office has. */
  dialed: string | null
  /** Numbers and extensions that were called in the course of it. */
  called: readonly string[]
}

/** The outside party's number as an office in `country` (ISO 3166 alpha-2) reads it. */
export function outsideParty(call: CallEnds, country: string): ParsedNumber {
  if (call.direction !== 'outbound') return parseNumber(call.callerNumber, country)
  const asDialed = parseNumber(call.dialed, country)
  // Behind a prefix for the outside line stands what the trunk was told to dial.
  const asTold = call.called.map((told) => ({ told, parsed: parseNumber(told, country) }))
  if (!asDialed.ok) return asTold.find(({ parsed }) => parsed.ok)?.parsed ?? asDialed
  // A prefix may make another number of it: with 0, one within Germany reads as one abroad.
  const behindPrefix = asTold.find(({ told, parsed }) => {
    return parsed.ok && isBehindPrefix(told, call.dialed ?? '') && !asDialed.number.endsWith(told)
  })
  return behindPrefix?.parsed ?? asDialed
}

function isBehindPrefix(told: string, dialed: string): boolean {
  return told !== '' && told.length < dialed.length && dialed.endsWith(told)
}
