/**
 * What the figures count, in words. What came of a call the database keeps beside it (migration 220); the functions below
 * say what is counted, and a test computes all of it anew from calls and texts. Times are epoch ms. In the manual these words
 * stand under "Overview".
 *
 * - A call counts on the day and in the hour in which it **ended**, on the office's clock.
 * - **Missed**: a call from outside that nobody answered (`outcome`).
 * - **Texted**: the text service took a text to the caller, and it has not failed since, either within 24 hours after
 *   the call, whoever wrote it, or, if the caller had called before, an automatic one within 24 hours before it.
 * - **Replied**: texted, and the caller wrote within 7 days after the call. The text by which a caller opts out is no
 *   reply. **Within the hour**: at most 60 minutes after the text.
 * - **Called back**, **answered later**: the first answered call with the caller that began within 7 days after the
 *   missed one was the office's, or the caller's.
 * - **Booked**: staff marked the caller as booked within 7 days after the call.
 * - **Reached**: the caller wrote within 7 days, texted or not, or somebody talked with them.
 * - **Seconds to text**: from the end of the call until the text service took the first automatic text for this very
 *   call; of callers who had a text already, and of texts by staff, there are none. Median and 90th percentile are
 *   nearest-rank: the smallest value that at least half, or nine tenths, of the texts did not exceed.
 *
 * Callers who withhold their number have no conversation: they are missed, and never more than that.
 */

const hour = 60 * 60 * 1000

/** What the database keeps beside each missed call (migration 220). */
export interface Aftermath {
  endedAt: number
  textedAt: number | null
  wroteAt: number | null
  talkedAt: number | null
  /** 1: because the office called. */
  talkedOut: 0 | 1 | null
  ownTextAt: number | null
}

export function isReplied({ textedAt, wroteAt }: Aftermath): boolean {
  return textedAt !== null && wroteAt !== null
}

export function isRepliedWithinHour({ textedAt, wroteAt }: Aftermath): boolean {
  return textedAt !== null && wroteAt !== null && wroteAt <= textedAt + hour
}

export function isReached({ wroteAt, talkedAt }: Aftermath): boolean {
  return wroteAt !== null || talkedAt !== null
}

/** The value at the nearest rank; null of none. `values` is sorted, `share` within 0 and 1. */
export function percentile(values: readonly number[], share: number): number | null {
  return values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? null
}
