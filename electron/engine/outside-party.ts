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
  if (asDialed.ok) return asDialed
  // Behind a prefix for the outside line stands what the trunk was told to dial.
  for (const number of call.called) {
    const parsed = parseNumber(number, country)
    if (parsed.ok) return parsed
  }
  return asDialed
}
