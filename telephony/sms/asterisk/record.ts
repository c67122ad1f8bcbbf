/** A text as the dialplan hands it on (dialplan.ts), as one of ours. Whatever comes: nothing here trusts it. */
import { parseNumber } from '../../phone-number.ts'
import type { GatewayMessage } from '../gateway.ts'

export interface TextRecord {
  id: string
  /** The From header, in Base64. */
  from: string
  /** In Base64. */
  text: string
}

export interface Office {
  /** The office's own number, E.164. */
  from: string
  /** ISO 3166 alpha-2: how numbers without their country are meant. */
  country: string
}

export type ReceivedText = GatewayMessage & { direction: 'in' }

const base64 = /^[A-Za-z0-9+/]*={0,2}$/
/** When it came (seconds since 1970, by the phone system's clock), and the how manieth it was. */
const idShape = /^(\d{9,11})-(\d{1,12})$/

/**
 * Asterisk takes 1023 bytes of a text and passes a longer one on without a word; a carrier would carry no empty one.
 */
const withoutWords =
  '(A text came whose words the phone system did not pass on: it takes no more than 1023 characters. Ask for it again.)'

/** The record in an entry of the phone system's store; null when it is none, or was cut off. */
export function recordIn(entry: string): TextRecord | null {
  const [id, from, text, end, ...more] = entry.split(':')
  if (id === undefined || from === undefined || text === undefined || end !== '' || more.length > 0) return null
  return { id, from, text }
}

/** The number of a record, by which the phone system counts its texts; null when the id is none. */
export function countOf(id: string): number | null {
  const count = idShape.exec(id)?.[2]
  return count === undefined ? null : Number(count)
}

/** Null when the record makes no sense. */
export function textOf(record: TextRecord, office: Office): ReceivedText | null {
  const seconds = idShape.exec(record.id)?.[1]
  if (seconds === undefined || !base64.test(record.from) || !base64.test(record.text)) return null
  return {
    providerId: record.id,
    direction: 'in',
    from: senderIn(decoded(record.from), office.country),
    to: office.from,
    body: decoded(record.text) || withoutWords,
    state: 'received',
    at: Number(seconds) * 1000,
    media: 0,
    failure: null,
  }
}

/** The number (E.164) in a From header such as `"Pat" <sip:15305550141@192.0.2.1>`; a short code as it is. */
function senderIn(header: string, country: string): string | null {
  // A name in quotes may have brackets of its own.
  const unnamed = header.replace(/"(?:[^"\\]|\\.)*"/g, '')
  const uri = /<([^>]*)>/.exec(unnamed)?.[1] ?? unnamed
  const user = uri
    .trim()
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;].*$/s, '')
    .replace(/^%2b/i, '+')
  const number = parseNumber(user, country)
  if (number.ok) return number.number
  return number.why !== 'withheld' && /^\+?\w{1,20}$/.test(user) ? user : null
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8')
}
