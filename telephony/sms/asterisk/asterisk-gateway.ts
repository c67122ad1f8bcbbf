/**
 * Texts through the office's own phone system and trunk, as SIP MESSAGE, without any text service. Asterisk tells
 * whether it handed a text to the trunk and nothing after that: no look-up, no delivery state.
 */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../logger.ts'
import { GatewayError, spanOf } from '../gateway.ts'
import type { Gateway, GatewayCheckStep, GatewayMessage, OutgoingText, Page, SendResult } from '../gateway.ts'
import { loggedSend } from '../logged-send.ts'
import type { RefusalSaid } from '../texting-facts.ts'
import { checkAsterisk } from './check.ts'
import { HeardTexts } from './heard-texts.ts'
import { messageSend, mostBytes, noTrunk, refusalOf, trunkName } from './message-send.ts'
import type { NumberStyle } from './message-send.ts'
import type { PhoneSystemPort, PortAnswer } from './port.ts'
import { countOf } from './record.ts'
import type { ReceivedText } from './record.ts'
import { KnownRights } from './rights.ts'
import { StoredTexts } from './stored-texts.ts'

export interface AsteriskOptions {
  port: PhoneSystemPort
  /** The office's number, E.164. */
  from: string
  /** The trunk's PJSIP endpoint, `PJSIP/trunk` or `trunk`. */
  trunk: string
  numbers: NumberStyle
  /** ISO 3166 alpha-2: how numbers without their country are meant. */
  country: string
  clock: Clock
  logger: Logger
  /** Hears that something came in: whoever fetches need not wait. Left out, for a check alone, no texts are held. */
  onReceived?: () => void
}

/** A gateway that hears of texts until it is closed. */
export interface AsteriskGateway extends Gateway {
  close(): void
}

const notConnected = { code: 'not-connected', facts: {} } as const

/** Never throws: settings that cannot work are told by each text, and by `check`. */
export function createAsteriskGateway(options: AsteriskOptions): AsteriskGateway {
  return new ThroughAsterisk(options)
}

class ThroughAsterisk implements AsteriskGateway {
  readonly name = 'your phone system'
  readonly account = 'your phone system'
  readonly from: string
  readonly can = { lookUp: false, deliveryState: false }
  readonly #options: AsteriskOptions
  readonly #rights: KnownRights
  readonly #stored: StoredTexts
  readonly #heard: HeardTexts
  readonly #forget: () => void

  constructor(options: AsteriskOptions) {
    const { port, clock, from, country } = options
    const office = { from, country }
    this.#options = options
    this.from = from
    this.#rights = new KnownRights(options)
    this.#stored = new StoredTexts({ port, clock, rights: this.#rights, office })
    this.#heard = new HeardTexts({ clock, office })
    const { onReceived } = options
    const listen = (tell: () => void) => port.onEvent((event) => this.#heard.take(event) && tell())
    this.#forget = onReceived ? listen(onReceived) : () => {}
  }

  send(text: OutgoingText): Promise<SendResult> {
    return loggedSend(text, () => this.#attempt(text), this.#options)
  }

  async received(page?: string): Promise<Page> {
    const stored = await this.#read(() => this.#stored.page(page === undefined ? undefined : Number(page)))
    const heard = page === undefined ? this.#heard.notKept(stored.newest) : []
    const messages = [...heard, ...stored.texts].toSorted(newestFirst)
    return {
      messages,
      next: stored.next === null ? null : String(stored.next),
      span: spanOf(messages),
      providerNow: page === undefined ? (await this.#read(() => this.#now())).at : null,
    }
  }

  /** Nobody can tell: Asterisk keeps no list of what it sent. */
  async sentTo(): Promise<Page> {
    return { messages: [], next: null, span: null, providerNow: null }
  }

  async fetch(): Promise<GatewayMessage | null> {
    return null
  }

  async check(): Promise<GatewayCheckStep[]> {
    return checkAsterisk({ ...this.#options, rights: this.#rights })
  }

  close(): void {
    this.#forget()
  }

  async #attempt({ to, body }: OutgoingText): Promise<SendResult> {
    const { port, from, numbers, clock } = this.#options
    const trunk = trunkName(this.#options.trunk)
    if (trunk === null) return { end: 'rejected', failure: noTrunk(this.#options.trunk) }
    const unfit = whyUnfit(to, body)
    if (unfit) return unfit
    let answer: PortAnswer | null
    try {
      answer = await port.action(messageSend({ to, from, body }, trunk, numbers))
    } catch {
      return { end: 'unknown', said: { code: 'not-told', facts: {} } }
    }
    if (!answer) return { end: 'not-sent', retryAfterMs: null, said: notConnected }
    if (!answer.ok) return this.#refused(answer, trunk)
    const at = Math.floor(clock.now() / 1000) * 1000
    const providerId = `sent-${randomUUID()}`
    const facts = { direction: 'out', from, to, body, state: 'sent', at, media: 0, failure: null } as const
    return { end: 'accepted', message: { providerId, ...facts } }
  }

  /** Asterisk says the same of a trunk that it does not know and of one that it cannot reach. */
  async #refused(answer: PortAnswer, trunk: string): Promise<SendResult> {
    const refusal = refusalOf(answer, trunk)
    if (refusal.end !== 'not-sent') return refusal
    const variable = `PJSIP_ENDPOINT(${trunk},aors)`
    const found = await this.#options.port.action({ Action: 'Getvar', Variable: variable }).catch(() => null)
    return found?.ok && found.get('Value') === '' ? { end: 'rejected', failure: noTrunk(trunk) } : refusal
  }

  /** The phone system's clock; null where it does not tell. */
  async #now(): Promise<{ at: number | null } | null> {
    const rights = await this.#rights.ask()
    if (!rights?.look) return rights && { at: null }
    const answer = await this.#options.port.action({ Action: 'Getvar', Variable: 'EPOCH' })
    const epoch = Number(answer?.get('Value'))
    return answer && { at: Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : null }
  }

  async #read<T>(look: () => Promise<T | null>): Promise<T> {
    let found: T | null
    try {
      found = await look()
    } catch {
      throw new GatewayError('no-connection', { code: 'phone-system-silent', facts: {} })
    }
    if (found === null) throw new GatewayError('no-connection', notConnected)
    return found
  }
}

/** What the phone system could not carry is not even tried. */
function whyUnfit(to: string, body: string): SendResult | null {
  const never = (said: RefusalSaid): SendResult => ({
    end: 'rejected',
    failure: { reaction: 'never', code: said.code, said },
  })
  if (!/^\+\d{5,15}$/.test(to)) return never({ code: 'no-number', facts: {} })
  return Buffer.byteLength(body) <= mostBytes ? null : never({ code: 'too-long', facts: { most: mostBytes } })
}

function newestFirst(one: ReceivedText, other: ReceivedText): number {
  return other.at - one.at || count(other) - count(one)
}

function count({ providerId }: ReceivedText): number {
  return countOf(providerId) ?? 0
}
