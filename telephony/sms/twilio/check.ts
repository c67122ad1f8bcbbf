/** The live test of set-up: can Ringback sign in, may it use the number, and who else answers texts to it? */
import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber'
import type { GatewayCheckStep } from '../gateway.ts'
import { failed, ok, skipped, warning } from './check-steps.ts'
import type { TwilioClients } from './clients.ts'
import { gatewayErrorOf } from './in-words.ts'
import { numberRegistration, serviceRegistration } from './registration.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** What is not asked any more after a failure. */
const unasked = [skipped('registration', ''), skipped('answers', '')]

/**
 * Asks Twilio, sends nothing. `from` is the office's number (E.164) or a messaging service (`MG…`). The account
 * itself is never asked for: API keys may not see it.
 */
export async function checkTwilio(clients: () => Promise<TwilioClients>, from: string): Promise<GatewayCheckStep[]> {
  const signIn = await signedIn(clients)
  if (signIn.state === 'failed') {
    return [signIn, skipped('number', ''), ...unasked]
  }
  return [signIn, ...(await numberSteps(clients, from))]
}

async function signedIn(clients: () => Promise<TwilioClients>): Promise<GatewayCheckStep> {
  try {
    const { reading } = await clients()
    await reading.messages.page({ pageSize: 1 })
    return ok('sign-in', 'Twilio accepted the account and its token.')
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    const { message, remedy } = gatewayErrorOf(trouble)
    return failed('sign-in', message, remedy, suspects(trouble))
  }
}

/** Which settings to look at again when the sign-in failed. */
function suspects(trouble: Trouble): string[] {
  if (trouble.kind === 'settings') return [trouble.setting]
  if (trouble.kind === 'refused' && trouble.status === 401) return ['accountSid', 'apiKey', 'authToken']
  return trouble.kind === 'not-twilio' ? ['baseUrl'] : []
}

async function numberSteps(clients: () => Promise<TwilioClients>, from: string): Promise<GatewayCheckStep[]> {
  if (from.startsWith('MG')) return serviceSteps(clients, from)
  let number: IncomingPhoneNumberInstance | undefined
  try {
    const { reading } = await clients()
    const page = await reading.incomingPhoneNumbers.page({ phoneNumber: from, pageSize: 20 })
    number = page.instances.find((each) => each.phoneNumber === from)
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'refused' && (trouble.status === 401 || trouble.status === 403)) {
      return [skipped('number', 'This key may not look at the numbers of the account.'), ...unasked]
    }
    const { message, remedy } = gatewayErrorOf(trouble)
    return [failed('number', message, remedy), ...unasked]
  }
  if (!number) {
    return [
      failed(
        'number',
        `${from} is not a number of this Twilio account.`,
        'Copy one from twilio.com → Phone Numbers, with + and country code.',
        ['from'],
      ),
      ...unasked,
    ]
  }
  if (!number.capabilities.sms) {
    const remedy = 'Choose a number at twilio.com that has "SMS".'
    return [failed('number', `${from} cannot send texts.`, remedy, ['from']), ...unasked]
  }
  const { reading } = await clients()
  const registration = await numberRegistration(reading, number)
  return [ok('number', `${from} can send and receive texts.`), registration, answersStep(number)]
}

/** For a messaging service that picks a number for each text. */
async function serviceSteps(clients: () => Promise<TwilioClients>, service: string): Promise<GatewayCheckStep[]> {
  const { reading } = await clients()
  try {
    const { instances } = await reading.messaging.v1.services(service).phoneNumbers.page({ pageSize: 50 })
    if (instances.length === 0) {
      const remedy = 'Add one at twilio.com (Messaging → Services → Sender Pool).'
      return [failed('number', 'The messaging service has no number to send from.', remedy, ['from']), ...unasked]
    }
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'refused' && trouble.status === 404) {
      const remedy = 'Copy its SID from twilio.com (Messaging → Services); it starts with MG.'
      return [failed('number', 'Twilio does not know this messaging service.', remedy, ['from']), ...unasked]
    }
    return [skipped('number', 'This key may not look at the messaging service.'), ...unasked]
  }
  return [
    ok('number', 'Twilio picks a number of the messaging service for each text.'),
    await serviceRegistration(reading, service),
    skipped('answers', 'Look at twilio.com whether the messaging service answers texts by itself.'),
  ]
}

/** New numbers come with a demo that answers every text. */
function answersStep(number: IncomingPhoneNumberInstance): GatewayCheckStep {
  if (number.smsUrl?.includes('demo.twilio.com')) {
    return warning(
      'answers',
      "Twilio's demo message still answers every text to this number.",
      'At twilio.com, open the number and empty the address under "A message comes in".',
    )
  }
  if (number.smsUrl) return ok('answers', 'Texts to this number also go to another service.')
  return ok('answers', 'Nobody but Ringback answers texts to this number.')
}
