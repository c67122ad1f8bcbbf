/** One event as the log keeps it. */
import { maskNumbersIn } from '../../telephony/phone-number.ts'

/** As people of this numbering plan write whole numbers; not a part of a longer run of digits, an id or a time. */
const nationalNumber = /(?<![\w.:-])\(?[2-9]\d{2}\)?[ .-]?[2-9]\d{2}[ .-]?(\d{4})(?![\w]|[.:-]\d)/g
/** Shorter ones are parts of other words. */
const shortestSecret = 6

/**
 * `event` and its `facts` in one line, without line breaks, whole phone numbers and secrets.
 * @param secrets passwords and tokens as they are: a library's error may quote what it sent.
 */
export function logText(event: string, facts: Record<string, unknown>, secrets: readonly string[] = []): string {
  let text = `${event} ${JSON.stringify(facts)}`
  for (const secret of secrets) {
    // As JSON writes it, too.
    for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1)])) {
      if (form.length >= shortestSecret) text = text.replaceAll(form, '[secret]')
    }
  }
  // Whoever writes a fact masks its numbers; this is for those that ride along in error texts.
  return maskNumbersIn(text).replace(nationalNumber, '…$1')
}
