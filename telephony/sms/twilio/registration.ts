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

/** `number`: the office's, E.164, with Twilio's id of it. Never throws. */
export async function numberRegistration(
  client: twilio.Twilio,
  number: { sid: string; phoneNumber: string },
): Promise<GatewayCheckStep> {
  const parsed = parseNumber(number.phoneNumber, 'US')
  if (parsed.ok && parsed.kind === 'toll-free') return told(() => tollFree(client, number.sid))
  if (!parsed.ok || parsed.country !== 'US') {
    return skipped('registration', { code: 'no-registration-needed', facts: {} })
  }
  return told(async () => {
    const { instances } = await client.messaging.v1.services.page({ pageSize: mostServices })
    for (const { sid } of instances) if (await isIn(client, sid, number.sid)) return campaign(client, sid)
    return failed('registration', { code: 'no-campaign', facts: {} }, ['from'])
  })
}

/** Of a messaging service (`MG…`) that picks among its numbers. Never throws. */
export async function serviceRegistration(client: twilio.Twilio, sid: string): Promise<GatewayCheckStep> {
  return told(() => campaign(client, sid))
}

async function campaign(client: twilio.Twilio, service: string): Promise<GatewayCheckStep> {
  const { instances } = await client.messaging.v1.services(service).usAppToPerson.page({ pageSize: 20 })
  const states = instances.map(({ campaignStatus }) => campaignStatus)
  if (states.includes('VERIFIED')) return ok('registration', { code: 'campaign-approved', facts: {} })
  if (states.some((state) => state === 'PENDING' || state === 'IN_PROGRESS'))
    return warning('registration', { code: 'campaign-unfinished', facts: {} })
  return failed(
    'registration',
    { code: states.length > 0 ? 'campaign-refused' : 'service-without-campaign', facts: {} },
    ['from'],
  )
}

async function tollFree(client: twilio.Twilio, numberSid: string): Promise<GatewayCheckStep> {
  const { instances } = await client.messaging.v1.tollfreeVerifications.page({
    tollfreePhoneNumberSid: numberSid,
    pageSize: 20,
  })
  const states = instances.map(({ status }) => status)
  if (states.includes('TWILIO_APPROVED')) return ok('registration', { code: 'toll-free-verified', facts: {} })
  if (states.some((state) => state === 'PENDING_REVIEW' || state === 'IN_REVIEW'))
    return warning('registration', { code: 'toll-free-unfinished', facts: {} })
  return failed('registration', { code: 'toll-free-unverified', facts: {} }, ['from'])
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
    return skipped('registration', { code: 'registration-not-told', facts: {} })
  }
}
