/** What Ringback tells of itself: to the window, to the log, and to whoever is asked for help. */
import os from 'node:os'
import { app } from 'electron'
import { systemClock } from '../../telephony/clock.ts'
import type { AppInfo, Health } from '../contract/view-models.ts'
import { appInfo } from './app-info.ts'
import type { AppLock } from './app-lock.ts'
import type { EngineHost } from './engine-host.ts'
import { readLogTail } from './log-tail.ts'
import type { PreferencesInForce } from './preferences-in-force.ts'
import type { Profile } from './profile.ts'
import type { SecretsInUse } from './secrets-in-use.ts'
import { supportDetails } from './support-details.ts'

export interface AboutOptions {
  profile: Profile
  logFolder: string
  engine: EngineHost
  lock: AppLock
  preferences: PreferencesInForce
  secrets: SecretsInUse
}

export class About {
  readonly #options: AboutOptions

  constructor(options: AboutOptions) {
    this.#options = options
  }

  info(): AppInfo {
    const { profile, logFolder, lock, preferences, secrets } = this.#options
    return appInfo({
      version: app.getVersion(),
      profile,
      logFolder,
      secrets: secrets.kept(),
      lock: lock.state(),
      preferences: preferences.now(),
      ...preferences.speech(),
    })
  }

  /** As text, without anything secret. */
  async supportDetails(): Promise<string> {
    const { engine, logFolder, secrets } = this.#options
    const health = await engine.request('health:get', undefined)
    const { pbxPassword, gatewayToken } = secrets.forEngine()
    return supportDetails({
      now: systemClock.now(),
      info: this.info(),
      system: `${os.type()} ${os.release()} ${os.arch()}`,
      engine: engine.state(),
      deaths: engine.deaths(),
      // The engine's answer to this very command.
      health: health.ok ? (health.value as Health) : null,
      log: await readLogTail(logFolder),
      secrets: [pbxPassword, gatewayToken].filter((secret) => secret !== null),
      home: os.homedir(),
    })
  }
}
