/** The live test of set-up: can Ringback sign in, may it use the number, and who else answers texts to it? */
import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber'
import type { GatewayCheckStep } from '../gateway.ts'
import type { TwilioClients } from './clients.ts'
import { gatewayErrorOf } from './in-words.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'

const names = { signIn: 'Sign in to Twilio', number: 'Texting number', answers: 'Automatic answers' }

/**
 * Asks Twilio, sends nothing. `from` is the office's number (E.164) or a messaging service (`MG…`). The account
 * itself is never asked for: API keys may not see it.
 */
export async function checkTwilio(clients: () => Promise<TwilioClients>, from: string): Promise<GatewayCheckStep[]> {
  const signIn = await signedIn(clients)
  if (signIn.state === 'failed') {
    return [signIn, skipped(names.number, ''), skipped(names.answers, '')]
  }
  return [signIn, ...(await numberSteps(clients, from))]
}

async function signedIn(clients: () => Promise<TwilioClients>): Promise<GatewayCheckStep> {
  try {
    const { reading } = await clients()
    await reading.messages.page({ pageSize: 1 })
    return ok(names.signIn, 'Twilio accepted the account and its token.')
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    const { message, remedy } = gatewayErrorOf(trouble)
    return failed(names.signIn, message, remedy, suspects(trouble))
  }
}

/** Which settings to look at again when the sign-in failed. */
function suspects(trouble: Trouble): string[] {
  if (trouble.kind === 'settings') return [trouble.setting]
  if (trouble.kind === 'refused' && trouble.status === 401) return ['accountSid', 'authToken']
  return trouble.kind === 'not-twilio' ? ['baseUrl'] : []
}

async function numberSteps(clients: () => Promise<TwilioClients>, from: string): Promise<GatewayCheckStep[]> {
  if (from.startsWith('MG')) {
    return [skipped(names.number, 'Twilio picks a number of the messaging service for each text.')]
  }
  let number: IncomingPhoneNumberInstance | undefined
  try {
    const { reading } = await clients()
    const page = await reading.incomingPhoneNumbers.page({ phoneNumber: from, pageSize: 20 })
    number = page.instances.find((each) => each.phoneNumber === from)
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'refused' && (trouble.status === 401 || trouble.status === 403)) {
      return [skipped(names.number, 'This key may not look at the numbers of the account.')]
    }
    const { message, remedy } = gatewayErrorOf(trouble)
    return [failed(names.number, message, remedy), skipped(names.answers, '')]
  }
  if (!number) {
    return [
      failed(
        names.number,
        `${from} is not a number of this Twilio account.`,
        'Copy one from twilio.com → Phone Numbers, with + and country code.',
        ['from'],
      ),
      skipped(names.answers, ''),
    ]
  }
  if (!number.capabilities.sms) {
    const remedy = 'Choose a number at twilio.com that has "SMS".'
    return [failed(names.number, `${from} cannot send texts.`, remedy, ['from']), skipped(names.answers, '')]
  }
  return [ok(names.number, `${from} can send and receive texts.`), answersStep(number)]
}

/** New numbers come with a demo that answers every text. */
function answersStep(number: IncomingPhoneNumberInstance): GatewayCheckStep {
  if (number.smsUrl?.includes('demo.twilio.com')) {
    return failed(
      names.answers,
      "Twilio's demo message still answers every text to this number.",
      'At twilio.com, open the number and empty the address under "A message comes in".',
    )
  }
  if (number.smsUrl) return ok(names.answers, 'Texts to this number also go to another service.')
  return ok(names.answers, 'Nobody but Ringback answers texts to this number.')
}

function ok(name: string, message: string): GatewayCheckStep {
  return { name, state: 'ok', message, remedy: null, fields: [] }
}

function failed(name: string, message: string, remedy: string | null, fields: string[] = []): GatewayCheckStep {
  return { name, state: 'failed', message, remedy, fields }
}

function skipped(name: string, message: string): GatewayCheckStep {
  return { name, state: 'skipped', message, remedy: null, fields: [] }
}
