/** What an engine is begun with, and where it keeps what it knows. */
import path from 'node:path'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { EngineSecrets } from '../contract/engine-port.ts'
import type { EngineListener } from './event-hub.ts'
import type { EngineConfig } from './settings/config-file.ts'

export interface EngineOptions {
  /** Where the inbox file stands; made when it is not there. */
  dataFolder: string
  /** `demo`: a simulated phone system and simulated callers, and an inbox file of its own. */
  profile: 'office' | 'demo'
  secrets: EngineSecrets
  /** Settings and secrets of an engine without a window; they replace what was saved. */
  config?: EngineConfig
  clock: Clock
  logger: Logger
  /** Hears all events of the contract, from the first one on: how things are when the engine begins is among them. */
  onEvent?: EngineListener
}

/** The demo empties its inbox at each start, and so must never open the office's. */
const inboxFile = { office: 'inbox.sqlite', demo: 'demo.sqlite' } as const

export function inboxPath({ dataFolder, profile }: Pick<EngineOptions, 'dataFolder' | 'profile'>): string {
  return path.join(dataFolder, inboxFile[profile])
}

export function pictureFolder({ dataFolder }: Pick<EngineOptions, 'dataFolder'>): string {
  return path.join(dataFolder, 'pictures')
}
