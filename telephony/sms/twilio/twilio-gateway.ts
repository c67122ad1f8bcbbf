/** Twilio behind the gateway interface, and every provider that speaks its API at another address. */
import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message'
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../logger.ts'
import { GatewayError, spanOf } from '../gateway.ts'
import type { Gateway, GatewayCheckStep, GatewayMessage, OutgoingText, Page, Pictures, SendResult } from '../gateway.ts'
import { loggedSend } from '../logged-send.ts'
import { checkTwilio } from './check.ts'
import { loadClients } from './clients.ts'
import type { TwilioAccount, TwilioClients } from './clients.ts'
import { gatewayErrorOf, sendEndOf } from './meaning.ts'
import { messageOf } from './message.ts'
import { twilioPictures } from './pictures.ts'
import { ServiceNumbers } from './service-numbers.ts'
import { troubleOf } from './trouble.ts'

export interface TwilioOptions extends TwilioAccount {
  /** The office's number (E.164), or a messaging service (`MG…`) that picks one. */
  from: string
  clock: Clock
  logger: Logger
  /**
   * Milliseconds without a byte after which a request is given up; a request takes twice as long at most. The default
   * leaves room for a second attempt within the 60 s that a first text may take.
   */
  timeoutMs?: number
}

const defaultTimeoutMs = 15_000
/** Texts on one page of a list. Twilio's own default, and enough for a poll every few seconds. */
const pageSize = 50
/** How long a text is waited for that Twilio is still receiving, ms; less than what each poll reads again. */
const longestReceiving = 10 * 60_000

/** Never throws: settings that cannot work are told by each request, and by `check`. */
export function createTwilioGateway(options: TwilioOptions): Gateway {
  return new TwilioGateway(options)
}

class TwilioGateway implements Gateway {
  readonly name = 'Twilio'
  readonly account: string
  readonly from: string | null
  readonly can = { lookUp: true, deliveryState: true, answersKeywords: true }
  readonly pictures: Pictures
  readonly #options: TwilioOptions
  readonly #sender: { from: string } | { messagingServiceSid: string }
  /** Null for a number of its own. */
  readonly #numbers: ServiceNumbers | null
  #loading: Promise<TwilioClients> | null = null

  constructor(options: TwilioOptions) {
    const service = options.from.startsWith('MG')
    this.#options = options
    this.account = `twilio:${options.accountSid}`
    this.#sender = service ? { messagingServiceSid: options.from } : { from: options.from }
    this.from = service ? null : options.from
    this.#numbers = service ? new ServiceNumbers(options.from, options) : null
    this.pictures = twilioPictures(options, () => this.#clients())
  }

  send(text: OutgoingText): Promise<SendResult> {
    return loggedSend(text, () => this.#attempt(text), this.#options)
  }

  async received(page?: string): Promise<Page> {
    // Twilio cannot filter by direction, but what is sent to the office's number comes from outside.
    return this.#toUs({}, page)
  }

  async writtenBy(number: string): Promise<Page> {
    return this.#toUs({ from: number }, undefined)
  }

  async sentTo(number: string, page?: string): Promise<Page> {
    return this.#page({ to: number }, page, 'out')
  }

  async fetch(providerId: string): Promise<GatewayMessage | null> {
    return this.#read(async ({ reading }) => {
      try {
        return required(await reading.messages(providerId).fetch())
      } catch (thrown) {
        const trouble = troubleOf(thrown)
        if (trouble.kind === 'refused' && trouble.status === 404) return null
        throw thrown
      }
    })
  }

  async check(): Promise<GatewayCheckStep[]> {
    return checkTwilio(() => this.#clients(), this.#options.from)
  }

  /** One attempt; the package repeats nothing by itself. */
  async #attempt({ to, body }: OutgoingText): Promise<SendResult> {
    let clients: TwilioClients
    try {
      clients = await this.#clients()
    } catch (thrown) {
      const trouble = troubleOf(thrown)
      // Nothing was asked of the network yet.
      return sendEndOf(trouble.kind === 'settings' ? trouble : { kind: 'no-connection', detail: String(thrown) })
    }
    try {
      const message = messageOf(await clients.sending.messages.create({ to, body, ...this.#sender }))
      if (message) return { end: 'accepted', message }
      return sendEndOf({ kind: 'no-answer', detail: 'JSON' })
    } catch (thrown) {
      return sendEndOf(troubleOf(thrown))
    }
  }

  async #toUs(filter: { from?: string }, page: string | undefined): Promise<Page> {
    if (this.#numbers === null)
      return this.#page(this.from === null ? filter : { ...filter, to: this.from }, page, 'in')
    const read = await this.#page(filter, page, 'in')
    // The account's other numbers are none of our business.
    const ours = await this.#numbers.known(() => this.#clients())
    return { ...read, messages: read.messages.filter(({ to }) => ours === null || ours.has(to)) }
  }

  async #page(
    filter: { from?: string; to?: string },
    page: string | undefined,
    direction: 'in' | 'out',
  ): Promise<Page> {
    return this.#read(async ({ reading }) => {
      const { api, messages } = reading
      const base = api.absoluteUrl('')
      const { body, headers } = await (page === undefined
        ? messages.pageWithHttpInfo({ ...filter, pageSize })
        : messages.getPageWithHttpInfo(base + page))
      const all = body.instances.map((each: MessageInstance) => required(each))
      const said = Date.parse(headers['date'] ?? '')
      const unfinished = new Set(body.instances.filter((each) => isComingIn(each, said)).map(({ sid }) => sid))
      return {
        // Read again with the next poll, when the rest of it is there.
        messages: all.filter((each) => each.direction === direction && !unfinished.has(each.providerId)),
        next: rest(body.nextPageUrl, base),
        span: spanOf(all),
        providerNow: Number.isNaN(said) ? null : said,
      }
    })
  }

  async #read<T>(work: (clients: TwilioClients) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#clients())
    } catch (thrown) {
      if (thrown instanceof GatewayError) throw thrown
      throw gatewayErrorOf(troubleOf(thrown))
    }
  }

  #clients(): Promise<TwilioClients> {
    const { clock, timeoutMs = defaultTimeoutMs } = this.#options
    this.#loading ??= loadClients(this.#options, { clock, timeoutMs }).catch((error: unknown) => {
      // The next request tries again.
      this.#loading = null
      throw error
    })
    return this.#loading
  }
}

/** Twilio has not all of it yet, and it is not so old that nothing more will come. `now`: Twilio's time. */
function isComingIn({ status, dateCreated }: MessageInstance, now: number): boolean {
  return status === 'receiving' && !(now - dateCreated.getTime() > longestReceiving)
}

function required(resource: MessageInstance): GatewayMessage {
  const message = messageOf(resource)
  if (!message) throw gatewayErrorOf({ kind: 'no-answer', detail: 'JSON' })
  return message
}

/** The next page's address below the API's own, so that the token never goes to another server. */
function rest(nextPageUrl: string | undefined, base: string): string | null {
  if (nextPageUrl === undefined) return null
  if (!nextPageUrl.startsWith(base)) {
    throw new GatewayError('other', { code: 'not-readable', facts: { detail: 'next_page_uri' } })
  }
  const below = nextPageUrl.slice(base.length)
  // A provider whose API has a path before it may name that path once more.
  const path = new URL(base).pathname.slice(1)
  return path !== '' && below.startsWith(path) ? below.slice(path.length) : below
}
