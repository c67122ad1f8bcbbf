/** The window's requests about where the phone system is, and which certificate it may show. */
import { checkPhoneSystem } from '../../telephony/ami/check.ts'
import { encryptionOffer, encryptionStep } from '../../telephony/ami/encryption-offer.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import type { Secrets } from './secrets.ts'
import { readSection, saveSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

export interface PhoneSystemContext {
  store: Store
  clock: Clock
  secrets: Secrets
  /** The phone system's settings changed: connect anew. */
  reconnect(): Promise<void>
  settingsChanged(): void
}

type Place = CommandArguments<'phone-system:save'>
type PhoneSystemCommand = 'phone-system:check' | 'phone-system:save' | 'phone-system:trust'
type Handlers = {
  [N in PhoneSystemCommand]: (
    input: CommandArguments<N>,
    context: PhoneSystemContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const phoneSystemCommands: Handlers = {
  async 'phone-system:check'({ password, ...place }, { store, clock, secrets }) {
    const secret = password ?? secrets.pbxPassword
    if (secret === null) return missing('password')
    const address = { ...place, password: secret, fingerprint: await trustedAt(place, store) }
    const [steps, encryption] = await Promise.all([
      checkPhoneSystem({ ...address, clock }),
      encryptionOffer(address, { clock }),
    ])
    const found = steps[0]?.state !== 'failed'
    return ok({ steps: [...steps, encryptionStep(address, encryption, found)], encryption })
  },

  async 'phone-system:save'({ password, ...place }, context) {
    const { store, clock, secrets } = context
    if (password !== undefined) secrets.pbxPassword = password
    const fingerprint = await trustedAt(place, store)
    await store.write((work) => saveSection(work, 'phone-system', { ...place, fingerprint }, clock.now()))
    await context.reconnect()
    context.settingsChanged()
    return ok(undefined)
  },

  async 'phone-system:trust'({ fingerprint }, context) {
    await context.store.write((work) => saveSection(work, 'phone-system', { fingerprint }, context.clock.now()))
    await context.reconnect()
    context.settingsChanged()
    return ok(undefined)
  },
}

/** The certificate that is trusted there; null for the first one that comes, where nobody has been yet. */
async function trustedAt({ host, port, tls, fingerprint }: Omit<Place, 'password'>, store: Store) {
  if (!tls) return null
  if (fingerprint !== undefined) return fingerprint
  const known = await readSection(store.db, 'phone-system')
  return known.host === host && known.port === port ? known.fingerprint : null
}

export function missing(secret: string): Result<never> {
  return fail('bad-input', `No ${secret} was given, and none is stored.`, `Type the ${secret} in.`)
}
