/**
 * The office's phone system as the engine knows it: connected as the settings say, its calls stored when they end and
 * shown while they go on.
 */
import type { AmiResponse } from '../../telephony/ami/connection.ts'
import type { AmiEvent } from '../../telephony/ami/events.ts'
import { offeredAnew } from '../../telephony/ami/offered-anew.ts'
import { AmiFailure } from '../../telephony/ami/problems.ts'
import type { ConnectionProblem } from '../../telephony/ami/problems.ts'
import type { EndedCall, LiveCall as TrackedCall } from '../../telephony/calls/call.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { words } from '../contract/text/index.ts'
import type { DeskPhone, LiveCall, PartHealth, PhoneConnection } from '../contract/view-models.ts'
import { GapLog } from './gaps.ts'
import type { PartyBook } from './parties/party-book.ts'
import type { InboxView } from './inbox/view.ts'
import { liveNumbers, livePartyOf, liveView } from './live-calls.ts'
import { PhoneLink } from './phone-link.ts'
import type { PhoneLinkListeners, PhoneSystemAddress } from './phone-link.ts'
import type { Secrets } from './secrets.ts'
import { ringback } from './settings/changes.ts'
import { readSection, saveSection } from './settings/settings.ts'
import type { Store } from './store/database.ts'

export interface PhoneSystemOptions {
  store: Store
  clock: Clock
  logger: Logger
  secrets: Secrets
  /** What is known of trunks and desk phones. */
  book: PartyBook
  view(): Promise<InboxView>
  ended(call: EndedCall): Promise<void>
  /** The calls that go on have changed; `conversationIds` are those that look different now. */
  live(calls: LiveCall[], conversationIds: string[]): void
  health(health: PartHealth, connection: PhoneConnection): void
  /** From now on it is known who is on the phone. */
  liveKnown(): void
  /** What goes on at the phone system, event by event, for whoever follows a call of their own. */
  event(event: AmiEvent): void
  /** The connection was lost or given up, or an attempt came to nothing. */
  lost(): void
  /** Another certificate is trusted, or shown, than before. */
  certificateChanged(): void
  /** The number (E.164) that is being called back, also while only the receptionist's phone rings; null for none. */
  callingBack(): string | null
  /** The number (E.164) that this call of Ringback's own calls back; null for all other calls. */
  calledBack(linkedid: string): string | null
}

/** In ms. */
const signInWait = 10_000
/** Texts wait no longer to hear who is on the phone, in ms: a first text must be out within a minute of the hang-up. */
const longestUnknown = 30_000

const notConnected = {
  code: 'not-connected',
  facts: { host: '', port: 0, username: '', tls: false },
} as const satisfies ConnectionProblem

export class PhoneSystem {
  readonly #options: PhoneSystemOptions
  readonly #gaps: GapLog
  #link: PhoneLink | null = null
  #address: PhoneSystemAddress | null = null
  #tracked: TrackedCall[] = []
  #numbers: ReadonlySet<string> = new Set()
  #country = 'US'
  /** Since when nobody tells who is on the phone (epoch ms); null while somebody does, or there is nobody to ask. */
  #unknownSince: number | null
  #strange: string | null = null
  #shown: LiveCall[] = []
  /** One thing after another: connecting anew, notes of gaps, looks at live calls. */
  #turn: Promise<void> = Promise.resolve()

  constructor(options: PhoneSystemOptions) {
    this.#options = options
    this.#unknownSince = options.clock.now()
    this.#gaps = new GapLog({ ...options, aliveAt: () => this.#link?.aliveAt ?? null })
  }

  /** Numbers (E.164) of outside parties in a call now, the one who is being called back among them. */
  readonly numbers = (): ReadonlySet<string> => {
    const callee = this.#options.callingBack()
    return callee === null ? this.#numbers : new Set([...this.#numbers, callee])
  }

  /** The same; null while Ringback has not been told yet who is on the phone: automatic texts wait then. */
  readonly knownNumbers = (): ReadonlySet<string> | null => {
    const since = this.#unknownSince
    const isUnknown = since !== null && Math.abs(this.#options.clock.now() - since) < longestUnknown
    return isUnknown ? null : this.numbers()
  }

  async calls(): Promise<LiveCall[]> {
    const { store, view, calledBack } = this.#options
    return liveView(store, this.#tracked, await view(), calledBack)
  }

  /** Who is at the other end of a call that goes on; null when it is over, or there is no number. */
  partyOf(linkedid: string): { number: string; name: string | null } | null {
    const call = this.#tracked.find((tracked) => tracked.linkedid === linkedid)
    return call ? livePartyOf(call, this.#country, this.#options.calledBack) : null
  }

  /** The desk phones that are known, by extension. */
  phones(): DeskPhone[] {
    return this.#options.book.deskPhones()
  }

  /** Asks the phone system; rejects with an `AmiFailure` when it cannot be asked. */
  ask(fields: Record<string, string>): Promise<AmiResponse> {
    return this.#link?.ask(fields) ?? Promise.reject(new AmiFailure(notConnected, { nothingSent: true }))
  }

  /**
   * Connects with the settings as they are now. A connection that is right for them already stays; where only the
   * sign-in changed, the calls that go on stay known.
   */
  connect(): Promise<void> {
    return this.#after(() => this.#connect(false))
  }

  /** Of the certificate that the phone system shows instead of the trusted one; null as long as it does not. */
  strangeFingerprint(): string | null {
    return this.#strange
  }

  /** Takes the connection down; from now on nobody sees the calls, and that is noted. */
  async stop(): Promise<void> {
    await this.#after(() => this.#disconnect())
    // What the end of the connection set off comes after it: a look at the calls that are gone now, a gap.
    await this.#turn
    this.#gaps.stop()
  }

  /**
   * Connects anew where that gives our user the action: a connection keeps the rights it was signed in with. Resolves
   * once it is connected, or it is of no use. Never rejects.
   */
  async signInAgainFor(action: string): Promise<void> {
    const { clock } = this.#options
    const address = this.#address
    // Which certificate to trust is for the connection to find out, and not known before it was signed in.
    if (!address || (address.tls === true && (address.fingerprint ?? null) === null)) return
    if (!(await offeredAnew(address, action, clock))) return
    await this.#after(() => this.#connect(true))
    const giveUpAt = clock.now() + signInWait
    while (clock.now() < giveUpAt && !this.#link?.isConnected) {
      await new Promise<void>((resolve) => clock.after(100, resolve))
    }
  }

  /** Connects at once where it waits for the next attempt. */
  tryNow(): void {
    this.#link?.tryNow()
  }

  /** Tells once more how the connection is doing: in another language. */
  retell(): void {
    this.#link?.retell()
  }

  /** `anew`: also where the connection that stands is right. */
  async #connect(anew: boolean): Promise<void> {
    const { store, secrets, clock, logger, health, book } = this.#options
    const { waits, ...known } = await readSection(store.db, 'phone-system')
    const { port, username, trunks, tls, fingerprint } = known
    const host = waits ? '' : known.host
    this.#country = (await readSection(store.db, 'business')).country
    book.parties.listTrunks(trunks)
    const password = secrets.pbxPassword
    const address = password === null ? null : { host, port, username, password, trunks, tls, fingerprint }
    if (this.#link && this.#address && address && host !== '' && isSamePlace(this.#address, address)) {
      await this.#signIn(this.#link, this.#address, address, anew)
      return
    }
    await this.#disconnect()
    await this.#gaps.resume()
    this.#unknownSince = host === '' || address === null ? null : clock.now()
    if (host === '') {
      this.#options.liveKnown()
      return
    }
    if (address === null) {
      const [message, remedy] = words.health.passwordGone
      health({ state: 'trouble', message, remedy, since: clock.now() }, { retryAt: null, lacks: [] })
      return
    }
    this.#address = address
    this.#link = new PhoneLink(address, { clock, logger, listeners: this.#listeners(), parties: book.parties })
    this.#link.start()
  }

  /** The same phone system as `before`, as `address` says: the calls that go on stay known. */
  async #signIn(
    link: PhoneLink,
    before: PhoneSystemAddress,
    address: PhoneSystemAddress,
    anew: boolean,
  ): Promise<void> {
    // A certificate that was trusted just now may not stand in the settings yet.
    if (address.tls === true && before.tls === true) address.fingerprint ??= before.fingerprint ?? null
    this.#address = address
    if (!anew && isSameSignIn(before, address)) {
      link.tryNow()
      return
    }
    await link.connectWith(address)
    this.#unknownSince = this.#options.clock.now()
  }

  #listeners(): PhoneLinkListeners {
    return {
      ended: (call) => this.#options.ended(call),
      live: (calls) => this.#liveChanged(calls),
      health: (state, connection) => {
        this.#options.health(state, connection)
        this.#lookAtCertificate()
      },
      certificate: (shown) => {
        // At once: whoever signs in next with this address must not take any other.
        const place = this.#address
        if (!place) return
        place.fingerprint = shown
        void this.#after(() => this.#trust(shown, place))
      },
      event: (event) => this.#options.event(event),
      lost: () => this.#options.lost(),
      gap: (change, at) => {
        this.#unknownSince = change === 'began' ? this.#options.clock.now() : null
        if (change === 'ended') this.#options.liveKnown()
        void this.#after(() => this.#gaps[change](at))
      },
      inventory: (answer) => this.#options.book.inventoryAnswered(answer),
    }
  }

  /** Keeps what `place` showed, unless other settings were saved meanwhile. */
  async #trust(fingerprint: string, place: PhoneSystemAddress): Promise<void> {
    const { store, clock, certificateChanged } = this.#options
    await store.write(async (work) => {
      const known = await readSection(work.db, 'phone-system')
      if (!known.tls || !isSamePlace(known, place)) return
      await saveSection(work, 'phone-system', { fingerprint }, clock.now(), ringback)
    })
    certificateChanged()
  }

  #lookAtCertificate(): void {
    const strange = this.#link?.strangeFingerprint ?? null
    if (strange === this.#strange) return
    this.#strange = strange
    this.#options.certificateChanged()
  }

  async #disconnect(): Promise<void> {
    const link = this.#link
    if (!link) return
    this.#link = null
    this.#address = null
    this.#strange = null
    await link.stop()
    // Nobody knows any more who is on the phone; a number that stayed would never be texted.
    if (this.#tracked.length > 0) this.#liveChanged([])
    await this.#gaps.began(link.since)
  }

  #liveChanged(calls: TrackedCall[]): void {
    const { store, calledBack } = this.#options
    this.#tracked = calls
    // What the rules ask must be right even while the names are still being looked up.
    this.#numbers = liveNumbers(calls, this.#country, calledBack)
    void this.#after(async () => {
      const view = await this.#options.view()
      this.#country = view.country
      const before = this.#shown
      this.#shown = await liveView(store, this.#tracked, view, calledBack)
      const ids = (shown: LiveCall[]) => shown.flatMap((call) => call.conversationId ?? [])
      const [was, is] = [new Set(ids(before)), new Set(ids(this.#shown))]
      this.#options.live(
        this.#shown,
        [...was, ...is].filter((id) => was.has(id) !== is.has(id)),
      )
    })
  }

  #after(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(run).catch((error: unknown) => {
      this.#options.logger.error('phone-system.broke-off', { error: String(error) })
    })
    return this.#turn
  }
}

type Place = Pick<PhoneSystemAddress, 'host' | 'port'>

function isSamePlace(one: Place, other: Place): boolean {
  return one.host === other.host && one.port === other.port
}

/** Trunks are no part of it: whoever needs them is told of them apart. */
function isSameSignIn(one: PhoneSystemAddress, other: PhoneSystemAddress): boolean {
  const parts = ({ username, password, tls = false, fingerprint = null }: PhoneSystemAddress) =>
    [username, password, tls, fingerprint].join('\n')
  return parts(one) === parts(other)
}
