/**
 * The engine's link to the phone system: one AMI connection at a time, one call tracker, and what the rest of the engine wants
 * to hear of them: calls that ended, calls that go on, how the connection is doing, and the gaps in between.
 */
import { AmiConnection } from '../../telephony/ami/connection.ts'
import type { AmiResponse, ConnectionState } from '../../telephony/ami/connection.ts'
import type { AmiEvent } from '../../telephony/ami/events.ts'
import type { EndedCall, LiveCall } from '../../telephony/calls/call.ts'
import { CallTracker } from '../../telephony/calls/tracker.ts'
import { Parties } from '../../telephony/calls/party.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { Inventory } from '../../telephony/parties/inventory.ts'
import type { InventoryAnswer } from '../../telephony/parties/inventory.ts'
import type { PartHealth, PhoneConnection } from '../contract/view-models.ts'
import { connectionOf, phoneHealth } from './phone-health.ts'

export interface PhoneSystemAddress {
  host: string
  port: number
  username: string
  password: string
  tls?: boolean
  /** Of the certificate that is trusted; null to trust the first one. */
  fingerprint?: string | null
  /** Endpoints that lead outside, e.g. `PJSIP/trunk`; empty to let the tracker find them out. */
  trunks: string[]
}

export interface PhoneLinkListeners {
  /** A call is over. Told one after another: the next waits for the promise of the one before. */
  ended(call: EndedCall): Promise<void>
  live(calls: LiveCall[]): void
  /** Every event, after the tracker took it. */
  event?(event: AmiEvent): void
  /** Nothing can be seen of calls any more: the connection ended, be it before it was live. */
  lost?(): void
  health(health: PartHealth, connection: PhoneConnection): void
  /** A time without a connection began or ended. */
  gap(change: 'began' | 'ended', at: number): void
  /** The first certificate was shown, and is trusted from now on. */
  certificate?(fingerprint: string): void
  /** The phone system was asked for its phones and trunks. */
  inventory?(answer: InventoryAnswer): void
}

export interface PhoneLinkOptions {
  clock: Clock
  logger: Logger
  listeners: PhoneLinkListeners
  /** What is known of trunks and desk phones; left out, it is learnt anew from this connection. */
  parties?: Parties
}

/**
 * How long the end of a call waits for the answer whether the caller withheld the number, in ms. The question is asked
 * when the call begins, so that only a caller who gives up at once can outrun it.
 */
const presentationWait = 500
const mostAsked = 1000
/** Where calls may not be listed: a call of which nothing is heard for so long, in ms, ended while nobody watched. Phones ring for less. */
const unheardFor = 180_000

export class PhoneLink {
  #connection: AmiConnection
  readonly #tracker: CallTracker
  readonly #inventory: Inventory
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #listeners: PhoneLinkListeners
  /** What the caller's channel said about a withheld number, or will say, until the call is over; by Linkedid. */
  readonly #asked = new Map<string, Promise<boolean | null>>()
  #telling: Promise<void> = Promise.resolve()
  #forgetUnheard: () => void = () => {}
  #wasLive = false

  constructor(address: PhoneSystemAddress, options: PhoneLinkOptions) {
    const parties = options.parties ?? new Parties(address.trunks)
    this.#clock = options.clock
    this.#logger = options.logger
    this.#listeners = options.listeners
    this.#tracker = new CallTracker({
      trunks: address.trunks,
      parties,
      now: () => options.clock.now(),
      onEnded: (call) => this.#ended(call),
      onLive: (calls) => options.listeners.live(calls),
      onInbound: (channel, linkedid) => this.#askPresentation(channel, linkedid),
    })
    this.#inventory = new Inventory({
      clock: options.clock,
      action: (fields) => this.#connection.action(fields),
      found: (endpoint, settings) => parties.read(endpoint, settings),
    })
    this.#connection = this.#connectionTo(address)
  }

  start(): void {
    this.#connection.start()
  }

  /** Since when it is live, or has not been (epoch ms). */
  get since(): number {
    return this.#connection.state.since
  }

  /** When the line was alive for certain, epoch ms; null while it is not live. */
  get aliveAt(): number | null {
    return this.#connection.aliveAt
  }

  /** Whether it can be asked now. */
  get isConnected(): boolean {
    const { phase } = this.#connection.state
    return phase === 'catching up' || phase === 'live'
  }

  /** Asks the phone system; rejects with an `AmiFailure` when nobody is signed in or no answer comes. */
  ask(fields: Record<string, string>): Promise<AmiResponse> {
    return this.#connection.action(fields)
  }

  /** Connects at once where it waits for the next attempt. */
  tryNow(): void {
    this.#connection.tryNow()
  }

  /** Of the certificate that the phone system shows instead of the trusted one; null as long as it does not. */
  get strangeFingerprint(): string | null {
    return this.#connection.state.problem?.fingerprint ?? null
  }

  /** Tells once more how the connection is doing: in another language. */
  retell(): void {
    const { state } = this.#connection
    this.#tellHealth(state)
  }

  liveCalls(): LiveCall[] {
    return this.#tracker.liveCalls()
  }

  /**
   * Signs in anew, as `address` says. The calls that go on stay known, so that it must be the same phone system; its
   * trunks are those of the beginning.
   */
  async connectWith(address: PhoneSystemAddress): Promise<void> {
    await this.#connection.stop()
    this.#connection = this.#connectionTo(address)
    this.#connection.start()
  }

  async stop(): Promise<void> {
    await this.#connection.stop()
    await this.#telling
  }

  #connectionTo(address: PhoneSystemAddress): AmiConnection {
    const connection = new AmiConnection({
      ...address,
      clock: this.#clock,
      logger: this.#logger,
      onCertificate: (fingerprint) => this.#listeners.certificate?.(fingerprint),
    })
    connection.onEvent((event) => {
      this.#tracker.handle(event, this.#clock.now())
      this.#inventory.handle(event)
      this.#listeners.event?.(event)
    })
    connection.onState((state) => this.#state(state))
    return connection
  }

  #ended(call: EndedCall): void {
    this.#telling = this.#telling
      .then(() => this.#withPresentation(call))
      .then((told) => this.#listeners.ended(told))
      .catch((error: unknown) => {
        this.#logger.error('call.not-recorded', { linkedid: call.linkedid, error: String(error) })
      })
  }

  /** Only the channel itself tells that a number is withheld which the provider passes on all the same. */
  #askPresentation(channel: string, linkedid: string): void {
    const answer = this.#connection
      .action({ Action: 'Getvar', Channel: channel, Variable: 'CALLERID(pres)' })
      .then((response) => {
        const value = response.get('Value') ?? ''
        return value === '' ? null : value.startsWith('prohib')
      })
      // Not permitted, or the channel is gone already: then nothing told.
      .catch(() => null)
    this.#asked.set(linkedid, answer)
    // Calls whose end nobody sees: no office has as many going on at a time.
    const oldest = this.#asked.size > mostAsked ? this.#asked.keys().next().value : undefined
    if (oldest !== undefined) this.#asked.delete(oldest)
  }

  async #withPresentation(call: EndedCall): Promise<EndedCall> {
    const asked = this.#asked.get(call.linkedid)
    if (!asked) return call
    this.#asked.delete(call.linkedid)
    const tooLate = new Promise<null>((resolve) => this.#clock.after(presentationWait, () => resolve(null)))
    const withheld = await Promise.race([asked, tooLate])
    return { ...call, presentationWithheld: withheld }
  }

  /** Only what happens from now on tells which calls have gone on. */
  #goOnWithoutList(): void {
    this.#tracker.nothingListed()
    this.#forgetUnheard = this.#clock.after(unheardFor, () => this.#tracker.giveUpUnheard(this.#clock.now()))
  }

  #state(state: ConnectionState): void {
    if (state.phase === 'live' && !this.#wasLive) {
      this.#wasLive = true
      this.#listeners.gap('ended', state.since)
      if (!state.caughtUp) this.#goOnWithoutList()
      void this.#inventory.ask().then((answer) => this.#listeners.inventory?.(answer))
    } else if (state.phase === 'waiting' || state.phase === 'off') {
      this.#forgetUnheard()
      // Events come while it catches up, too. A line that died unnoticed has told nothing since then.
      this.#tracker.connectionLost(this.#wasLive ? state.since : this.#clock.now())
      this.#listeners.lost?.()
      if (this.#wasLive) this.#listeners.gap('began', state.since)
      this.#wasLive = false
    }
    this.#tellHealth(state)
  }

  #tellHealth(state: ConnectionState): void {
    this.#listeners.health(phoneHealth(state, this.#clock.now()), connectionOf(state))
  }
}
