/** The window's requests about where the phone system is, and which certificate it may show. */
import { checkPhoneSystem } from '../../telephony/ami/check.ts'
import { encryptionOffer, encryptionStep } from '../../telephony/ami/encryption-offer.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Secrets } from './secrets.ts'
import { recordSecret } from './settings/changes.ts'
import type { Section } from './settings/sections.ts'
import { readSection, saveSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'
import { phoneStepInWords } from './telephony-words.ts'

export interface PhoneSystemContext {
  store: Store
  clock: Clock
  secrets: Secrets
  /** The phone system's settings changed: connect anew. */
  reconnect(): Promise<void>
  settingsChanged(): void
}

type Place = Omit<CommandArguments<'phone-system:save'>, 'connect'>
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
    if (secret === null) return fail('bad-input', ...words.failures.noPassword)
    const known = await readSection(store.db, 'phone-system')
    const refusal = password === undefined ? storedIsNotFor(place, known) : null
    if (refusal) return refusal
    const address = { ...place, password: secret, fingerprint: trustedAt(place, known) }
    const [{ steps, fingerprint }, encryption] = await Promise.all([
      checkPhoneSystem({ ...address, clock }),
      encryptionOffer(address, { clock }),
    ])
    const found = steps[0]?.state !== 'failed'
    const all = [...steps, encryptionStep(address, encryption, found)].map(phoneStepInWords)
    return ok({ steps: all, encryption, fingerprint })
  },

  async 'phone-system:save'({ password, connect, ...place }, context) {
    const { store, clock, secrets } = context
    const refusal = await store.write(async (work) => {
      const known = await readSection(work.db, 'phone-system')
      const refused = password === undefined && secrets.pbxPassword !== null ? storedIsNotFor(place, known) : null
      if (refused) return refused
      if (!connect && known.host !== '' && !known.waits) return fail('not-allowed', ...words.failures.connectedAlready)
      await saveSection(
        work,
        'phone-system',
        { ...place, fingerprint: trustedAt(place, known), waits: !connect },
        clock.now(),
      )
      if (password !== undefined) await recordSecret(work, 'phone-system', 'password', clock.now())
      return null
    })
    if (refusal) return refusal
    if (password !== undefined) secrets.pbxPassword = password
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

type Known = Section<'phone-system'>

/** The certificate that is trusted there; null for the first one that comes, where nobody has been yet. */
function trustedAt({ host, port, tls, fingerprint }: Omit<Place, 'password'>, known: Known): string | null {
  if (!tls) return null
  if (fingerprint !== undefined) return fingerprint
  return known.host === host && known.port === port ? known.fingerprint : null
}

/** Why the stored password must not be sent there: a mistyped address, or somebody in between, would learn it. */
function storedIsNotFor({ host, tls }: Omit<Place, 'password'>, known: Known): Result<never> | null {
  // It was made up for a place that nobody has signed in to yet, and the place is still being found.
  if (known.waits) return null
  const { storedUnencrypted, storedForOther } = words.failures
  if (known.host !== host) return fail('bad-input', storedForOther(known.host), storedUnencrypted[1])
  return known.tls && !tls ? fail('bad-input', ...storedUnencrypted) : null
}
