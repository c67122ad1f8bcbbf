/** How the connection to the phone system is doing, in words for people. */
import type { ConnectionState } from '../../telephony/ami/connection.ts'
import type { ConnectionProblemCode } from '../../telephony/ami/problems.ts'
import { words } from '../contract/text/index.ts'
import type { PartHealth, PhoneConnection } from '../contract/view-models.ts'
import { plainly, problemInWords } from './telephony-words.ts'

/** What mends itself is no trouble yet within this time, in ms. */
const patience: Partial<Record<ConnectionProblemCode, number>> = { lost: 10_000, restarting: 3 * 60_000 }

const permissions = ['call', 'agent', 'dialplan', 'reporting', 'originate', 'system'] as const

/** `now` in epoch ms. */
export function phoneHealth(state: ConnectionState, now: number): PartHealth {
  const { since, problem } = state
  switch (state.phase) {
    case 'live':
      if (state.permissions.call === false) {
        const [message, remedy] = words.phone.plain['tells-nothing']
        const details = { message: words.health.tellsNothing[0], remedy: words.health.tellsNothing[1] }
        return { state: 'trouble', message, remedy, details, since }
      }
      return { state: 'ok', message: words.health.connected, remedy: null, since }
    case 'off': {
      const [message, remedy] = words.health.noPhone
      return { state: 'off', message, remedy, since }
    }
    case 'connecting':
    case 'signing in':
    case 'catching up':
    case 'waiting': {
      if (!problem) {
        return { state: 'working', message: words.health.connecting, remedy: null, since }
      }
      const calm = now - since < (patience[problem.code] ?? 0)
      return { state: calm ? 'working' : 'trouble', ...plainly(problem), details: problemInWords(problem), since }
    }
  }
}

/** When it tries again, and what the phone system surely does not permit. */
export function connectionOf({ phase, retryAt, permissions: known }: ConnectionState): PhoneConnection {
  return { retryAt, lacks: phase === 'live' ? permissions.filter((permission) => known[permission] === false) : [] }
}
