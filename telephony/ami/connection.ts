/** The connection to the office's phone system, kept for as long as it is wanted, and how it is doing. */
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { Backoff } from './backoff.ts'
import type { Patience } from './backoff.ts'
import type { AmiResponse } from './block.ts'
import { CatchUp } from './catch-up.ts'
import { AmiClient } from './client.ts'
import { Diagnosis } from './diagnosis.ts'
import type { AmiEvent } from './events.ts'
import { nothingKnown, ReadClasses } from './permissions.ts'
import type { Permissions } from './permissions.ts'
import type { AmiAddress, ConnectionProblem, ConnectionProblemCode } from './problems.ts'
import { AmiFailure, connectionProblem } from './problems.ts'

export type { AmiResponse } from './block.ts'

export type ConnectionPhase = 'off' | 'connecting' | 'signing in' | 'catching up' | 'live' | 'waiting'

export interface ConnectionState {
  readonly phase: ConnectionPhase
  /**
   * Since when the connection is live, or off, or has been neither (epoch ms): attempts do not change it. A line that
   * died unnoticed has been gone since something came over it last.
   */
  readonly since: number
  /** While `waiting`: when the next attempt begins (epoch ms). */
  readonly retryAt: number | null
  /** Why it is not live; stays during the next attempts until one succeeds. */
  readonly problem: ConnectionProblem | null
  /** While `live`: every call that went on when it became so was told. */
  readonly caughtUp: boolean
  readonly permissions: Permissions
}

export interface AmiConnectionOptions extends AmiAddress {
  clock: Clock
  logger: Logger
  /** A number from 0 up to 1, for the jitter between attempts. */
  random?: () => number
  /** No certificate was trusted yet, and this one is from now on, by its fingerprint: the sign-in worked. */
  onCertificate?: (fingerprint: string) => void
}

/** Milliseconds. A ping must be answered within the time of any action (10 s): a dead line is found in 25 s. */
const pingEvery = 15_000
/** A line that told nothing for longer was dead before its end was noticed: pings are answered more often. */
const silentAfter = 20_000
/** After so long a time alive the next attempts are quick again. */
const settledAfter = 60_000

/** After these the phone system may ban who comes back too soon. */
const refusals: ReadonlySet<ConnectionProblemCode> = new Set([
  'wrong-password',
  'sign-in-changed',
  'in-use',
  'not-permitted',
  'banned',
])

export class AmiConnection {
  readonly #address: AmiAddress
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #backoff: Backoff
  readonly #diagnosis: Diagnosis
  readonly #onCertificate: (fingerprint: string) => void
  readonly #eventListeners: ((event: AmiEvent) => void)[] = []
  readonly #stateListeners: ((state: ConnectionState) => void)[] = []
  #state: ConnectionState
  #client: AmiClient | null = null
  #catchUp: CatchUp | null = null
  #reads = new ReadClasses()
  /** How many calls the phone system said it has, asked as long as no event has told of any. */
  #callCount: string | null = null
  /** When something came last, epoch ms. */
  #heardAt = 0
  /**
   * After a long silence something came that may have been on its way for as long: `from` when something had come
   * before it, `foundAt` when it came (epoch ms). Until a ping of after that is answered the line may be dead.
   */
  #doubt: { from: number; foundAt: number } | null = null
  #unanswered = false
  /** What gives up waiting: for the next attempt, the next ping, the settling. */
  #timers = new Map<'retry' | 'ping' | 'settle', () => void>()

  constructor({ clock, logger, random = Math.random, onCertificate, ...address }: AmiConnectionOptions) {
    this.#onCertificate = onCertificate ?? (() => {})
    this.#address = { ...address }
    this.#clock = clock
    this.#logger = logger
    this.#backoff = new Backoff(random)
    this.#diagnosis = new Diagnosis(this.#address)
    const since = clock.now()
    this.#state = { phase: 'off', since, retryAt: null, problem: null, caughtUp: false, permissions: nothingKnown }
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** When the line was alive for certain, epoch ms; null while the connection is not live. */
  get aliveAt(): number | null {
    return this.#state.phase === 'live' ? (this.#doubt?.from ?? this.#heardAt) : null
  }

  /**
   * Every event in order. While `catching up` these include what goes on already: `BridgeListItem`, `QueueEntry` and
   * `Status` as far as the user may see them, then `CoreShowChannel` for each channel and `CoreShowChannelsComplete`
   * (none of them where the user may not list calls).
   */
  onEvent(listener: (event: AmiEvent) => void): void {
    this.#eventListeners.push(listener)
  }

  onState(listener: (state: ConnectionState) => void): void {
    this.#stateListeners.push(listener)
  }

  /** Connects, and connects again for ever. Does nothing when it is on already. */
  start(): void {
    if (this.#state.phase !== 'off') return
    void this.#attempt()
  }

  /** Connects at once when it waits for the next attempt; else does nothing. */
  tryNow(): void {
    if (this.#state.phase !== 'waiting') return
    this.#giveUpTimers()
    void this.#attempt()
  }

  /** Tells the events that came so far, then turns off. */
  stop(): Promise<void> {
    const client = this.#client
    // First of all the events: they came while the connection was live.
    client?.close()
    this.#client = null
    this.#catchUp = null
    this.#giveUpTimers()
    if (this.#state.phase !== 'off') this.#change('off', null, { at: this.#silentSince() ?? this.#clock.now() })
    return Promise.resolve()
  }

  /**
   * The phone system's answer to an action, also when it is an error (`ok` false). Rejects with an `AmiFailure` when
   * nobody is signed in (it says `nothingSent`), the connection ends, or no answer comes within 10 s.
   */
  action(fields: Record<string, string>): Promise<AmiResponse> {
    const client = this.#client
    if (!client || (this.#state.phase !== 'catching up' && this.#state.phase !== 'live')) {
      const problem = this.#state.problem ?? connectionProblem('not-connected', this.#address)
      return Promise.reject(new AmiFailure(problem, { nothingSent: true }))
    }
    return client.action(fields)
  }

  async #attempt(): Promise<void> {
    const client = new AmiClient(this.#address, { clock: this.#clock, onEvent: (event) => this.#tell(event) })
    this.#client = client
    this.#change('connecting', this.#state.problem)
    try {
      await client.open()
      if (this.#client !== client) return
      this.#change('signing in', this.#state.problem)
      await client.login()
      if (this.#client !== client) return
      this.#logger.info('pbx.signed-in', { host: this.#address.host, encrypted: client.fingerprint !== null })
      this.#trustFirst(client)
      this.#diagnosis.signedIn()
      this.#reads = new ReadClasses()
      this.#callCount = null
      this.#catchUp = new CatchUp(client, { clock: this.#clock, logger: this.#logger })
      this.#change('catching up', this.#state.problem)
      const { write, complete } = await this.#catchUp.run()
      if (this.#client !== client) return
      this.#catchUp = null
      this.#live(client, { ...write, ...this.#reads.known }, complete)
      throw await client.ended
    } catch (error) {
      if (this.#client === client) this.#ended(client, error)
    }
  }

  /** The first certificate that comes is the trusted one, from then on. */
  #trustFirst({ fingerprint }: AmiClient): void {
    if (fingerprint === null || (this.#address.fingerprint ?? null) !== null) return
    this.#address.fingerprint = fingerprint
    this.#onCertificate(fingerprint)
  }

  #live(client: AmiClient, permissions: Permissions, caughtUp: boolean): void {
    this.#heardAt = this.#clock.now()
    this.#doubt = null
    this.#unanswered = false
    this.#diagnosis.live()
    this.#change('live', null, { permissions, caughtUp })
    this.#later('settle', settledAfter, () => this.#backoff.reset())
    this.#pingLater(client)
  }

  #pingLater(client: AmiClient): void {
    this.#later('ping', pingEvery, () => this.#ping(client))
  }

  #ping(client: AmiClient): void {
    const sentAt = this.#clock.now()
    client.action({ Action: 'Ping' }).then(
      () => {
        if (this.#client !== client) return
        this.#heard()
        if (this.#doubt && sentAt >= this.#doubt.foundAt) this.#doubt = null
        this.#pingLater(client)
        this.#countCalls(client)
      },
      () => {
        if (this.#client === client) this.#unanswered = true
        client.drop('lost', 'timeout')
      },
    )
  }

  /** A user without read = call hears nothing for ever: notices that calls come and go without a word. */
  #countCalls(client: AmiClient): void {
    if (this.#reads.known.call !== null || this.#state.permissions.reporting !== true) return
    client.action({ Action: 'CoreStatus' }).then(
      (answer) => {
        if (this.#client !== client) return
        const count = answer.get('CoreCurrentCalls') ?? null
        const changed = this.#callCount !== null && count !== null && count !== this.#callCount
        this.#callCount = count
        if (changed) this.#reads.callsWentUnseen()
        if (changed) this.#learnt()
      },
      // The ping tells when the line is dead.
      () => {},
    )
  }

  #ended(client: AmiClient, error: unknown): void {
    client.close()
    this.#client = null
    this.#catchUp = null
    this.#giveUpTimers()
    const now = this.#clock.now()
    const wasLive = this.#state.phase === 'live'
    const silentSince = this.#silentSince()
    const silent = silentSince !== null
    const met = error instanceof AmiFailure ? error.problem : connectionProblem('lost', this.#address, String(error))
    const problem = this.#diagnosis.of(met, { wasLive, silent, now })
    const wait = this.#backoff.next(patienceWith(problem.code))
    const { code, facts, fingerprint } = problem
    const shown = fingerprint === undefined ? {} : { fingerprint }
    const { skipped } = client
    this.#logger.warn('pbx.not-connected', { problem: code, detail: facts.detail, retryInMs: wait, skipped, ...shown })
    this.#later('retry', wait, () => void this.#attempt())
    this.#change('waiting', problem, { retryAt: now + wait, at: silentSince ?? now })
  }

  /** Something came. After a silence that no line keeps, the PC has slept or its clock was set: asks which. */
  #heard(): void {
    const now = this.#clock.now()
    const isDoubtful = now - this.#heardAt > silentAfter && this.#state.phase === 'live'
    if (isDoubtful && !this.#doubt) {
      this.#doubt = { from: this.#heardAt, foundAt: now }
      if (this.#client) this.#ping(this.#client)
    }
    this.#heardAt = now
  }

  /** Since when a live line has told nothing that it surely sent then; null where it has not been silent. */
  #silentSince(): number | null {
    if (this.#state.phase !== 'live') return null
    const isSilent = this.#unanswered || this.#clock.now() - this.#heardAt > silentAfter
    return this.#doubt?.from ?? (isSilent ? this.#heardAt : null)
  }

  #tell(event: AmiEvent): void {
    this.#heard()
    this.#diagnosis.take(event)
    for (const listener of this.#eventListeners) {
      try {
        listener(event)
      } catch (error) {
        this.#logger.error('pbx.event-not-understood', { event: event.event, error: String(error) })
      }
    }
    this.#catchUp?.take(event)
    if (this.#reads.take(event)) this.#learnt()
  }

  /** The events told more of what the user may see. */
  #learnt(): void {
    const { phase, problem, caughtUp, permissions } = this.#state
    if (phase === 'live')
      this.#change(phase, problem, { caughtUp, permissions: { ...permissions, ...this.#reads.known } })
  }

  #change(
    phase: ConnectionPhase,
    problem: ConnectionProblem | null,
    more: Partial<Pick<ConnectionState, 'retryAt' | 'caughtUp' | 'permissions'>> & { at?: number } = {},
  ): void {
    const { at = this.#clock.now(), ...rest } = more
    const stays = standing(phase) === standing(this.#state.phase)
    const since = stays ? this.#state.since : at
    const { permissions } = this.#state
    this.#state = { phase, since, retryAt: null, problem, caughtUp: false, permissions, ...rest }
    for (const listener of this.#stateListeners) {
      try {
        listener(this.#state)
      } catch (error) {
        this.#logger.error('pbx.state-not-taken', { phase, error: String(error) })
      }
    }
  }

  #later(name: 'retry' | 'ping' | 'settle', ms: number, run: () => void): void {
    this.#timers.get(name)?.()
    this.#timers.set(name, this.#clock.after(ms, run))
  }

  #giveUpTimers(): void {
    for (const giveUp of this.#timers.values()) giveUp()
    this.#timers.clear()
  }
}

function patienceWith(code: ConnectionProblemCode): Patience {
  if (refusals.has(code)) return 'refused'
  return code === 'restarting' ? 'soon' : 'normal'
}

function standing(phase: ConnectionPhase): 'off' | 'live' | 'trying' {
  return phase === 'off' || phase === 'live' ? phase : 'trying'
}
