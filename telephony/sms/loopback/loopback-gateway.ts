/**
 * A gateway without a network: the demo office's carrier, and the tests'. Texts are accepted, then sent, then
 * delivered on the given clock; simulated callers read them and write back.
 */
import type { Clock } from '../../clock.ts'
import { GatewayError, spanOf } from '../gateway.ts'
import type { OutageSaid } from '../texting-facts.ts'
import type {
  DeliveryState,
  Gateway,
  GatewayCheckStep,
  GatewayMessage,
  OutgoingText,
  Page,
  SendFailure,
  SendResult,
} from '../gateway.ts'

/** How the next send shall end instead. `taken`: whether an unknown one was accepted after all. */
export type ScriptedEnd =
  Extract<SendResult, { end: 'not-sent' | 'rejected' }> | { end: 'unknown'; taken: boolean; said: OutageSaid }

export interface LoopbackOptions {
  clock: Clock
  /** The office's own number, E.164. */
  from: string
  /** Milliseconds from accepted to sent, and from sent to delivered. */
  pace?: { sent: number; delivered: number }
  /** Texts on one page of a list. */
  pageSize?: number
}

export class LoopbackGateway implements Gateway {
  readonly name = 'Demo'
  readonly account = 'demo'
  readonly from: string
  readonly can = { lookUp: true, deliveryState: true }
  readonly #clock: Clock
  readonly #pace: { sent: number; delivered: number }
  readonly #pageSize: number
  /** Oldest first. */
  readonly #messages: GatewayMessage[] = []
  readonly #listeners = new Set<(text: OutgoingText) => void>()
  readonly #scripted: ScriptedEnd[] = []
  readonly #undeliverable = new Map<string, SendFailure>()
  #readError: GatewayError | null = null

  constructor(options: LoopbackOptions) {
    this.#clock = options.clock
    this.from = options.from
    this.#pace = options.pace ?? { sent: 400, delivered: 1_100 }
    this.#pageSize = options.pageSize ?? 50
  }

  /** Every text that was accepted, oldest first: what tests count. */
  get accepted(): readonly GatewayMessage[] {
    return this.#messages.filter((message) => message.direction === 'out')
  }

  /** Calls `listener` with each text at the moment its recipient gets it; call what it returns to stop. */
  onText(listener: (text: OutgoingText) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Somebody (E.164) writes to the office. */
  receive(text: { from: string; body: string; media?: number }): GatewayMessage {
    const { from, body, media = 0 } = text
    return this.#add({ direction: 'in', from, to: this.from, body, state: 'received', media })
  }

  /** Somebody sends from the office's number without Ringback: another PC, a person at the provider's page. */
  sendFromElsewhere(text: OutgoingText): GatewayMessage {
    return this.#accept(text)
  }

  /** The next sends end like this, one each. */
  endNextSend(...ends: ScriptedEnd[]): void {
    this.#scripted.push(...ends)
  }

  /** Texts to this number are accepted and then fail. */
  failDelivery(to: string, failure: SendFailure): void {
    this.#undeliverable.set(to, failure)
  }

  /** Every read throws this until it is null again. */
  failReads(error: GatewayError | null): void {
    this.#readError = error
  }

  async send(text: OutgoingText): Promise<SendResult> {
    const scripted = this.#scripted.shift()
    if (!scripted) return { end: 'accepted', message: { ...this.#accept(text) } }
    if (scripted.end !== 'unknown') return scripted
    if (scripted.taken) this.#accept(text)
    return { end: 'unknown', said: scripted.said }
  }

  async received(page?: string): Promise<Page> {
    return this.#page(page, (message) => message.direction === 'in')
  }

  async writtenBy(number: string): Promise<Page> {
    return this.#page(undefined, (message) => message.direction === 'in' && message.from === number)
  }

  async sentTo(number: string, page?: string): Promise<Page> {
    return this.#page(page, (message) => message.direction === 'out' && message.to === number)
  }

  async fetch(providerId: string): Promise<GatewayMessage | null> {
    if (this.#readError) throw this.#readError
    const found = this.#messages.find((message) => message.providerId === providerId)
    return found ? { ...found } : null
  }

  async check(): Promise<GatewayCheckStep[]> {
    return [{ about: 'sign-in', state: 'ok', said: { code: 'demo', facts: {} }, fields: [] }]
  }

  #accept(text: OutgoingText): GatewayMessage {
    const message = this.#add({ direction: 'out', from: this.from, ...text, state: 'accepted', media: 0 })
    this.#clock.after(this.#pace.sent, () => {
      message.state = 'sent' satisfies DeliveryState
      this.#clock.after(this.#pace.delivered, () => this.#arrive(message))
    })
    return message
  }

  #arrive(message: GatewayMessage): void {
    const failure = this.#undeliverable.get(message.to)
    message.state = failure ? 'failed' : 'delivered'
    message.failure = failure ?? null
    if (failure) return
    for (const listener of this.#listeners) listener({ to: message.to, body: message.body })
  }

  #add(fields: Omit<GatewayMessage, 'providerId' | 'at' | 'failure'>): GatewayMessage {
    const message: GatewayMessage = {
      ...fields,
      providerId: `LB${crypto.randomUUID()}`,
      // Like real providers: whole seconds.
      at: Math.floor(this.#clock.now() / 1000) * 1000,
      failure: null,
    }
    this.#messages.push(message)
    return message
  }

  /** Keyset paging as providers do it: what arrives between two pages shifts nothing. */
  #page(after: string | undefined, wanted: (message: GatewayMessage) => boolean): Page {
    if (this.#readError) throw this.#readError
    const newestFirst = this.#messages.filter(wanted).reverse()
    const start = after === undefined ? 0 : newestFirst.findIndex((message) => message.providerId === after) + 1
    if (after !== undefined && start === 0) {
      throw new GatewayError('other', { code: 'not-readable', facts: { detail: 'page' } })
    }
    const messages = newestFirst.slice(start, start + this.#pageSize).map((message) => ({ ...message }))
    const more = newestFirst.length > start + messages.length
    return {
      messages,
      next: more ? (messages.at(-1)?.providerId ?? null) : null,
      span: spanOf(messages),
      providerNow: this.#clock.now(),
    }
  }
}
