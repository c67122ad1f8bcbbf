/** One event as the log keeps it. */
import { maskedValue } from '../../telephony/mask-numbers.ts'

/** Shorter ones are parts of other words. */
const shortestSecret = 6

/**
 * `event` and its `facts` in one line, without line breaks, whole phone numbers and secrets. Whoever writes a fact masks
 * its numbers; those that ride along in error texts are masked here.
 * @param secrets passwords and tokens as they are: a library's error may quote what it sent.
 */
export function logText(event: string, facts: Record<string, unknown>, secrets: readonly string[] = []): string {
  // As JSON writes it, too.
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  const concealed = forms.filter(({ length }) => length >= shortestSecret)
  const conceal = (words: string): string => concealed.reduce((text, form) => text.replaceAll(form, '[secret]'), words)
  const told = (key: string, value: unknown): unknown =>
    maskedValue(key, typeof value === 'string' ? conceal(value) : value)
  return `${event} ${JSON.stringify(facts, told)}`
}
