/**
 * Whether carriers know the office's number. In the United States they drop the texts of a local number that belongs to
 * no approved campaign ("A2P 10DLC"), and of a toll-free number that was not verified; Twilio accepts such texts all
 * the same (30034, 30032).
 */
import type twilio from 'twilio'
import { parseNumber } from '../../phone-number.ts'
import { failed, ok, skipped, warning } from './check-steps.ts'
import type { GatewayCheckStep } from '../gateway.ts'
import { troubleOf } from './trouble.ts'

/** More messaging services than an office has. */
const mostServices = 20

const register = 'Register it at twilio.com (Messaging → Regulatory Compliance), then check again.'
const unfinished = 'Carriers may drop texts until it is done. Look at twilio.com (Messaging → Regulatory Compliance).'
const notTold =
  "Your provider does not tell whether the number is registered. Carriers drop an unregistered US number's texts."

/** `number`: the office's, E.164, with Twilio's id of it. Never throws. */
export async function numberRegistration(
  client: twilio.Twilio,
  number: { sid: string; phoneNumber: string },
): Promise<GatewayCheckStep> {
  const parsed = parseNumber(number.phoneNumber, 'US')
  if (parsed.ok && parsed.kind === 'toll-free') return told(() => tollFree(client, number.sid))
  if (!parsed.ok || parsed.country !== 'US') {
    return skipped('registration', 'Only numbers of the United States have to be registered with the carriers.')
  }
  return told(async () => {
    const { instances } = await client.messaging.v1.services.page({ pageSize: mostServices })
    for (const { sid } of instances) if (await isIn(client, sid, number.sid)) return campaign(client, sid)
    return failed(
      'registration',
      'The number belongs to no registered campaign, so that carriers in the United States drop its texts.',
      register,
      ['from'],
    )
  })
}

/** Of a messaging service (`MG…`) that picks among its numbers. Never throws. */
export async function serviceRegistration(client: twilio.Twilio, sid: string): Promise<GatewayCheckStep> {
  return told(() => campaign(client, sid))
}

async function campaign(client: twilio.Twilio, service: string): Promise<GatewayCheckStep> {
  const { instances } = await client.messaging.v1.services(service).usAppToPerson.page({ pageSize: 20 })
  const states = instances.map(({ campaignStatus }) => campaignStatus)
  if (states.includes('VERIFIED')) return ok('registration', 'The carriers know the number: its campaign is approved.')
  if (states.some((state) => state === 'PENDING' || state === 'IN_PROGRESS'))
    return warning('registration', 'The registration of the number is not finished yet.', unfinished)
  return failed(
    'registration',
    states.length > 0
      ? 'The registration of the number was refused or suspended, so that carriers drop its texts.'
      : "The number's messaging service has no registered campaign, so that carriers in the United States drop its texts.",
    register,
    ['from'],
  )
}

async function tollFree(client: twilio.Twilio, numberSid: string): Promise<GatewayCheckStep> {
  const { instances } = await client.messaging.v1.tollfreeVerifications.page({
    tollfreePhoneNumberSid: numberSid,
    pageSize: 20,
  })
  const states = instances.map(({ status }) => status)
  if (states.includes('TWILIO_APPROVED')) return ok('registration', 'The toll-free number is verified.')
  if (states.some((state) => state === 'PENDING_REVIEW' || state === 'IN_REVIEW'))
    return warning('registration', 'The verification of the toll-free number is not finished yet.', unfinished)
  return failed('registration', 'The toll-free number is not verified, so that carriers drop its texts.', register, [
    'from',
  ])
}

async function isIn(client: twilio.Twilio, service: string, numberSid: string): Promise<boolean> {
  try {
    await client.messaging.v1.services(service).phoneNumbers(numberSid).fetch()
    return true
  } catch (thrown) {
    const trouble = troubleOf(thrown)
    if (trouble.kind === 'refused' && trouble.status === 404) return false
    throw thrown
  }
}

/** A key may lack the right to ask, and compatible providers lack the whole question. */
async function told(ask: () => Promise<GatewayCheckStep>): Promise<GatewayCheckStep> {
  try {
    return await ask()
  } catch {
    return skipped('registration', notTold)
  }
}
