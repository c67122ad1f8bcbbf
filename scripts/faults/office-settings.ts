/** How the office of a run is set up. */
import type { EngineConfig } from '../../electron/engine/settings/config-file.ts'

export const accountSid = `AC${'0'.repeat(32)}`
export const authToken = 'the lab’s own'
/** The number that the office texts from, which is its line too. */
export const sender = '+12125550100'

export const officeZone = 'America/Chicago'
/** A Tuesday noon in the office's zone. */
export const begin: number = Date.UTC(2026, 10, 24, 18, 0)
export const delaySeconds = 15
/** Sooner than offices have it: a run is a few hours long. */
export const secondAfterMinutes = 20

/** `pbx`: where it is; `gateway`: its base URL; `later`: which later texts staff have switched on. */
export function officeConfig(
  pbx: Pick<EngineConfig['pbx'] & object, 'port' | 'username' | 'password'>,
  gateway: string,
  later: { secondOn: boolean; thirdOn: boolean },
): EngineConfig {
  return {
    business: { name: 'Oak Dental', country: 'US', timeZone: officeZone },
    pbx: { host: '127.0.0.1', ...pbx, trunks: ['PJSIP/trunk'], tls: false },
    gateway: { kind: 'twilio', accountSid, authToken, from: sender, baseUrl: gateway },
    followUp: { delaySeconds, secondAfterMinutes, ...later },
    lines: { [sender]: 'Main line' },
  }
}
