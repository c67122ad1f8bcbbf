/** The window's requests about settings: what the office is called, where its phone system and its gateway are. */
import { checkPhoneSystem } from '../../telephony/ami/check.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Gateway } from '../../telephony/sms/gateway.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import type { Secrets } from './secrets.ts'
import { readSettings, saveSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

export interface SetupContext {
  store: Store
  clock: Clock
  secrets: Secrets
  /** Builds a gateway from settings that are not saved yet. */
  gatewayFor(texting: CommandArguments<'texting:check'>, token: string): Promise<Gateway>
  /** The phone system's settings changed: connect anew. */
  reconnect(): Promise<void>
  /** The gateway's settings changed: use the new ones from the next text on. */
  regate(): Promise<void>
  settingsChanged(): void
}

type SetupCommand =
  | 'settings:get'
  | 'settings:save-business'
  | 'settings:save-follow-up'
  | 'phone-system:check'
  | 'phone-system:save'
  | 'texting:check'
  | 'texting:save'

export type SetupHandlers = {
  [N in SetupCommand]: (input: CommandArguments<N>, context: SetupContext) => Promise<Result<CommandOutput<N>>>
}

export const setupCommands: SetupHandlers = {
  async 'settings:get'(_input, { store, secrets }) {
    return ok(await readSettings(store.db, secrets.known()))
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

  async 'phone-system:check'({ host, port, username, password }, { clock, secrets }) {
    const secret = password ?? secrets.pbxPassword
    if (secret === null) return missing('password')
    return ok({ steps: await checkPhoneSystem({ host, port, username, password: secret, clock }) })
  },

  async 'phone-system:save'({ host, port, username, password }, context) {
    if (password !== undefined) context.secrets.pbxPassword = password
    await context.store.write((work) =>
      saveSection(work, 'phone-system', { host, port, username }, context.clock.now()),
    )
    await context.reconnect()
    context.settingsChanged()
    return ok(undefined)
  },

  async 'texting:check'(input, { secrets, gatewayFor }) {
    const token = input.authToken ?? secrets.gatewayToken
    if (token === null) return missing('auth token')
    const gateway = await gatewayFor(input, token)
    return ok({ steps: await gateway.check() })
  },

  async 'texting:save'({ authToken, ...texting }, context) {
    if (authToken !== undefined) context.secrets.gatewayToken = authToken
    await context.store.write((work) => saveSection(work, 'texting', texting, context.clock.now()))
    await context.regate()
    context.settingsChanged()
    return ok(undefined)
  },
}

function missing(secret: string): Result<never> {
  return fail('bad-input', `No ${secret} was given, and none is stored.`, `Type the ${secret} in.`)
}
