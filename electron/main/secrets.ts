/**
 * Passwords and tokens, in one file of the profile, encrypted with the system's keychain. Where there is no keychain
 * (some Linux desktops) nothing is stored until somebody has chosen: to be asked at each start, or to have them stored for
 * this user's eyes only (0600), unencrypted.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { CommandArguments, CommandName, CommandOutput } from '../contract/commands.ts'
import type { Settings } from '../contract/view-models.ts'
import type { SecretsKept, WithoutKeychain } from '../contract/secrets.ts'
import type { EngineSecrets, SecretPlaces } from '../contract/engine-port.ts'
import { systemClock } from '../../telephony/clock.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { writeWhole } from './whole-file.ts'

/** What Electron's `safeStorage` offers. */
export interface Keychain {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(encrypted: Buffer): string
}

/** As Electron offers it; what Linux has for want of a keyring (`basic_text`) protects nothing. */
export function systemKeychain(storage: Keychain & { getSelectedStorageBackend?(): string }): Keychain {
  return {
    isEncryptionAvailable: () =>
      storage.isEncryptionAvailable() &&
      (process.platform !== 'linux' || storage.getSelectedStorageBackend?.() !== 'basic_text'),
    encryptString: (plain) => storage.encryptString(plain),
    decryptString: (encrypted) => storage.decryptString(encrypted),
  }
}

/** Before a file that the disk refused is tried again, ms. */
const restAfterRefusal = 10_000

const entry = z.object({ encrypted: z.boolean(), value: z.string() })
const noPlaces: SecretPlaces = { pbxPassword: null, gatewayToken: null }
const places = z.object({
  pbxPassword: z.object({ host: z.string(), tls: z.boolean() }).nullable(),
  gatewayToken: z.object({ baseUrl: z.string() }).nullable(),
})
const fileShape = z.object({
  pbxPassword: entry.nullable(),
  gatewayToken: entry.nullable(),
  /** Where each was given for. */
  places: places.default(noPlaces),
  /** What was chosen for a PC without a keychain; null until then. */
  without: z.enum(['ask', 'file']).nullable().default(null),
})
const nothing = { pbxPassword: null, gatewayToken: null, places: noPlaces, without: null }
const names = ['pbxPassword', 'gatewayToken'] as const
type Known = Record<(typeof names)[number], string | null>
type Stored = z.output<typeof fileShape>

export class SecretsFile {
  readonly #file: string
  readonly #keychain: Keychain
  readonly #logger: Logger
  readonly #clock: Clock
  /** Of trying again to write them. */
  #giveUp: () => void = () => {}
  /** As they are in the file; one that cannot be read today stays as it is. */
  #stored: Stored
  /** For this run, whatever becomes of the file. */
  #known: Known = { pbxPassword: null, gatewayToken: null }
  /** Some stand unencrypted in the file. */
  #plain = false

  constructor(options: { folder: string; keychain: Keychain; logger: Logger; clock?: Clock }) {
    this.#file = path.join(options.folder, 'secrets.json')
    this.#keychain = options.keychain
    this.#logger = options.logger
    this.#clock = options.clock ?? systemClock
    this.#stored = this.#open()
    if (this.#plain && this.#keychain.isEncryptionAvailable()) this.#encryptThem()
  }

  /** There is a keychain by now. */
  #encryptThem(): void {
    for (const [name, secret] of Object.entries(this.known())) {
      if (secret !== null) this.#stored = { ...this.#stored, [name]: this.#seal(secret) }
    }
    this.#write()
  }

  /** All that can be read. Each is tried again until it can: the keychain may have been locked at login. */
  known(): Known {
    const { pbxPassword, gatewayToken } = this.#known
    this.#known = {
      pbxPassword: pbxPassword ?? this.#unseal('pbxPassword'),
      gatewayToken: gatewayToken ?? this.#unseal('gatewayToken'),
    }
    return this.#known
  }

  /** The same, with where each may go, for the engine. */
  forEngine(): EngineSecrets {
    return { ...this.known(), places: this.#stored.places }
  }

  /** How they are kept. Where nothing protects them and nobody has chosen, for this run only. */
  kept(): SecretsKept {
    return this.#keychain.isEncryptionAvailable() ? 'keychain' : (this.#stored.without ?? 'undecided')
  }

  /** For a PC without a keychain; holds at once for those that are known. */
  choose(without: WithoutKeychain): void {
    const known = this.known()
    this.#stored = { ...this.#stored, without }
    for (const name of names) {
      const secret = known[name]
      // One that is encrypted and cannot be read today stays as it is.
      if (secret !== null) this.#stored = { ...this.#stored, [name]: this.#seal(secret) }
    }
    this.#write()
  }

  /**
   * Keeps a secret for the place that it was given for (left out: not known). When the disk refuses, it holds for this run,
   * the log says so, and it is tried again.
   */
  save<N extends keyof Known>(name: N, secret: string, place: SecretPlaces[N] = null): void {
    this.#known = { ...this.#known, [name]: secret }
    this.#stored = { ...this.#stored, [name]: this.#seal(secret), places: { ...this.#stored.places, [name]: place } }
    this.#write()
  }

  /** The secret that is known is used at another place from now on, as somebody has decided there. */
  goesTo<N extends keyof Known>(name: N, place: SecretPlaces[N]): void {
    const before = this.#stored.places
    if (JSON.stringify(before[name]) === JSON.stringify(place)) return
    this.#stored = { ...this.#stored, places: { ...before, [name]: place } }
    this.#write()
  }

  /** It was for a place that is not used any more. */
  forget(name: keyof Known): void {
    this.#known = { ...this.#known, [name]: null }
    this.#stored = { ...this.#stored, [name]: null, places: { ...this.#stored.places, [name]: null } }
    this.#write()
  }

  #write(): void {
    this.#giveUp()
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      writeWhole(this.#file, JSON.stringify(this.#stored))
    } catch (error) {
      this.#logger.error('secrets.not-stored', { error: String(error) })
      this.#giveUp = this.#clock.after(restAfterRefusal, () => this.#write())
    }
  }

  #seal(secret: string): Stored['pbxPassword'] {
    if (this.#keychain.isEncryptionAvailable()) {
      return { encrypted: true, value: this.#keychain.encryptString(secret).toString('base64') }
    }
    // An older one must not be taken for it at the next start either.
    if (this.#stored.without !== 'file') return null
    this.#logger.warn('secrets.unprotected', {
      why: 'This PC has no keychain; the file is readable for this user only.',
    })
    return { encrypted: false, value: secret }
  }

  #open(): Stored {
    let text: string
    try {
      text = readFileSync(this.#file, 'utf8')
    } catch {
      // None stored yet.
      return nothing
    }
    try {
      const read = fileShape.parse(JSON.parse(text))
      // Stored so by an older version, or before there was a keychain.
      const plain = names.filter((name) => read[name]?.encrypted === false)
      if (plain.length > 0) this.#plain = true
      return plain.length > 0 ? { ...read, without: read.without ?? 'file' } : read
    } catch (error) {
      this.#notReadable(error)
      return nothing
    }
  }

  #unseal(name: (typeof names)[number]): string | null {
    const stored = this.#stored[name]
    if (stored === null || !stored.encrypted) return stored?.value ?? null
    try {
      return this.#keychain.decryptString(Buffer.from(stored.value, 'base64'))
    } catch (error) {
      this.#notReadable(error)
      return null
    }
  }

  #notReadable(error: unknown): void {
    this.#logger.error('secrets.not-readable', { error: error instanceof Error ? error.name : 'unknown' })
  }
}

/** Keeps the secret that a command of the window carries, and forgets those that its `value` (the answer) says are over. */
export function keepSecrets(command: CommandName, input: unknown, file: SecretsFile, value?: unknown): void {
  if (command === 'phone-system:save') {
    const { password, host, tls } = input as CommandArguments<'phone-system:save'>
    if (password !== undefined) file.save('pbxPassword', password, { host, tls })
  } else if (command === 'texting:save') {
    const texting = input as CommandArguments<'texting:save'>
    if ('baseUrl' in texting && texting.authToken !== undefined) {
      file.save('gatewayToken', texting.authToken, { baseUrl: texting.baseUrl })
    }
  } else if (command === 'settings:take') {
    const { needs } = value as CommandOutput<'settings:take'>
    if (needs.includes('password')) file.forget('pbxPassword')
    if (needs.includes('token')) file.forget('gatewayToken')
  }
}

/** The engine has these secrets, and these are the places where it uses them. */
export function noteSecretPlaces({ phoneSystem, texting }: Settings, file: SecretsFile): void {
  const { host, tls } = phoneSystem
  if (phoneSystem.hasPassword) file.goesTo('pbxPassword', { host, tls })
  if (texting.hasToken && texting.kind === 'twilio') file.goesTo('gatewayToken', { baseUrl: texting.baseUrl })
}
