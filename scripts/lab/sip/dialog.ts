/** Both ends of one call, and the requests that belong to it. */
import { header, parameter, uriOf } from './message.ts'
import type { Headers, SipRequest, SipResponse } from './message.ts'
import { token } from './transport.ts'
import type { Address } from './transport.ts'

/** What a phone without sound says about sound: one telephone-quality stream. Nothing is ever sent or heard. */
export function soundOffer({ host }: Address): { headers: Headers; body: string } {
  const body = [
    'v=0',
    `o=lab 1 1 IN IP4 ${host}`,
    's=-',
    `c=IN IP4 ${host}`,
    't=0 0',
    // The discard port: what the PBX sends is dropped.
    'm=audio 9 RTP/AVP 0',
    'a=rtpmap:0 PCMU/8000',
    'a=sendrecv',
    '',
  ].join('\r\n')
  return { headers: [['Content-Type', 'application/sdp']], body }
}

export class Dialog {
  readonly callId: string
  /** Our own address with name and tag, and the other side's; each message has them as From and To or the reverse. */
  readonly #local: string
  #remote: string
  /** Where the other side wants its requests. */
  #target: string
  readonly #contact: string
  #sequence = 1

  private constructor(parts: { callId: string; local: string; remote: string; target: string; contact: string }) {
    this.callId = parts.callId
    this.#local = parts.local
    this.#remote = parts.remote
    this.#target = parts.target
    this.#contact = parts.contact
  }

  /** A call that we begin. */
  static outgoing(parts: { from: string; to: string; contact: string }): Dialog {
    const { from, to, contact } = parts
    return new Dialog({
      callId: token(),
      local: `${from};tag=${token()}`,
      remote: `<${to}>`,
      target: to,
      contact: `<${contact}>`,
    })
  }

  /** A call that reached us, in which we are `tag`. */
  static incoming(invite: SipRequest, tag: string, contact: string): Dialog {
    return new Dialog({
      callId: header(invite, 'Call-ID'),
      local: `${header(invite, 'To')};tag=${tag}`,
      remote: header(invite, 'From'),
      target: uriOf(header(invite, 'Contact')),
      contact: `<${contact}>`,
    })
  }

  /** Takes over what the other side said about itself in its answer. */
  learn(response: SipResponse): void {
    const to = header(response, 'To')
    if (parameter(to, 'tag') !== null) this.#remote = to
    const contact = header(response, 'Contact')
    if (contact) this.#target = uriOf(contact)
  }

  /** How a Replaces header names this call for the PBX. */
  get replaces(): string {
    const [to, from] = [parameter(this.#remote, 'tag') ?? '', parameter(this.#local, 'tag') ?? '']
    return `${this.callId};to-tag=${to};from-tag=${from}`
  }

  /** The next request of this call. */
  request(method: string, more: { headers?: Headers; body?: string } = {}): SipRequest {
    return this.#build(method, this.#sequence++, more)
  }

  /** Takes an INVITE back that has no final answer yet: all as in the INVITE but the method. */
  cancel(invite: SipRequest): SipRequest {
    const cancel = this.#build('CANCEL', sequenceOf(invite), {})
    const headers = cancel.headers.map(([name, value]): Headers[number] =>
      name === 'To' ? [name, header(invite, 'To')] : [name, value],
    )
    return { ...cancel, uri: invite.uri, headers }
  }

  /** Confirms the final answer to an INVITE: to the other side itself when it accepted, else along the INVITE's way. */
  acknowledge(invite: SipRequest, response: SipResponse): SipRequest {
    const ack = this.#build('ACK', sequenceOf(invite), {})
    return response.status < 300 ? ack : { ...ack, uri: invite.uri }
  }

  #build(method: string, sequence: number, more: { headers?: Headers; body?: string }): SipRequest {
    const headers: Headers = [
      ['Max-Forwards', '70'],
      ['From', this.#local],
      ['To', this.#remote],
      ['Call-ID', this.callId],
      ['CSeq', `${sequence} ${method}`],
      ['Contact', this.#contact],
      ...(more.headers ?? []),
    ]
    return { kind: 'request', method, uri: this.#target, headers, body: more.body ?? '' }
  }
}

function sequenceOf(invite: SipRequest): number {
  return Number.parseInt(header(invite, 'CSeq'), 10)
}
