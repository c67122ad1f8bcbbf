/**
 * The secrets the engine works with. They come from the keychain (through main) or from a config file, live in memory
 * only, and never reach the store or the log.
 */
import type { EngineConfig } from './settings/config-file.ts'
import type { KnownSecrets } from './settings/settings.ts'

export class Secrets {
  pbxPassword: string | null
  gatewayToken: string | null

  constructor(initial: { pbxPassword: string | null; gatewayToken: string | null }) {
    this.pbxPassword = initial.pbxPassword
    this.gatewayToken = initial.gatewayToken
  }

  /** Takes those of a config file. */
  take(config: EngineConfig): void {
    this.pbxPassword = config.pbx.password
    const { gateway } = config
    this.gatewayToken = gateway.kind === 'twilio' ? gateway.authToken : null
  }

  /** Which there are, for the window. */
  known(): KnownSecrets {
    return { hasPassword: this.pbxPassword !== null, hasToken: this.gatewayToken !== null }
  }
}
