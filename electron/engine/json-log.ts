/** A logger for the terminal: one JSON object a line on standard output, `{time, level, event, …facts}`. */
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { maskedValue } from '../../telephony/mask-numbers.ts'

export function jsonLog(clock: Clock, write: (line: string) => void): Logger {
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, facts: Record<string, unknown> = {}) =>
      // Whoever writes a fact masks its numbers; this is for those that ride along in error texts.
      write(`${JSON.stringify({ time: new Date(clock.now()).toISOString(), level, event, ...facts }, maskedValue)}\n`)
  return { info: log('info'), warn: log('warn'), error: log('error') }
}
