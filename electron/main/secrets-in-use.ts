/** The secrets at work: what the engine gets of them, what the log conceals, and what the window's commands change. */
import { safeStorage } from 'electron'
import type { CommandName, CommandOutput } from '../contract/commands.ts'
import type { EngineSecrets } from '../contract/engine-port.ts'
import type { SecretsKept, WithoutKeychain } from '../contract/secrets.ts'
import type { Ask } from './ask-engine.ts'
import type { AppLog } from './log.ts'
import { keepSecrets, noteSecretPlaces, SecretsFile, systemKeychain } from './secrets.ts'

export interface SecretsInUseOptions {
  /** The profile's. */
  folder: string
  logger: AppLog
  ask: Ask
}

export class SecretsInUse {
  readonly #options: SecretsInUseOptions
  #opened: SecretsFile | null = null

  constructor(options: SecretsInUseOptions) {
    this.#options = options
  }

  /** All secrets that can be read, which the log then conceals. */
  forEngine(): EngineSecrets {
    this.#conceal()
    return this.#file().forEngine()
  }

  kept(): SecretsKept {
    return this.#file().kept()
  }

  /** For a PC without a keychain. */
  choose(how: WithoutKeychain): void {
    this.#file().choose(how)
  }

  /** Takes what a command of the window's brought, once the engine has done it with the answer `value`. */
  commandDone(command: CommandName, input: unknown, value: unknown): void {
    keepSecrets(command, input, this.#file(), value)
    this.#conceal()
    if (command === 'phone-system:save' || command === 'texting:save') void this.#notePlaces()
  }

  #conceal(): void {
    const known = this.#file().known()
    this.#options.logger.conceal(Object.values(known).filter((secret: unknown) => typeof secret === 'string'))
  }

  /** Where the engine uses them, once a place was saved for which they may be used without being typed in again. */
  async #notePlaces(): Promise<void> {
    const answer = await this.#options.ask('settings:get')
    if (answer.ok) noteSecretPlaces(answer.value as CommandOutput<'settings:get'>, this.#file())
  }

  /** The keychain can be asked only when Electron is ready. */
  #file(): SecretsFile {
    const { folder, logger } = this.#options
    this.#opened ??= new SecretsFile({ folder, keychain: systemKeychain(safeStorage), logger })
    return this.#opened
  }
}
