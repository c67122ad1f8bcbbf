/** What tests of main share. */
import type { Logger } from '../../telephony/logger.ts'
import type { Health, PartHealth } from '../contract/view-models.ts'

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

export function part(state: PartHealth['state'], message: string = state): PartHealth {
  return { state, message, remedy: null, since: 0 }
}

/** A healthy Ringback, with what differs. */
export function healthWith(change: Partial<Health> = {}): Health {
  return {
    phoneSystem: part('ok'),
    texting: part('ok'),
    inbox: part('ok'),
    disk: part('ok'),
    clock: part('ok'),
    connection: { retryAt: null, lacks: [] },
    paused: null,
    revision: 1,
    ...change,
  }
}
