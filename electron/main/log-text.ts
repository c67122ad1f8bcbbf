/** One event as the log keeps it. */
import { maskNumbersIn } from '../../telephony/phone-number.ts'

/** `event` and its `facts` in one line, without line breaks and whole phone numbers. */
export function logText(event: string, facts: Record<string, unknown>): string {
  // Whoever writes a fact masks its numbers; this is for those that ride along in error texts.
  return maskNumbersIn(`${event} ${JSON.stringify(facts)}`)
}
