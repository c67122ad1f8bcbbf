/** SIP messages as text (RFC 3261, as much as calls without sound need). */

export type Headers = [name: string, value: string][]

export interface SipRequest {
  kind: 'request'
  method: string
  uri: string
  headers: Headers
  body: string
}

export interface SipResponse {
  kind: 'response'
  status: number
  reason: string
  headers: Headers
  body: string
}

export type SipMessage = SipRequest | SipResponse

/** Null when `text` is no SIP message, such as the empty lines that keep a connection open. */
export function parseMessage(text: string): SipMessage | null {
  const end = text.indexOf('\r\n\r\n')
  const [start = '', ...lines] = (end < 0 ? text : text.slice(0, end)).split('\r\n')
  const body = end < 0 ? '' : text.slice(end + 4)
  const headers = lines.flatMap((line): Headers => {
    const colon = line.indexOf(':')
    return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
  })
  const response = /^SIP\/2\.0 (\d{3}) ?(.*)$/.exec(start)
  if (response) return { kind: 'response', status: Number(response[1]), reason: response[2] ?? '', headers, body }
  const request = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(start)
  return request ? { kind: 'request', method: request[1] ?? '', uri: request[2] ?? '', headers, body } : null
}

export function formatMessage(message: SipMessage): string {
  const start =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`
  const own: Headers = message.headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  const headers: Headers = [...own, ['Content-Length', String(Buffer.byteLength(message.body))]]
  return `${[start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n${message.body}`
}

/** The first header of this name; empty when there is none. */
export function header(message: SipMessage, name: string): string {
  return message.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1] ?? ''
}

/** The `name` of `;name=value` in a header's value; null when it is not there. */
export function parameter(value: string, name: string): string | null {
  return new RegExp(`;\\s*${name}=([^;>\\s]+)`, 'i').exec(value)?.[1] ?? null
}

/** The address within `"Name" <sip:…>;tag=…`, or a bare address without its parameters. */
export function uriOf(value: string): string {
  // A name in quotes may have brackets of its own.
  const unnamed = value.replace(/"(?:[^"\\]|\\.)*"/, '')
  return /<([^>]*)>/.exec(unnamed)?.[1] ?? unnamed.replace(/;.*$/, '').trim()
}

/** `101` of `"Desk" <sip:101@127.0.0.1:5060>`. */
export function userOf(value: string): string {
  return /^sips?:([^@;]+)@/i.exec(uriOf(value))?.[1] ?? ''
}

/** The method that a request or response belongs to, from its CSeq. */
export function cseqMethod(message: SipMessage): string {
  return header(message, 'CSeq').split(' ')[1] ?? ''
}

/** An answer to `request`, with what must be the same in both. `tag` names our side of the call from here on. */
export function answerTo(
  request: SipRequest,
  status: number,
  reason: string,
  more: { tag?: string; headers?: Headers; body?: string } = {},
): SipResponse {
  const same = request.headers.filter(([name]) => ['via', 'from', 'call-id', 'cseq'].includes(name.toLowerCase()))
  const to = header(request, 'To')
  const tagged = more.tag !== undefined && parameter(to, 'tag') === null ? `${to};tag=${more.tag}` : to
  const headers: Headers = [...same, ['To', tagged], ...(more.headers ?? [])]
  return { kind: 'response', status, reason, headers, body: more.body ?? '' }
}
