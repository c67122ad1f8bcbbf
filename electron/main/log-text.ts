/** One event as the log keeps it. */

/** Whoever writes a fact masks its numbers; this is for those that ride along in error texts. */
const wholeNumber = /\+\d{4,11}(\d{4})(?!\d)/g

/** `event` and its `facts` in one line, without line breaks and whole phone numbers. */
export function logText(event: string, facts: Record<string, unknown>): string {
  return `${event} ${JSON.stringify(facts)}`.replace(wholeNumber, '…$1')
}
