/** The window's requests about settings: what the office is called, where its phone system and its gateway are. */
import type { Kysely } from 'kysely'
import { dialplanLines, textContext } from '../../telephony/sms/asterisk/dialplan.ts'
import { numberAsKept } from '../../telephony/phone-number.ts'
import type { Gateway } from '../../telephony/sms/gateway.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import { phoneSystemCommands } from './phone-system-commands.ts'
import type { PartyBook } from './parties/party-book.ts'
import type { PhoneSystemContext } from './phone-system-commands.ts'
import { recordSecret } from './settings/changes.ts'
import { readSection, readSettings, saveSection } from './settings/settings.ts'
import type { Database } from './store/schema.ts'
import { storedTokenIsNotFor } from './stored-token.ts'
import { textingStepInWords } from './telephony-words.ts'

export interface SetupContext extends PhoneSystemContext {
  /** Builds a gateway from settings that are not saved yet. */
  gatewayFor(texting: CommandArguments<'texting:check'>): Promise<Gateway>
  /** Of the certificate that the phone system shows instead of the trusted one; null as long as it does not. */
  strangeFingerprint(): string | null
  /** The gateway's settings changed: use the new ones from the next text on. */
  regate(): Promise<void>
  parties: PartyBook
  /** Whatever stood still at the gateway is tried again. */
  retryTexting(): void
}

type SetupCommand =
  | 'settings:get'
  | 'settings:save-business'
  | 'settings:save-follow-up'
  | 'texting:check'
  | 'texting:save'
  | 'texting:try-now'
  | 'texting:own-system'

type SetupHandlers = {
  [N in SetupCommand | keyof typeof phoneSystemCommands]: (
    input: CommandArguments<N>,
    context: SetupContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const setupCommands: SetupHandlers = {
  ...phoneSystemCommands,

  async 'settings:get'(_input, { store, secrets, strangeFingerprint }) {
    const settings = await readSettings(store.db, secrets.known())
    return ok({ ...settings, phoneSystem: { ...settings.phoneSystem, strangeFingerprint: strangeFingerprint() } })
  },

  async 'settings:save-business'(input, context) {
    await context.store.write((work) => saveSection(work, 'business', input, context.clock.now()))
    context.settingsChanged()
    return ok(undefined)
  },

  async 'settings:save-follow-up'(input, context) {
    await context.store.write((work) => saveSection(work, 'follow-up', input, context.clock.now()))
    context.settingsChanged()
    return ok(undefined)
  },

  async 'texting:check'(input, { store, secrets, gatewayFor }) {
    const needsToken = input.kind === 'twilio' && input.authToken === undefined
    if (needsToken && secrets.gatewayToken === null) return fail('bad-input', ...words.failures.noToken)
    const refusal = await storedTokenIsNotFor(input, store)
    if (refusal) return refusal
    const gateway = await gatewayFor(input)
    const steps = await gateway.check()
    const { country } = await readSection(store.db, 'business')
    return ok({ steps: steps.map((step) => textingStepInWords(gateway.name, step, country)) })
  },

  async 'texting:try-now'(_input, { retryTexting }) {
    retryTexting()
    return ok(undefined)
  },

  async 'texting:save'(input, context) {
    const { authToken, ...texting } = { authToken: undefined, ...input }
    const refusal = context.secrets.gatewayToken === null ? null : await storedTokenIsNotFor(input, context.store)
    if (refusal) return refusal
    await context.store.write(async (work) => {
      const from = await spelledAsBefore(work.db, texting.from)
      await saveSection(work, 'texting', { ...texting, from }, context.clock.now())
      if (authToken !== undefined) await recordSecret(work, 'texting', 'authToken', context.clock.now())
    })
    // Only now: where the disk refuses, the old account holds, and this token is not for it.
    if (authToken !== undefined) context.secrets.gatewayToken = authToken
    await context.regate()
    context.settingsChanged()
    return ok(undefined)
  },

  async 'texting:own-system'(_input, { parties }) {
    const { outside } = await parties.view()
    const trunks = outside.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint.startsWith('PJSIP/'))
    return ok({ trunks, context: textContext, dialplan: dialplanLines().join('\n') })
  },
}

/** The office's number as it is kept; one that is stored already keeps its spelling, and is no change of the settings. */
async function spelledAsBefore(db: Kysely<Database>, typed: string): Promise<string> {
  const { country } = await readSection(db, 'business')
  const stored = (await readSection(db, 'texting')).from
  const from = numberAsKept(typed, country)
  return numberAsKept(stored, country) === from ? stored : from
}
