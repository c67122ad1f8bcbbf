/** Delivery states only ever move on: news from a gateway may come late, twice or in the wrong order. */
import type { DeliveryState } from './gateway.ts'

const rank: Record<DeliveryState, number> = { accepted: 0, sent: 1, delivered: 2, failed: 2 }

/**
 * The state to keep of the one that is known and the one that was just heard. Where both are final the first one
 * stays.
 */
export function furtherState(known: DeliveryState, heard: DeliveryState): DeliveryState {
  return rank[heard] > rank[known] ? heard : known
}

/** Whether a gateway will say no more about a text in this state. `sent` may be the last word, but need not be. */
export function isFinal(state: DeliveryState): boolean {
  return rank[state] === 2
}
