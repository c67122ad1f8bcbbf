/** A call that reached a phone: it rings, and does what it was told to do. */
import type { Answering, Behaviour } from './behaviour.ts'
import { Dialog, soundOffer } from './dialog.ts'
import { plainAnswer, pressKey, tellsTransferDone, transferTo } from './leg.ts'
import type { Leg, Surroundings } from './leg.ts'
import { answerTo, header } from './message.ts'
import type { SipRequest } from './message.ts'
import { Timers } from './timers.ts'
import { token } from './transport.ts'

/** How long somebody looks at the phone before pressing "reject", in seconds. */
const declineAfter = 0.5

export class IncomingCall implements Leg {
  readonly callId: string
  readonly #invite: SipRequest
  readonly #around: Surroundings
  readonly #tag = token()
  readonly #contact: string
  readonly #dialog: Dialog
  readonly #timers = new Timers()
  #state: 'ringing' | 'talking' | 'over' = 'ringing'

  /** @param user the phone's own number, for its contact address */
  constructor(invite: SipRequest, user: string, around: Surroundings) {
    const { host, port } = around.transport.address
    this.callId = header(invite, 'Call-ID')
    this.#invite = invite
    this.#around = around
    this.#contact = `sip:${user}@${host}:${port}`
    this.#dialog = Dialog.incoming(invite, this.#tag, this.#contact)
  }

  behave(behaviour: Behaviour): void {
    if (behaviour === 'silent') return
    if (behaviour === 'busy') {
      this.#refuse(486, 'Busy Here')
      return
    }
    this.#answer(180, 'Ringing')
    if (behaviour === 'decline') this.#timers.after(declineAfter, () => this.#refuse(603, 'Decline'))
    else if (behaviour !== 'ring') this.#timers.after(behaviour.answerAfter, () => this.#pickUp(behaviour))
  }

  handle(request: SipRequest): void {
    const { transport, pbx } = this.#around
    if (request.method === 'CANCEL') {
      transport.respond(request, answerTo(request, 200, 'OK', { tag: this.#tag }), pbx)
      if (this.#state === 'ringing') this.#refuse(487, 'Request Terminated')
      return
    }
    if (request.method === 'BYE') {
      transport.respond(request, answerTo(request, 200, 'OK'), pbx)
      this.#end()
      return
    }
    const answer = plainAnswer(request, soundOffer(transport.address))
    if (answer) transport.respond(request, answer, pbx)
    if (tellsTransferDone(request)) this.hangUp()
  }

  hangUp(): void {
    if (this.#state === 'ringing') this.#refuse(480, 'Temporarily Unavailable')
    if (this.#state !== 'talking') return
    const { transport, pbx } = this.#around
    transport.request(this.#dialog.request('BYE'), pbx, () => {})
    this.#end()
  }

  #pickUp({ hangUpAfter, press = [], transfer }: Answering): void {
    const { headers, body } = soundOffer(this.#around.transport.address)
    this.#answer(200, 'OK', { headers, body })
    this.#state = 'talking'
    for (const key of press) this.#timers.after(key.after, () => pressKey(this.#dialog, this.#around, key))
    if (transfer) this.#timers.after(transfer.after, () => transferTo(this.#dialog, this.#around, transfer.to))
    if (hangUpAfter !== undefined) this.#timers.after(hangUpAfter, () => this.hangUp())
  }

  #refuse(status: number, reason: string): void {
    this.#answer(status, reason)
    this.#end()
  }

  #answer(status: number, reason: string, more: { headers?: SipRequest['headers']; body?: string } = {}): void {
    const headers: SipRequest['headers'] = [['Contact', `<${this.#contact}>`], ...(more.headers ?? [])]
    const response = answerTo(this.#invite, status, reason, { tag: this.#tag, headers, body: more.body ?? '' })
    this.#around.transport.respond(this.#invite, response, this.#around.pbx)
  }

  #end(): void {
    if (this.#state === 'over') return
    this.#state = 'over'
    this.#timers.end()
    this.#around.over(this)
  }
}
