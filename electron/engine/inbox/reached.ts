/** Whether a call by the office got as far as the contact's phone. */

interface OutboundCall {
  outcome: 'answered' | 'missed'
  reason: string | null
  /** Its end fell into a time without a connection: what became of it is a guess. */
  endUnseen: boolean
}

/**
 * False for a call by the office that rang nobody outside (no line, no way for the number): the contact knows nothing
 * of it, so that it is no answer to anything. In doubt it did.
 */
export function reachedThem({ outcome, reason, endUnseen }: OutboundCall): boolean {
  return outcome === 'answered' || endUnseen || !unreached.some((one) => one === reason)
}

/** Reasons of outbound calls that rang nobody. */
export const unreached = ['unavailable', 'unattended'] as const
