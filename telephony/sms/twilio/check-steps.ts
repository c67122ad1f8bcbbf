/** The steps of the check, by what they are about. */
import type { GatewayCheckStep } from '../gateway.ts'

const names = {
  'sign-in': 'Sign in to Twilio',
  number: 'Texting number',
  registration: 'Registration with carriers',
  answers: 'Automatic answers',
} as const satisfies Partial<Record<GatewayCheckStep['about'], string>>
type About = keyof typeof names

export function ok(about: About, message: string): GatewayCheckStep {
  return { about, name: names[about], state: 'ok', message, remedy: null, fields: [] }
}

export function warning(about: About, message: string, remedy: string): GatewayCheckStep {
  return { about, name: names[about], state: 'warning', message, remedy, fields: [] }
}

export function failed(about: About, message: string, remedy: string | null, fields: string[] = []): GatewayCheckStep {
  return { about, name: names[about], state: 'failed', message, remedy, fields }
}

export function skipped(about: About, message: string): GatewayCheckStep {
  return { about, name: names[about], state: 'skipped', message, remedy: null, fields: [] }
}
