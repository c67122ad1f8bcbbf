/** What both kinds of call have in common once they are established: keys, transfer, hanging up. */
import type { LegReport, Press } from './behaviour.ts'
import type { Dialog } from './dialog.ts'
import { answerTo, header } from './message.ts'
import type { SipRequest, SipResponse } from './message.ts'
import type { Address, Transport } from './transport.ts'

/** One side of a call. Requests within it arrive at `handle`. */
export interface Leg {
  readonly callId: string
  handle(request: SipRequest): void
  /** Ends it now, whatever state it is in. */
  hangUp(): void
}

/** What a leg needs to know of the party that it belongs to. */
export interface Surroundings {
  transport: Transport
  pbx: Address
  /** The leg is over and can be forgotten. */
  over(leg: Leg): void
  /** Begins a call to a colleague, to ask before a transfer. */
  consult(to: string): Consultation
  /** Hears how a call went that reached the party. */
  witness(report: LegReport): void
}

/** A call to a colleague that a transfer puts the caller into. */
export interface Consultation {
  /** Which call that is, for RFC 3891's Replaces. */
  readonly replaces: string
  hangUp(): void
}

/** Presses one key (RFC 6086's INFO, as desk phones of today send it). */
export function pressKey(dialog: Dialog, { transport, pbx }: Surroundings, { digit }: Press): void {
  const body = `Signal=${digit}\r\nDuration=160\r\n`
  transport.request(
    dialog.request('INFO', { headers: [['Content-Type', 'application/dtmf-relay']], body }),
    pbx,
    () => {},
  )
}

/** Asks the PBX to connect the other side with `to` (REFER), in place of `asked` when there was such a call. */
export function transferTo(
  dialog: Dialog,
  { transport, pbx }: Surroundings,
  to: string,
  asked: Consultation | null,
): void {
  const replaces = asked ? `?Replaces=${encodeURIComponent(asked.replaces)}` : ''
  const headers: SipRequest['headers'] = [['Refer-To', `<sip:${to}@${pbx.host}:${pbx.port}${replaces}>`]]
  transport.request(dialog.request('REFER', { headers }), pbx, () => {})
}

/**
 * The answer to a request within a call that changes nothing for a phone without sound: anything but BYE and CANCEL.
 * Null for ACK, which nobody answers.
 */
export function plainAnswer(
  request: SipRequest,
  sound: { headers: SipRequest['headers']; body: string },
): SipResponse | null {
  if (request.method === 'ACK') return null
  // The PBX may ask anew where the sound goes.
  return request.method === 'INVITE' || request.method === 'UPDATE'
    ? answerTo(request, 200, 'OK', sound)
    : answerTo(request, 200, 'OK')
}

/** True for the PBX's word that a transfer we asked for has succeeded. */
export function tellsTransferDone(request: SipRequest): boolean {
  return request.method === 'NOTIFY' && /^SIP\/2\.0 2\d\d/.test(request.body) && /refer/i.test(header(request, 'Event'))
}
