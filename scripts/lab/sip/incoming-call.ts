/** A call that reached a phone: it rings, and does what it was told to do. */
import type { Answering, Behaviour, LegReport, Transfer } from './behaviour.ts'
import { Dialog, soundOffer } from './dialog.ts'
import { plainAnswer, pressKey, tellsTransferDone, transferTo } from './leg.ts'
import type { Consultation, Leg, Surroundings } from './leg.ts'
import { answerTo, header, userOf } from './message.ts'
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
  readonly #report: LegReport
  #state: 'ringing' | 'talking' | 'over' = 'ringing'
  #asked: Consultation | null = null

  /** @param user the phone's own number, for its contact address */
  constructor(invite: SipRequest, user: string, around: Surroundings) {
    const { host, port } = around.transport.address
    this.callId = header(invite, 'Call-ID')
    this.#invite = invite
    this.#around = around
    this.#contact = `sip:${user}@${host}:${port}`
    this.#dialog = Dialog.incoming(invite, this.#tag, this.#contact)
    const now = Date.now()
    const caller = userOf(header(invite, 'From'))
    this.#report = { phone: user, caller, invited: now, rang: null, answered: null, ended: now, how: 'cancelled' }
  }

  behave(behaviour: Behaviour): void {
    if (behaviour === 'silent') return
    if (behaviour === 'busy') this.#refuse('busy', 486, 'Busy Here')
    else if (behaviour === 'away') this.#refuse('away', 480, 'Temporarily Unavailable')
    else if (typeof behaviour === 'object' && 'forward' in behaviour) this.#forward(behaviour.forward)
    else {
      this.#answer(180, 'Ringing')
      this.#report.rang = Date.now()
      if (behaviour === 'decline') this.#timers.after(declineAfter, () => this.#refuse('declined', 603, 'Decline'))
      else if (behaviour !== 'ring') this.#timers.after(behaviour.answerAfter, () => this.#pickUp(behaviour))
    }
  }

  handle(request: SipRequest): void {
    const { transport, pbx } = this.#around
    if (request.method === 'CANCEL') {
      transport.respond(request, answerTo(request, 200, 'OK', { tag: this.#tag }), pbx)
      const elsewhere = /cause=26\b/.test(header(request, 'Reason'))
      const how = elsewhere ? 'cancelled (elsewhere)' : 'cancelled'
      if (this.#state === 'ringing') this.#refuse(how, 487, 'Request Terminated')
      return
    }
    if (request.method === 'BYE') {
      transport.respond(request, answerTo(request, 200, 'OK'), pbx)
      this.#end('bye-received')
      return
    }
    const answer = plainAnswer(request, soundOffer(transport.address))
    if (answer) transport.respond(request, answer, pbx)
    if (tellsTransferDone(request)) this.#bye('transferred')
  }

  hangUp(): void {
    this.#bye('bye-sent')
  }

  #bye(how: LegReport['how']): void {
    if (this.#state === 'ringing') this.#refuse('away', 480, 'Temporarily Unavailable')
    if (this.#state !== 'talking') return
    const { transport, pbx } = this.#around
    transport.request(this.#dialog.request('BYE'), pbx, () => {})
    if (how === 'transferred') this.#asked?.hangUp()
    this.#end(how)
  }

  #pickUp({ hangUpAfter, press = [], transfer }: Answering): void {
    const { headers, body } = soundOffer(this.#around.transport.address)
    this.#answer(200, 'OK', { headers, body })
    this.#state = 'talking'
    this.#report.answered = Date.now()
    for (const key of press) this.#timers.after(key.after, () => pressKey(this.#dialog, this.#around, key))
    if (transfer) this.#timers.after(transfer.after, () => this.#transfer(transfer))
    if (hangUpAfter !== undefined) this.#timers.after(hangUpAfter, () => this.hangUp())
  }

  #transfer({ to, ask }: Transfer): void {
    const hand = (asked: Consultation | null) => transferTo(this.#dialog, this.#around, to, asked)
    if (ask === undefined) {
      hand(null)
      return
    }
    const asked = this.#around.consult(to)
    this.#asked = asked
    this.#timers.after(ask, () => hand(asked))
  }

  #forward(to: string): void {
    const { host, port } = this.#around.pbx
    this.#answer(302, 'Moved Temporarily', { contact: `sip:${to}@${host}:${port}` })
    this.#end('forwarded')
  }

  #refuse(how: LegReport['how'], status: number, reason: string): void {
    this.#answer(status, reason)
    this.#end(how)
  }

  #answer(
    status: number,
    reason: string,
    more: { headers?: SipRequest['headers']; body?: string; contact?: string } = {},
  ): void {
    const contact = more.contact ?? this.#contact
    const headers: SipRequest['headers'] = [['Contact', `<${contact}>`], ...(more.headers ?? [])]
    const response = answerTo(this.#invite, status, reason, { tag: this.#tag, headers, body: more.body ?? '' })
    this.#around.transport.respond(this.#invite, response, this.#around.pbx)
  }

  #end(how: LegReport['how']): void {
    if (this.#state === 'over') return
    this.#state = 'over'
    this.#timers.end()
    this.#around.over(this)
    this.#around.witness({ ...this.#report, ended: Date.now(), how })
  }
}
