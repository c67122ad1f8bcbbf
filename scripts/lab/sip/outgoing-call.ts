/** A call that a party begins: from outside over the trunk, or from a desk phone. */
import type { CallReport, Press, Transfer } from './behaviour.ts'
import { Dialog, soundOffer } from './dialog.ts'
import { plainAnswer, pressKey, transferTo } from './leg.ts'
import type { Consultation, Leg, Surroundings } from './leg.ts'
import { answerTo } from './message.ts'
import type { Headers, SipRequest, SipResponse } from './message.ts'
import { Timers } from './timers.ts'
import { newBranch } from './transport.ts'

export interface OutgoingOptions {
  /** The number dialled. */
  to: string
  /** The From header without its tag, e.g. `"Pat Lee" <sip:5305550131@127.16.0.20>`. */
  from: string
  /** More headers of the INVITE. */
  headers?: Headers
  /** Seconds after dialling at which the caller hangs up, whatever has become of the call by then. */
  giveUpAfter?: number
  /** Seconds after the PBX took the call at which the caller hangs up. */
  hangUpAfter?: number
  /** Keys pressed after the PBX took the call. */
  press?: Press[]
  /** Hands the other side on, without asking first. */
  transfer?: Omit<Transfer, 'ask'>
}

export class OutgoingCall implements Leg, Consultation {
  /** Told when the call is over; never rejects. */
  readonly report: Promise<CallReport>
  readonly #options: OutgoingOptions
  readonly #around: Surroundings
  readonly #dialog: Dialog
  readonly #timers = new Timers()
  readonly #invite: SipRequest
  readonly #branch = newBranch()
  readonly #startedAt = Date.now()
  #rangAt: number | null = null
  #answeredAt: number | null = null
  #gaveUpAt: number | null = null
  /** A CANCEL may only follow once the PBX has answered anything at all. */
  #heardOf = false
  #over = false
  #resolve: (report: CallReport) => void = () => {}

  constructor(options: OutgoingOptions, user: string, around: Surroundings) {
    const { transport, pbx } = around
    const { host, port } = transport.address
    this.#options = options
    this.#around = around
    this.#dialog = Dialog.outgoing({
      from: options.from,
      to: `sip:${options.to}@${pbx.host}:${pbx.port}`,
      contact: `sip:${user}@${host}:${port}`,
    })
    this.report = new Promise((resolve) => {
      this.#resolve = resolve
    })
    const { headers, body } = soundOffer(transport.address)
    this.#invite = this.#dialog.request('INVITE', { headers: [...(options.headers ?? []), ...headers], body })
    transport.request(this.#invite, pbx, (response) => this.#answered(response), this.#branch)
    if (options.giveUpAfter !== undefined) this.#timers.after(options.giveUpAfter, () => this.hangUp())
  }

  get callId(): string {
    return this.#dialog.callId
  }

  get replaces(): string {
    return this.#dialog.replaces
  }

  handle(request: SipRequest): void {
    const { transport, pbx } = this.#around
    if (request.method === 'BYE') {
      transport.respond(request, answerTo(request, 200, 'OK'), pbx)
      this.#end('pbx', 200)
      return
    }
    const answer = plainAnswer(request, soundOffer(transport.address))
    if (answer) transport.respond(request, answer, pbx)
  }

  hangUp(): void {
    if (this.#over || this.#gaveUpAt !== null) return
    const { transport, pbx } = this.#around
    this.#gaveUpAt = Date.now()
    if (this.#answeredAt !== null) {
      transport.request(this.#dialog.request('BYE'), pbx, () => this.#end('caller', 200))
    } else if (this.#heardOf) this.#cancel()
  }

  #answered(response: SipResponse): void {
    const { transport, pbx } = this.#around
    if (response.status < 200) {
      if (response.status === 180) this.#rangAt ??= Date.now()
      const first = !this.#heardOf
      this.#heardOf = true
      if (first && this.#gaveUpAt !== null) this.#cancel()
      return
    }
    this.#dialog.learn(response)
    // A repeated answer is confirmed again, and changes nothing else.
    const branch = response.status < 300 ? newBranch() : this.#branch
    transport.acknowledge(this.#dialog.acknowledge(this.#invite, response), pbx, branch)
    if (this.#over || this.#answeredAt !== null) return
    if (response.status >= 300) this.#end(this.#gaveUpAt === null ? 'pbx' : 'caller', response.status)
    else if (this.#gaveUpAt !== null) {
      // The PBX took the call while we were giving up.
      transport.request(this.#dialog.request('BYE'), pbx, () => this.#end('caller', 200))
    } else this.#talk()
  }

  #talk(): void {
    const { hangUpAfter, press = [], transfer } = this.#options
    this.#answeredAt = Date.now()
    for (const key of press) this.#timers.after(key.after, () => pressKey(this.#dialog, this.#around, key))
    if (transfer) this.#timers.after(transfer.after, () => transferTo(this.#dialog, this.#around, transfer.to, null))
    if (hangUpAfter !== undefined) this.#timers.after(hangUpAfter, () => this.hangUp())
  }

  #cancel(): void {
    const { transport, pbx } = this.#around
    transport.request(this.#dialog.cancel(this.#invite), pbx, () => {}, this.#branch)
  }

  #end(endedBy: CallReport['endedBy'], status: number): void {
    if (this.#over) return
    this.#over = true
    this.#timers.end()
    this.#around.over(this)
    this.#resolve({
      status,
      startedAt: this.#startedAt,
      rangAt: this.#rangAt,
      answeredAt: this.#answeredAt,
      endedAt: this.#gaveUpAt ?? Date.now(),
      endedBy,
    })
  }
}
