/** The stand-in's memory and its rules: who texts whom, what is accepted, what becomes of it. */
import type { Clock } from '../../../telephony/clock.ts'
import { refusalCode } from './create-rules.ts'
import type { CreateRules, Sender } from './create-rules.ts'
import { OptOuts } from './opt-outs.ts'
import { refusal } from './refusal.ts'
import { json } from './reply.ts'
import type { Reply } from './reply.ts'
import { messageResource, newSid } from './resource.ts'
import type { Pace, StoredMessage } from './resource.ts'

/** One accepted text: what the tests of "exactly once" count. */
export interface LedgerEntry {
  sid: string
  to: string
  from: string
  body: string
  /** When the request came in, by the PC's clock (not Twilio's), epoch milliseconds. */
  arrivedAt: number
}

export interface SwitchboardOptions {
  clock: Clock
  accountSid: string
  senders: readonly Sender[]
  services: ReadonlyMap<string, string>
  verified: readonly string[] | null
  pace: Pace
  skewMs: number
}

export interface IncomingText {
  /** E.164 */
  from: string
  to: string
  body: string
  /** Content types of pictures. */
  media?: string[] | undefined
  /** Their list is empty for so many milliseconds. */
  mediaAfterMs?: number | undefined
  /** Their size; left out, they are small and real. */
  mediaBytes?: number | undefined
  /** How many milliseconds ago Twilio got it: a row that turns up late behind newer ones. */
  ageMs?: number | undefined
  /** Lists hide it for so many milliseconds more than they lag anyway. */
  hiddenMs?: number | undefined
  /** Twilio has not all of it for so many milliseconds: `receiving`, and no words yet. */
  receivingMs?: number | undefined
  /** Leaves `date_sent` out, as for a number without a webhook. */
  withoutDateSent?: boolean | undefined
}

export class Switchboard {
  /** In the order of arrival. */
  readonly messages: StoredMessage[] = []
  readonly ledger: LedgerEntry[] = []
  readonly #options: SwitchboardOptions
  readonly #rules: CreateRules
  readonly #outcomes = new Map<string, StoredMessage['outcome']>()
  /** Milliseconds until lists show a new text. */
  listLagMs = 0

  constructor(options: SwitchboardOptions) {
    const { senders, services, verified } = options
    this.#options = options
    this.#rules = {
      senders,
      services,
      optOuts: new OptOuts(),
      verified: verified ? new Set(verified) : null,
    }
  }

  /** Twilio's clock. */
  now(): number {
    return this.#options.clock.now() + this.#options.skewMs
  }

  /** What becomes of texts to this number from now on. */
  setOutcome(to: string, outcome: StoredMessage['outcome']): void {
    this.#outcomes.set(to, outcome)
  }

  /** Answers POST …/Messages.json. */
  create(form: URLSearchParams, arrivedAt: number): Reply {
    const code = refusalCode(form, this.#rules)
    if (code !== null) return refusal(code)
    const to = form.get('To') ?? ''
    const service = form.get('MessagingServiceSid')
    const from = form.get('From') ?? (service ? this.#rules.services.get(service) : undefined) ?? ''
    const optedOut = this.#rules.optOuts.has(to, from)
    const message = this.#add({
      direction: 'outbound-api',
      from,
      to,
      // A trial account marks its texts.
      body: `${this.#rules.verified ? 'Sent from a lab trial account - ' : ''}${form.get('Body') ?? ''}`,
      messagingServiceSid: service,
      media: form.getAll('MediaUrl').map(() => 'image/jpeg'),
      outcome: optedOut ? 21610 : (this.#outcomes.get(to) ?? 'delivered'),
    })
    this.ledger.push({ sid: message.sid, to, from, body: form.get('Body') ?? '', arrivedAt })
    return json(201, this.resource(message))
  }

  /** Somebody texts one of our numbers; a STOP, START or HELP is also answered, as Twilio does. */
  receive(text: IncomingText): StoredMessage {
    const { from, to, body, media = [], ageMs = 0, hiddenMs = 0 } = text
    const message = this.#add({ direction: 'inbound', from, to, body, media, outcome: 'delivered' }, ageMs, hiddenMs)
    message.dateSent = text.withoutDateSent ? null : message.createdAt
    message.receivedAt = this.now() + (text.receivingMs ?? 0)
    message.mediaListedAt = this.now() + (text.mediaAfterMs ?? 0)
    message.mediaBytes = text.mediaBytes ?? 0
    const answer = this.#rules.optOuts.read(from, to, body)
    if (answer !== null) {
      this.#add({ direction: 'outbound-reply', from: to, to: from, body: answer, media: [], outcome: 'delivered' })
    }
    return message
  }

  resource(message: StoredMessage) {
    const { accountSid, pace } = this.#options
    return messageResource(message, accountSid, pace, this.now())
  }

  #add(
    fields: Pick<StoredMessage, 'direction' | 'from' | 'to' | 'body' | 'media' | 'outcome'> & {
      messagingServiceSid?: string | null
    },
    ageMs = 0,
    hiddenMs = 0,
  ): StoredMessage {
    const now = this.now()
    const message: StoredMessage = {
      messagingServiceSid: null,
      ...fields,
      sid: newSid(fields.media.length > 0 ? 'MM' : 'SM'),
      order: this.messages.length,
      createdAt: now - ageMs,
      listedAt: now + this.listLagMs + hiddenMs,
      receivedAt: now,
      mediaListedAt: now,
      mediaBytes: 0,
      dateSent: null,
    }
    this.messages.push(message)
    return message
  }
}
