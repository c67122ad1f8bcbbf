/** The live test of set-up: can Ringback sign in, may it use the number, and who else answers texts to it? */
import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber'
import type { GatewayCheckStep } from '../gateway.ts'
import { failed, ok, skipped, warning } from './check-steps.ts'
import type { TwilioClients } from './clients.ts'
import { gatewayErrorOf } from './meaning.ts'
import { numberRegistration, serviceRegistration } from './registration.ts'
import { troubleOf } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** What is not asked any more after a failure. */
const unasked = [skipped('registration', null), skipped('answers', null)]

/**
 * Asks Twilio, sends nothing. `from` is the office's number (E.164) or a messaging service (`MG…`). The account
 * itself is never asked for: API keys may not see it.
 */
export async function checkTwilio(clients: () => Promise<TwilioClients>, from: string): Promise<GatewayCheckStep[]> {
  const signIn = await signedIn(clients)
  if (signIn.state === 'failed') {
    return [signIn, skipped('number', null), ...unasked]
  }
  return [signIn, ...(await numberSteps(clients, from))]
}

async function signedIn(clients: () => Promise<TwilioClients>): Promise<GatewayCheckStep> {
  try {
    const { reading } = await clients()
    await reading.messages.page({ pageSize: 1 })
    return ok('sign-in', { code: 'signed-in', facts: {} })
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    return failed('sign-in', gatewayErrorOf(trouble).said, suspects(trouble))
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
      return [skipped('number', { code: 'numbers-not-shown', facts: {} }), ...unasked]
    }
    return [failed('number', gatewayErrorOf(trouble).said), ...unasked]
  }
  if (!number) {
    return [failed('number', { code: 'not-our-number', facts: { from } }, ['from']), ...unasked]
  }
  if (!number.capabilities.sms) {
    return [failed('number', { code: 'cannot-text', facts: { from } }, ['from']), ...unasked]
  }
  const { reading } = await clients()
  const registration = await numberRegistration(reading, number)
  return [ok('number', { code: 'number-ready', facts: { from } }), registration, answersStep(number)]
}

/** For a messaging service that picks a number for each text. */
async function serviceSteps(clients: () => Promise<TwilioClients>, service: string): Promise<GatewayCheckStep[]> {
  const { reading } = await clients()
  try {
    const { instances } = await reading.messaging.v1.services(service).phoneNumbers.page({ pageSize: 50 })
    if (instances.length === 0) {
      return [failed('number', { code: 'service-empty', facts: {} }, ['from']), ...unasked]
    }
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'refused' && trouble.status === 404) {
      return [failed('number', { code: 'service-unknown', facts: {} }, ['from']), ...unasked]
    }
    return [skipped('number', { code: 'service-not-shown', facts: {} }), ...unasked]
  }
  return [
    ok('number', { code: 'service-ready', facts: {} }),
    await serviceRegistration(reading, service),
    skipped('answers', { code: 'service-answers-unknown', facts: {} }),
  ]
}

/** New numbers come with a demo that answers every text. */
function answersStep(number: IncomingPhoneNumberInstance): GatewayCheckStep {
  if (number.smsUrl?.includes('demo.twilio.com')) {
    return warning('answers', { code: 'demo-answers', facts: {} })
  }
  if (number.smsUrl) return ok('answers', { code: 'another-hears', facts: {} })
  return ok('answers', { code: 'nobody-else-answers', facts: {} })
}
