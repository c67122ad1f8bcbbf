/** The steps of the check, by what they are about. */
import type { GatewayCheckStep } from '../gateway.ts'
import type { TextingSaid } from '../texting-facts.ts'

type About = 'sign-in' | 'number' | 'registration' | 'answers'

export function ok(about: About, said: TextingSaid): GatewayCheckStep {
  return { about, state: 'ok', said, fields: [] }
}

export function warning(about: About, said: TextingSaid): GatewayCheckStep {
  return { about, state: 'warning', said, fields: [] }
}

export function failed(about: About, said: TextingSaid, fields: string[] = []): GatewayCheckStep {
  return { about, state: 'failed', said, fields }
}

/** `said`: null where an earlier step's failure says it all. */
export function skipped(about: About, said: TextingSaid | null): GatewayCheckStep {
  return { about, state: 'skipped', said, fields: [] }
}
