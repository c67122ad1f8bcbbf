/** A text as SIP carries it (RFC 3428): a MESSAGE outside of any call. */
import { header, userOf } from './message.ts'
import type { SipRequest } from './message.ts'
import { token } from './transport.ts'

export interface SipText {
  /** The number that the From header shows. */
  from: string
  /** The number that the text is for. */
  to: string
  body: string
}

/** What is said to a text that arrives: a SIP status, or nothing at all, like a network that is gone. */
export type TextAnswer = number | 'silence'

export function textIn(request: SipRequest): SipText {
  return { from: userOf(header(request, 'From')), to: userOf(request.uri), body: request.body }
}

/** @param from the From header without its tag */
export function textRequest(text: { to: string; from: string; body: string }): SipRequest {
  const { to, from, body } = text
  return {
    kind: 'request',
    method: 'MESSAGE',
    uri: to,
    headers: [
      ['Max-Forwards', '70'],
      ['From', `${from};tag=${token()}`],
      ['To', `<${to}>`],
      ['Call-ID', token()],
      ['CSeq', '1 MESSAGE'],
      ['Content-Type', 'text/plain;charset=UTF-8'],
    ],
    body,
  }
}
