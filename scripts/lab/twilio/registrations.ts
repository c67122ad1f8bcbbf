/**
 * Messaging services, their campaigns and the verification of toll-free numbers, as far as a client asks whether a
 * number is registered. Each number has a service of its own unless it is one of the services' that were asked for.
 */
import type { Sender } from './create-rules.ts'
import { refusal } from './refusal.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import { fixedSid } from './resource.ts'

export interface Registrations {
  senders: readonly Sender[]
  /** `MG…` → number. */
  services: ReadonlyMap<string, string>
}

/** Answers GET /v1/…; null for what it does not know. */
export function registrations(
  path: string,
  query: URLSearchParams,
  { senders, services }: Registrations,
): Reply | null {
  const all = new Map(services)
  for (const { number, campaign } of senders) {
    if (campaign !== null && ![...services.values()].includes(number)) all.set(fixedSid('MG', number), number)
  }
  if (path === '/v1/Services')
    return list(
      'services',
      [...all.keys()].map((sid) => ({ sid })),
    )
  if (path === '/v1/Tollfree/Verifications') {
    const wanted = query.get('TollfreePhoneNumberSid')
    const sender = senders.find(({ number }) => fixedSid('PN', number) === wanted)
    return list('verifications', sender?.campaign == null ? [] : [{ status: sender.campaign }])
  }
  const [, service = '', rest = ''] = /^\/v1\/Services\/(MG\w+)(.*)$/.exec(path) ?? []
  const number = all.get(service)
  if (service === '') return null
  if (number === undefined) return refusal(20404)
  if (rest === '') return json(200, { sid: service })
  const sid = fixedSid('PN', number)
  if (rest === '/PhoneNumbers') return list('phone_numbers', [{ sid, phone_number: number }])
  if (rest.startsWith('/PhoneNumbers/')) {
    return rest.endsWith(sid) ? json(200, { sid, phone_number: number }) : refusal(20404)
  }
  if (rest !== '/Compliance/Usa2p') return null
  const campaign = senders.find((sender) => sender.number === number)?.campaign
  return list('compliance', campaign === null ? [] : [{ campaign_status: campaign ?? 'VERIFIED' }])
}

function list(key: string, rows: object[]): Reply {
  return json(200, { meta: { key, page: 0, page_size: 50, next_page_url: null, previous_page_url: null }, [key]: rows })
}
