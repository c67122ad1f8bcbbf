/** The connection to the office's phone system, kept for as long as it is wanted, and how it is doing. */
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { Backoff } from './backoff.ts'
import type { AmiResponse } from './block.ts'
import { AmiClient } from './client.ts'
import type { AmiEvent } from './events.ts'
import type { AmiAddress, ConnectionProblem, ConnectionProblemCode } from './problems.ts'
import { AmiFailure, connectionProblem } from './problems.ts'

export type { AmiResponse } from './block.ts'

export type ConnectionPhase = 'off' | 'connecting' | 'signing in' | 'catching up' | 'live' | 'waiting'

export interface ConnectionState {
  readonly phase: ConnectionPhase
  /** Since when the connection is live, or off, or has been neither (epoch ms): attempts do not change it. */
  readonly since: number
  /** While `waiting`: when the next attempt begins (epoch ms). */
  readonly retryAt: number | null
  /** Why it is not live; stays during the next attempts until one succeeds. */
  readonly problem: ConnectionProblem | null
}

export interface AmiConnectionOptions extends AmiAddress {
  clock: Clock
  logger: Logger
  /** A number from 0 up to 1, for the jitter between attempts. */
  random?: () => number
}

/** Milliseconds. A ping must be answered within the time of any action (10 s): a dead line is found in 25 s. */
const pingEvery = 15_000
/** So long the list of calls may take; then the connection is live without the rest of it. */
const catchUpWait = 10_000
/** After so long a time alive the next attempts are quick again. */
const settledAfter = 60_000

/** Sign-ins that the phone system turned down. */
const refusals: ReadonlySet<ConnectionProblemCode> = new Set(['wrong-password', 'in-use', 'not-permitted'])

export class AmiConnection {
  readonly #address: AmiAddress
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #backoff: Backoff
  readonly #eventListeners: ((event: AmiEvent) => void)[] = []
  readonly #stateListeners: ((state: ConnectionState) => void)[] = []
  #state: ConnectionState
  #client: AmiClient | null = null
  #mayListCalls: boolean | null = null
  /** Told when the list of calls that was asked for on connecting is complete. */
  #listed: { actionId: string; complete: () => void } | null = null
  /** What gives up waiting: for the next attempt, the next ping, the settling. */
  #timers = new Map<'retry' | 'ping' | 'settle', () => void>()

  constructor({ clock, logger, random = Math.random, ...address }: AmiConnectionOptions) {
    this.#address = { ...address }
    this.#clock = clock
    this.#logger = logger
    this.#backoff = new Backoff(random)
    this.#state = { phase: 'off', since: clock.now(), retryAt: null, problem: null }
  }

  get state(): ConnectionState {
    return this.#state
  }

  /** Whether the user may list the calls that go on (write = reporting); null before the first sign-in. */
  get mayListCalls(): boolean | null {
    return this.#mayListCalls
  }

  /**
   * Every event in order. While `catching up` these include the calls that go on already: `CoreShowChannel` for each
   * channel, then `CoreShowChannelsComplete` (none of them where the user may not list calls).
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

  /** Tells the events that came so far, then turns off. */
  stop(): Promise<void> {
    const client = this.#client
    // First of all the events: they came while the connection was live.
    client?.close()
    this.#client = null
    this.#giveUpTimers()
    this.#listed = null
    if (this.#state.phase !== 'off') this.#change('off', null)
    return Promise.resolve()
  }

  /**
   * The phone system's answer to an action, also when it is an error (`ok` false). Rejects with an `AmiFailure` when
   * nobody is signed in, the connection ends, or no answer comes within 10 s.
   */
  action(fields: Record<string, string>): Promise<AmiResponse> {
    const client = this.#client
    if (!client || (this.#state.phase !== 'catching up' && this.#state.phase !== 'live')) {
      const problem = this.#state.problem ?? connectionProblem('lost', this.#address, 'not connected yet')
      return Promise.reject(new AmiFailure(problem))
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
      this.#logger.info('pbx.signed-in', { host: this.#address.host })
      this.#change('catching up', this.#state.problem)
      await this.#catchUp(client)
      if (this.#client !== client) return
      this.#live(client)
      throw await client.ended
    } catch (error) {
      if (this.#client === client) this.#ended(client, error)
    }
  }

  /** Asks for the calls that go on already, and waits until all are told. */
  async #catchUp(client: AmiClient): Promise<void> {
    let giveUp = () => {}
    const complete = new Promise<void>((resolve) => {
      giveUp = this.#clock.after(catchUpWait, () => {
        this.#logger.warn('pbx.calls-not-listed', { why: 'the list did not end in time' })
        resolve()
      })
      void client.ended.then(() => resolve())
      const answer = client.action({ Action: 'CoreShowChannels' })
      this.#listed = { actionId: client.lastActionId, complete: resolve }
      answer.then(
        ({ ok, message }) => {
          this.#mayListCalls = ok
          if (ok) return
          // Calls that began before can then not be told; all later ones can.
          this.#logger.warn('pbx.calls-not-listed', { why: message })
          resolve()
        },
        // The end of the connection is told by `ended`, and lateness by the wait above.
        () => {},
      )
    })
    await complete
    giveUp()
    this.#listed = null
  }

  #live(client: AmiClient): void {
    this.#change('live', null)
    this.#later('settle', settledAfter, () => this.#backoff.reset())
    this.#ping(client)
  }

  #ping(client: AmiClient): void {
    this.#later('ping', pingEvery, () => {
      client.action({ Action: 'Ping' }).then(
        () => {
          if (this.#client === client) this.#ping(client)
        },
        () => client.drop('lost', 'it does not answer any more'),
      )
    })
  }

  #ended(client: AmiClient, error: unknown): void {
    client.close()
    this.#client = null
    this.#listed = null
    this.#giveUpTimers()
    const problem =
      error instanceof AmiFailure ? error.problem : connectionProblem('lost', this.#address, String(error))
    const wait = this.#backoff.next(refusals.has(problem.code))
    this.#logger.warn('pbx.not-connected', { problem: problem.code, message: problem.message, retryInMs: wait })
    this.#later('retry', wait, () => void this.#attempt())
    this.#change('waiting', problem, this.#clock.now() + wait)
  }

  #tell(event: AmiEvent): void {
    for (const listener of this.#eventListeners) {
      try {
        listener(event)
      } catch (error) {
        this.#logger.error('pbx.event-not-understood', { event: event.event, error: String(error) })
      }
    }
    const listed = this.#listed
    if (listed && event.event === 'CoreShowChannelsComplete' && event.get('ActionID') === listed.actionId) {
      listed.complete()
    }
  }

  #change(phase: ConnectionPhase, problem: ConnectionProblem | null, retryAt: number | null = null): void {
    const stays = standing(phase) === standing(this.#state.phase)
    const since = stays ? this.#state.since : this.#clock.now()
    this.#state = { phase, since, retryAt, problem }
    for (const listener of this.#stateListeners) listener(this.#state)
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

function standing(phase: ConnectionPhase): 'off' | 'live' | 'trying' {
  return phase === 'off' || phase === 'live' ? phase : 'trying'
}
