/** What the stand-in keeps of a text, how its status lives, and how it looks as a Message resource. */
import { createHash, randomBytes } from 'node:crypto'
import { countSegments } from '../../../telephony/sms/segments.ts'

export interface StoredMessage {
  sid: string
  /** Arrival order: breaks ties within a second. */
  order: number
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  from: string
  to: string
  body: string
  messagingServiceSid: string | null
  /** Twilio's clock, epoch milliseconds. */
  createdAt: number
  /** When lists begin to show it; Twilio's lists may lag. */
  listedAt: number
  /** Inbound only: null where Twilio never asked a webhook. */
  dateSent: number | null
  /** Content types of its pictures. */
  media: string[]
  /** Inbound only: when Twilio has all of it. */
  receivedAt: number
  /** When the list of them shows them; they may come later than the text. */
  mediaListedAt: number
  /** Bytes of each of them; 0 for a small real picture. */
  mediaBytes: number
  /** What becomes of an outbound text: delivered, a failure's code, or nothing more after `sent`. */
  outcome: 'delivered' | 'no-receipt' | number
}

/** Milliseconds that an outbound text stays in each status. */
export interface Pace {
  queued: number
  sending: number
  sent: number
}

export const defaultPace: Pace = { queued: 150, sending: 150, sent: 700 }

export interface Standing {
  status: 'accepted' | 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'receiving' | 'received'
  since: number
  sentAt: number | null
}

/** Where the text stands at `now`: worked out from its age, so that no timer has to run. */
export function standing(message: StoredMessage, pace: Pace, now: number): Standing {
  const { createdAt, outcome } = message
  if (message.direction === 'inbound') {
    const status = now < message.receivedAt ? 'receiving' : 'received'
    return { status, since: createdAt, sentAt: message.dateSent }
  }
  const sendingAt = createdAt + pace.queued
  const sentAt = sendingAt + pace.sending
  const settledAt = sentAt + pace.sent
  if (now < sendingAt) {
    return { status: message.messagingServiceSid ? 'accepted' : 'queued', since: createdAt, sentAt: null }
  }
  if (now < sentAt) return { status: 'sending', since: sendingAt, sentAt: null }
  // A refusal that a messaging service only finds out while it picks a number.
  if (typeof outcome === 'number' && outcome < 30_000) return { status: 'failed', since: sentAt, sentAt: null }
  if (now < settledAt || outcome === 'no-receipt') return { status: 'sent', since: sentAt, sentAt }
  return { status: outcome === 'delivered' ? 'delivered' : 'undelivered', since: settledAt, sentAt }
}

/** The resource as the API shows it at `now`: 20 fields, numbers as strings, times of whole seconds. */
export function messageResource(message: StoredMessage, accountSid: string, pace: Pace, now: number) {
  const { sid, direction, media, outcome } = message
  const { status, since, sentAt } = standing(message, pace, now)
  const body = status === 'receiving' ? '' : message.body
  const failed = status === 'failed' || status === 'undelivered'
  const unsettled = status === 'accepted'
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}`
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    date_created: rfc2822(message.createdAt),
    date_sent: sentAt === null ? null : rfc2822(sentAt),
    date_updated: rfc2822(since),
    direction,
    error_code: failed && typeof outcome === 'number' ? outcome : null,
    error_message: failed ? 'Delivery failed in the lab' : null,
    from: unsettled ? null : message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: String(media.length),
    num_segments: unsettled ? '0' : String(Math.max(1, countSegments(body).segments)),
    price: status === 'delivered' ? '-0.00790' : null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${uri}/Media.json`, feedback: `${uri}/Feedback.json` },
    to: message.to,
    uri: `${uri}.json`,
  }
}

/** E.g. `Tue, 24 Nov 2026 15:04:05 +0000`. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000')
}

/** 34 characters, as all of Twilio's ids. */
export function newSid(prefix: 'SM' | 'MM'): string {
  return prefix + randomBytes(16).toString('hex')
}

/** The same thing always has the same id. */
export function fixedSid(prefix: 'PN' | 'ME' | 'MG', of: string): string {
  return prefix + createHash('md5').update(of).digest('hex')
}

/** What stands around the rows of a list that is never longer than a page. */
export function onePage(uri: string, rows: number) {
  const here = `${uri}?PageSize=50&Page=0`
  return {
    end: Math.max(0, rows - 1),
    first_page_uri: here,
    next_page_uri: null,
    page: 0,
    page_size: 50,
    previous_page_uri: null,
    start: 0,
    uri: here,
  }
}
