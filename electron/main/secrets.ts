/**
 * Passwords and tokens, in one file of the profile, encrypted with the system's keychain. Where there is no keychain
 * (some Linux desktops) nothing is stored until somebody has chosen: to be asked at each start, or to have them stored for
 * this user's eyes only (0600), unencrypted.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { CommandArguments, CommandName, CommandOutput } from '../contract/commands.ts'
import type { SecretsKept, WithoutKeychain } from '../contract/secrets.ts'
import type { EngineSecrets } from '../contract/engine-port.ts'
import type { Logger } from '../../telephony/logger.ts'

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

const entry = z.object({ encrypted: z.boolean(), value: z.string() })
const fileShape = z.object({
  pbxPassword: entry.nullable(),
  gatewayToken: entry.nullable(),
  /** What was chosen for a PC without a keychain; null until then. */
  without: z.enum(['ask', 'file']).nullable().default(null),
})
const nothing = { pbxPassword: null, gatewayToken: null, without: null }
const names = ['pbxPassword', 'gatewayToken'] as const
type Stored = z.output<typeof fileShape>

export class SecretsFile {
  readonly #file: string
  readonly #keychain: Keychain
  readonly #logger: Logger
  /** As they are in the file; one that cannot be read today stays as it is. */
  #stored: Stored
  /** For this run, whatever becomes of the file. */
  #known: EngineSecrets = { pbxPassword: null, gatewayToken: null }
  /** Some stand unencrypted in the file. */
  #plain = false

  constructor(options: { folder: string; keychain: Keychain; logger: Logger }) {
    this.#file = path.join(options.folder, 'secrets.json')
    this.#keychain = options.keychain
    this.#logger = options.logger
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
  known(): EngineSecrets {
    const { pbxPassword, gatewayToken } = this.#known
    this.#known = {
      pbxPassword: pbxPassword ?? this.#unseal('pbxPassword'),
      gatewayToken: gatewayToken ?? this.#unseal('gatewayToken'),
    }
    return this.#known
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

  /** Keeps a secret. When the disk refuses, it holds for this run, and the log says so. */
  save(name: keyof EngineSecrets, secret: string): void {
    this.#known = { ...this.#known, [name]: secret }
    this.#stored = { ...this.#stored, [name]: this.#seal(secret) }
    this.#write()
  }

  /** It was for a place that is not used any more. */
  forget(name: keyof EngineSecrets): void {
    this.#known = { ...this.#known, [name]: null }
    this.#stored = { ...this.#stored, [name]: null }
    this.#write()
  }

  #write(): void {
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true })
      writeFileSync(`${this.#file}.new`, JSON.stringify(this.#stored), { mode: 0o600 })
      renameSync(`${this.#file}.new`, this.#file)
    } catch (error) {
      this.#logger.error('secrets.not-stored', { error: String(error) })
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
    const { password } = input as CommandArguments<'phone-system:save'>
    if (password !== undefined) file.save('pbxPassword', password)
  } else if (command === 'texting:save') {
    const texting = input as CommandArguments<'texting:save'>
    const authToken = 'authToken' in texting ? texting.authToken : undefined
    if (authToken !== undefined) file.save('gatewayToken', authToken)
  } else if (command === 'settings:take') {
    const { needs } = value as CommandOutput<'settings:take'>
    if (needs.includes('password')) file.forget('pbxPassword')
    if (needs.includes('token')) file.forget('gatewayToken')
  }
}
