/** The window's requests that try texting out: what the account can text from, and a text to one's own phone. */
import { numberForPeople, parseNumber } from '../../telephony/phone-number.ts'
import { GatewayError } from '../../telephony/sms/gateway.ts'
import { listSenders } from '../../telephony/sms/twilio/senders.ts'
import type { CommandArguments, CommandOutput } from '../contract/commands.ts'
import { fail, ok } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import type { tryingCommands as contract } from '../contract/setup-commands.ts'
import { words } from '../contract/text/index.ts'
import { openConversation } from './inbox/conversations.ts'
import { textCommands } from './outbox/commands.ts'
import type { TextContext } from './outbox/commands.ts'
import type { Secrets } from './secrets.ts'
import { textServiceUnreached } from './reach-words.ts'
import { readSection } from './settings/settings.ts'
import { storedTokenIsNotFor } from './stored-token.ts'
import { textingInWords } from './telephony-words.ts'

export interface TryingContext extends TextContext {
  secrets: Secrets
}

type Handlers = {
  [N in keyof typeof contract]: (
    input: CommandArguments<N>,
    context: TryingContext,
  ) => Promise<Result<CommandOutput<N>>>
}

export const tryingCommands: Handlers = {
  async 'texting:senders'(input, { store, clock, secrets }) {
    const { accountSid, apiKey, authToken, baseUrl } = input
    const token = authToken ?? secrets.gatewayToken
    if (token === null) return fail('bad-input', ...words.failures.noToken)
    const refusal = await storedTokenIsNotFor(input, store)
    if (refusal) return refusal
    const key = apiKey === '' ? {} : { apiKey: { sid: apiKey, secret: token } }
    const { country } = await readSection(store.db, 'business')
    try {
      const found = await listSenders({ accountSid, authToken: token, baseUrl, ...key }, { clock })
      const senders = found.map(({ from, name, texts }) => {
        const number = from.startsWith('MG') ? null : numberForPeople(from, country)
        return { from, numberForPeople: number, name: name === number ? '' : name, texts }
      })
      return ok({ senders })
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      const { message, remedy } = textServiceUnreached(error.said) ?? textingInWords(error.said)
      return fail('bad-input', message, remedy ?? undefined)
    }
  },

  // By the very way that every text by staff takes: opt-outs hold, it is sent once, and the answer comes into the inbox.
  async 'texting:test'({ to, messageId }, context) {
    const { store, clock } = context
    const { name, country } = await readSection(store.db, 'business')
    const number = parseNumber(to, country)
    if (!number.ok) return fail('bad-input', ...words.failures.noNumber)
    const { id } = await store.write((work) => openConversation(work, number.number, { now: clock.now() }))
    const body = words.inbox.testText(name === '' ? 'Ringback' : name)
    const sent = await textCommands['messages:send']({ conversationId: id, messageId, body }, context)
    return sent.ok ? ok({ conversationId: id }) : sent
  },
}
