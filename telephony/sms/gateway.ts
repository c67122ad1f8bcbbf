/** The one interface to whoever carries SMS. Twilio first; what a gateway cannot do, it declares. */
import { inCode } from '../said.ts'
import type { OutageSaid, RefusalSaid, TextingSaid } from './texting-facts.ts'

export interface OutgoingText {
  /** E.164. */
  to: string
  body: string
}

/** Delivery states in the order they can move; never back. */
export type DeliveryState = 'accepted' | 'sent' | 'delivered' | 'failed'

/** A text as the gateway knows it, in or out. */
export interface GatewayMessage {
  /** The provider's id; the same text always has the same. */
  providerId: string
  direction: 'in' | 'out'
  /** E.164; the other party is `from` for `in`, `to` for `out`. `from` may be missing while a sender is being picked. */
  from: string | null
  to: string
  body: string
  state: DeliveryState | 'received'
  /** The provider's clock, epoch milliseconds, one second resolution. */
  at: number
  /** Number of pictures. */
  media: number
  failure: SendFailure | null
}

/**
 * When texts may be tried again after everything stopped: `signed-in` once the gateway lets us sign in; `told` once
 * somebody says that it is mended, since the gateway would take texts all the while for carriers to drop; `later` after
 * so many ms; `midnight` when a new day begins in this zone (IANA).
 */
export type Mending =
  { when: 'signed-in' } | { when: 'told' } | { when: 'later'; ms: number } | { when: 'midnight'; timeZone: string }

interface Refusal {
  /** The provider's own code, for the log and for support. */
  code: string
  said: RefusalSaid
}

/** The account or the sender is at fault: no text will go out. */
export interface StoppingFailure extends Refusal {
  reaction: 'stop-everything'
  mending: Mending
}

/**
 * What to do about a refusal: `never` this text or recipient, `stop-everything` the account or sender is at fault,
 * `opted-out` the recipient does not want texts.
 */
export type SendFailure = (Refusal & { reaction: 'never' | 'opted-out' }) | StoppingFailure

/** The four ends of an attempt to send (design, "Exactly once"). */
export type SendResult =
  | { end: 'accepted'; message: GatewayMessage }
  /** Nothing left this PC, or the gateway said it took nothing: safe to send again. */
  | { end: 'not-sent'; retryAfterMs: number | null; said: OutageSaid }
  | { end: 'rejected'; failure: SendFailure }
  /** It may or may not have been taken: look it up, never send again blindly. */
  | { end: 'unknown'; said: OutageSaid }

/** Why a read (poll, look-up, check) failed. */
export class GatewayError extends Error {
  readonly kind: 'no-connection' | 'too-many-requests' | 'credentials' | 'other'
  readonly retryAfterMs: number | null
  readonly said: RefusalSaid | OutageSaid

  constructor(kind: GatewayError['kind'], said: RefusalSaid | OutageSaid, retryAfterMs: number | null = null) {
    super(inCode(said))
    this.name = 'GatewayError'
    this.kind = kind
    this.said = said
    this.retryAfterMs = retryAfterMs
  }
}

export interface Page {
  /** Newest first. */
  messages: GatewayMessage[]
  /** Opaque; null on the last page. */
  next: string | null
  /**
   * Oldest and newest text of the page as the provider lists it, with those that are not among `messages` because they
   * go the other way; null for an empty page. Tells how far back a reader has come.
   */
  span: { oldestAt: number; newestAt: number } | null
  /** The provider's clock when it answered, epoch milliseconds; null when it does not say. */
  providerNow: number | null
}

/** The `span` of a page with these texts. */
export function spanOf(messages: readonly GatewayMessage[]): Page['span'] {
  const times = messages.map(({ at }) => at)
  return times.length === 0 ? null : { oldestAt: Math.min(...times), newestAt: Math.max(...times) }
}

export interface GatewayCheckStep {
  about: 'sign-in' | 'number' | 'registration' | 'answers' | 'trunk' | 'replies'
  /** `warning`: texts go out, but something should be looked at. */
  state: 'ok' | 'warning' | 'failed' | 'skipped'
  /** Null where an earlier step's failure says it all. */
  said: TextingSaid | null
  /** The settings that can be the cause of a failure. */
  fields: string[]
}

/** What came of fetching one picture. `gone`: the provider has it no more. */
export type FetchedPicture =
  { end: 'fetched'; contentType: string; bytes: Uint8Array } | { end: 'too-large' } | { end: 'gone' }

/** The pictures of received texts. Each call throws `GatewayError`. */
export interface Pictures {
  /** Those of one text; may be empty, or lack some, for a while after the text came. */
  list(providerId: string): Promise<{ id: string; contentType: string }[]>
  fetch(providerId: string, pictureId: string, mostBytes: number): Promise<FetchedPicture>
}

export interface Gateway {
  /** Stands in what is stored and never changes; people read the catalogue's words for it. */
  readonly name: 'Demo' | 'Twilio' | 'your phone system'
  /**
   * Whose provider ids these are, as it is stored with each text: the same however an account is reached, and another
   * one for each other account, since two providers may count alike.
   */
  readonly account: string
  /** The office's own number, E.164; null when the provider picks one. */
  readonly from: string | null
  /** `answersKeywords`: it answers STOP, START and HELP by itself. */
  readonly can: { lookUp: boolean; deliveryState: boolean; answersKeywords?: boolean }
  /** Sends one text. Never throws: each way it can end is a `SendResult`. Never retries by itself. */
  send(text: OutgoingText): Promise<SendResult>
  /** One page of what contacts wrote to the office, newest first. Throws `GatewayError`. */
  received(page?: string): Promise<Page>
  /**
   * The newest page of what this number wrote to the office, ever. Left out where the gateway keeps nothing. Throws
   * `GatewayError`.
   */
  writtenBy?(number: string): Promise<Page>
  /** One page of what anybody sent from the office's account to this number, newest first. Throws `GatewayError`. */
  sentTo(number: string, page?: string): Promise<Page>
  /** Left out where texts have no pictures. */
  readonly pictures?: Pictures
  /** The text as it stands now; null when the provider does not know it. Throws `GatewayError`. */
  fetch(providerId: string): Promise<GatewayMessage | null>
  /** Says what is wrong before the first real text. Never throws. */
  check(): Promise<GatewayCheckStep[]>
}
