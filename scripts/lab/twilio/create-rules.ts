/** What the API checks before it accepts a text, in order; the answer is a code, or null when all is well. */
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { OptOuts } from './opt-outs.ts'

export interface Sender {
  /** E.164. */
  number: string
  /** False for a number that only takes calls. */
  sms?: boolean
  /** Where Twilio hands inbound texts; new numbers start with a demo page of Twilio's. */
  smsUrl?: string
  /** State of its campaign or, for a toll-free number, of its verification; null for none. Left out: `VERIFIED`. */
  campaign?: string | null
}

export interface CreateRules {
  senders: readonly Sender[]
  /** `MG…` and the numbers it picks from. */
  services: ReadonlyMap<string, string>
  optOuts: OptOuts
  /** Numbers that a trial account may text; null for a full account. */
  verified: ReadonlySet<string> | null
}

/** Numbers with which developers try out errors, as in Twilio's documentation of test credentials. */
const magicSenders: Record<string, number | null> = {
  '+15005550001': 21212,
  '+15005550006': null,
  '+15005550007': 21606,
  '+15005550008': 21611,
}
const magicRecipients: Record<string, number> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}

const longestBody = 1600

export function refusalCode(form: URLSearchParams, rules: CreateRules): number | null {
  const to = form.get('To') ?? ''
  const body = form.get('Body') ?? ''
  const service = form.get('MessagingServiceSid')
  const from = form.get('From') ?? ''
  if (to === '') return 21604
  if (from === '' && !service) return 21603
  if (service && !rules.services.has(service)) return 21701
  if (!service) {
    const wrong = senderRefusal(from, rules.senders)
    if (wrong !== null) return wrong
  }
  const magic = magicRecipients[to]
  if (magic !== undefined) return magic
  if (to === from || !to.startsWith('+') || !parseNumber(to, 'US').ok) return 21211
  if (body.trim() === '' && !form.has('MediaUrl')) return 21602
  if (body.length > longestBody) return 21617
  if (rules.verified && !rules.verified.has(to)) return 21608
  // A messaging service finds opt-outs only later, when it picks a number.
  return !service && rules.optOuts.has(to, from) ? 21610 : null
}

function senderRefusal(from: string, senders: readonly Sender[]): number | null {
  const magic = magicSenders[from]
  if (magic !== undefined) return magic
  const own = senders.find((sender) => sender.number === from)
  if (own) return own.sms === false ? 21606 : null
  return parseNumber(from, 'US').ok ? 21606 : 21212
}
