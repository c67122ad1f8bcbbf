/** The window's requests of set-up: where it was left, and where the phone system may be. */
import { checkPhoneSystem } from '../../telephony/ami/check.ts'
import { encryptionOffer, encryptionStep } from '../../telephony/ami/encryption-offer.ts'
import { lookForPhoneSystems } from '../../telephony/ami/look-for.ts'
import { ownAddress } from '../../telephony/ami/own-address.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import type { setupCommands as contract } from '../contract/setup-commands.ts'
import type { PhoneSystemContext } from './phone-system-commands.ts'
import { saveSection } from './settings/settings.ts'
import { phoneStepInWords } from './telephony-words.ts'

type Handlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: PhoneSystemContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const findingCommands: Handlers = {
  async 'setup:at'({ step }, { store, clock, settingsChanged }) {
    await store.write((work) => saveSection(work, 'setup', { step }, clock.now()))
    settingsChanged()
    return ok(undefined)
  },

  async 'phone-system:find'(place, { clock }) {
    const address = { ...place, username: '', password: '', fingerprint: null }
    const [{ steps, fingerprint }, encryption, own] = await Promise.all([
      checkPhoneSystem({ ...address, clock, signsIn: false }),
      encryptionOffer(address, { clock }),
      ownAddress(place.host, { clock }),
    ])
    const found = steps[0]?.state !== 'failed'
    const all = [...steps, encryptionStep(address, encryption, found)].map(phoneStepInWords)
    return ok({ steps: all, encryption, fingerprint, ownAddress: own })
  },

  async 'phone-system:own-address'({ host }, { clock }) {
    return ok({ address: await ownAddress(host, { clock }) })
  },

  async 'phone-system:look-for'(_input, { clock }) {
    return ok({ hosts: await lookForPhoneSystems({ clock }) })
  },
}
