/** How long callers wait. */
import type { CallLeg, EndedCall } from './call.ts'

/** The leg whose person spoke with the caller first; undefined when nobody did. */
export function firstAnswer(legs: readonly CallLeg[]): CallLeg | undefined {
  let first: CallLeg | undefined
  for (const leg of legs) {
    if (leg.answeredAt !== null && leg.answeredAt < (first?.answeredAt ?? Infinity)) first = leg
  }
  return first
}

/** From the beginning of the call until a person answered or, when nobody did, until it ended; in ms. */
export function waitedMs(call: Pick<EndedCall, 'startedAt' | 'endedAt' | 'legs'>): number {
  return (firstAnswer(call.legs)?.answeredAt ?? call.endedAt) - call.startedAt
}
