/** Somebody with a SIP address: a desk phone, or the provider at the far end of the trunk. */
import type { Behaviour, LegReport } from './behaviour.ts'
import { IncomingCall } from './incoming-call.ts'
import type { Leg, Surroundings } from './leg.ts'
import { answerTo, header, parameter, userOf } from './message.ts'
import type { SipRequest } from './message.ts'
import { OutgoingCall } from './outgoing-call.ts'
import type { OutgoingOptions } from './outgoing-call.ts'
import { textIn, textRequest } from './text.ts'
import type { SipText, TextAnswer } from './text.ts'
import type { Address, Transport } from './transport.ts'

/** Who calls whom, as the party is told. */
export interface Ring {
  /** The caller's number; `anonymous` when withheld. */
  caller: string
  called: string
}

export class Party {
  readonly #transport: Transport
  readonly #pbx: Address
  readonly #user: string
  readonly #behaviour: (ring: Ring) => Behaviour
  readonly #legs = new Map<string, Leg>()
  #witness: (report: LegReport) => void = () => {}
  #hear: (text: SipText) => TextAnswer = () => 200

  /**
   * @param user its own number
   * @param behaviour asked for each call that reaches it
   */
  constructor(options: { transport: Transport; pbx: Address; user: string; behaviour: (ring: Ring) => Behaviour }) {
    this.#transport = options.transport
    this.#pbx = options.pbx
    this.#user = options.user
    this.#behaviour = options.behaviour
    this.#transport.onRequest((request, from) => this.#receive(request, from))
  }

  /** Where it is, as callers write it: `127.16.0.101:25060`. */
  get host(): string {
    const { host, port } = this.#transport.address
    return `${host}:${port}`
  }

  /** Begins a call. */
  call(options: OutgoingOptions): OutgoingCall {
    const call = new OutgoingCall(options, this.#user, this.#around)
    this.#legs.set(call.callId, call)
    return call
  }

  /** From now on, tells how each call went that reached it, when it is over. */
  onLeg(witness: (report: LegReport) => void): void {
    this.#witness = witness
  }

  /** From now on, tells each text that reaches it; what `hear` returns is the answer. Until then it takes them all. */
  onText(hear: (text: SipText) => TextAnswer): void {
    this.#hear = hear
  }

  /** Sends a text to a number at the PBX; resolves with the PBX's answer, 408 when there is none. */
  text(text: { to: string; from: string; body: string }): Promise<number> {
    const { host, port } = this.#pbx
    const request = textRequest({ ...text, to: `sip:${text.to}@${host}:${port}` })
    return new Promise((resolve) => {
      this.#transport.request(request, this.#pbx, ({ status }) => {
        if (status >= 200) resolve(status)
      })
    })
  }

  /** Calls going on, ringing ones too. */
  get callsGoingOn(): number {
    return this.#legs.size
  }

  /** Hangs up everything. */
  hangUpAll(): void {
    for (const leg of this.#legs.values()) leg.hangUp()
  }

  close(): void {
    this.#transport.close()
  }

  get #around(): Surroundings {
    return {
      transport: this.#transport,
      pbx: this.#pbx,
      over: (leg) => this.#legs.delete(leg.callId),
      consult: (to) => this.call({ to, from: `<sip:${this.#user}@${this.host}>` }),
      witness: (report) => this.#witness(report),
    }
  }

  #receive(request: SipRequest, from: Address): void {
    const leg = this.#legs.get(header(request, 'Call-ID'))
    if (leg) leg.handle(request)
    else if (request.method === 'INVITE' && parameter(header(request, 'To'), 'tag') === null) this.#ring(request)
    else if (request.method === 'MESSAGE') {
      const status = this.#hear(textIn(request))
      if (status !== 'silence') this.#transport.respond(request, answerTo(request, status, 'Text'), from)
    } else if (request.method === 'BYE' || request.method === 'CANCEL') {
      this.#transport.respond(request, answerTo(request, 481, 'Call Does Not Exist'), from)
    } else if (request.method !== 'ACK') this.#transport.respond(request, answerTo(request, 200, 'OK'), from)
  }

  #ring(invite: SipRequest): void {
    const called = userOf(invite.uri)
    const call = new IncomingCall(invite, called || this.#user, this.#around)
    this.#legs.set(call.callId, call)
    call.behave(this.#behaviour({ caller: userOf(header(invite, 'From')), called }))
  }
}
