/** The smaller resources: the account's numbers, the account itself, and Lookup. */
import { numberForPeople, parseNumber } from '../../../telephony/phone-number.ts'
import type { Sender } from './create-rules.ts'
import { refusal } from './refusal.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import { fixedSid, onePage, rfc2822 } from './resource.ts'

/** Answers GET …/IncomingPhoneNumbers.json; the filter matches anywhere in the number. */
export function listNumbers(
  senders: readonly Sender[],
  query: URLSearchParams,
  accountSid: string,
  openedAt: number,
): Reply {
  const wanted = (query.get('PhoneNumber') ?? '').replace(/[^\d]/g, '')
  const found = senders.filter(({ number }) => number.includes(wanted))
  const uri = `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`
  return json(200, {
    ...onePage(uri, found.length),
    incoming_phone_numbers: found.map((sender) => numberResource(sender, accountSid, openedAt)),
  })
}

/** Answers GET …/Accounts/{sid}.json, which API keys other than main ones may not see. */
export function account(accountSid: string, openedAt: number, byKey: boolean): Reply {
  if (byKey) return refusal(20003)
  return json(200, {
    sid: accountSid,
    friendly_name: 'Lab account',
    status: 'active',
    type: 'Full',
    date_created: rfc2822(openedAt),
    date_updated: rfc2822(openedAt),
    uri: `/2010-04-01/Accounts/${accountSid}.json`,
    owner_account_sid: accountSid,
    subresource_uris: null,
  })
}

/** Answers GET /v2/PhoneNumbers/{number}. `lineTypes` says what a number is; all others are mobiles. */
export function lookUp(shown: string, fields: string, lineTypes: ReadonlyMap<string, string>, base: string): Reply {
  const parsed = parseNumber(shown, 'US')
  const number = parsed.ok ? parsed.number : shown
  const asked = parsed.ok && fields.split(',').includes('line_type_intelligence')
  return json(200, {
    calling_country_code: parsed.ok && parsed.country === 'US' ? '1' : null,
    country_code: parsed.ok ? parsed.country : null,
    phone_number: number,
    national_format: parsed.ok ? numberForPeople(number, parsed.country ?? 'US') : null,
    valid: parsed.ok,
    validation_errors: parsed.ok ? [] : ['INVALID_BUT_POSSIBLE'],
    caller_name: null,
    line_type_intelligence: asked
      ? {
          mobile_country_code: '310',
          mobile_network_code: '000',
          carrier_name: 'Lab Wireless',
          type: lineTypes.get(number) ?? 'mobile',
          error_code: null,
        }
      : null,
    url: `${base}/v2/PhoneNumbers/${encodeURIComponent(number)}`,
  })
}

function numberResource({ number, sms = true, smsUrl = '' }: Sender, accountSid: string, openedAt: number) {
  const sid = fixedSid('PN', number)
  return {
    sid,
    account_sid: accountSid,
    friendly_name: numberForPeople(number, 'US'),
    phone_number: number,
    capabilities: { voice: true, sms, mms: sms, fax: false },
    date_created: rfc2822(openedAt),
    date_updated: rfc2822(openedAt),
    sms_url: smsUrl === '' ? null : smsUrl,
    sms_method: 'POST',
    status: 'in-use',
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${sid}.json`,
  }
}
