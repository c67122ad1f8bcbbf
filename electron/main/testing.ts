/** What tests of main share. */
import type { Logger } from '../../telephony/logger.ts'

export interface LoggedEvent {
  event: string
  facts: Record<string, unknown>
}

/** A logger that remembers. */
export function listeningLogger(): { logger: Logger; logged: LoggedEvent[] } {
  const logged: LoggedEvent[] = []
  const write = (event: string, facts: Record<string, unknown> = {}) => void logged.push({ event, facts })
  return { logger: { info: write, warn: write, error: write }, logged }
}
