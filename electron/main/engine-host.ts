/**
 * Keeps the engine process alive: starts it, passes requests and events, starts it again when it dies or hangs, and lets
 * it finish when the app quits.
 */
import type { FromEngine, LockNote, Speech, ToEngine, EngineSecrets } from '../contract/engine-port.ts'
import type { Events } from '../contract/events.ts'
import { fail } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import { Heartbeat } from './heartbeat.ts'

/** The process as the host uses it; Electron's `UtilityProcess` has this shape. */
export interface EngineProcess {
  /** Undefined until it runs. */
  readonly pid: number | undefined
  postMessage(message: ToEngine): void
  on(event: 'message', listener: (message: FromEngine) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

type Restored = Result<{ aside: string | null }>

export interface EngineHostOptions {
  fork(): EngineProcess
  start: { profileFolder: string; demo: boolean }
  secrets(): EngineSecrets
  speech(): Speech
  clock: Clock
  logger: Logger
  emit<N extends keyof Events>(name: N, payload: Events[N]): void
}

/** Before a dead engine is started again, ms: doubled each time, back to the first after a minute alive. */
const restartAfter = { first: 1000, longest: 60_000, calm: 60_000 }
/** How long a request may take; checks of a phone system that does not answer are the slowest. */
const requestTimeout = 60_000
/** A request that comes while the engine starts waits so long for it, ms: an upgrade of a large inbox takes longer. */
const startPatience = 2000
/** How long the engine may take to finish when the app quits. */
const stopTimeout = 8_000
/**
 * A running engine that gives no sign of life for so long hangs, ms. Whatever it does in one go is done in a second or
 * two (long work goes on in pieces, or in threads of its own), and half a minute leaves the other half of the minute
 * within which a first text must be with the gateway.
 */
const runningPatience = 30_000
/**
 * One that opens, upgrades, checks or restores an inbox reads and writes all of it in one go, ms: a large one on an old
 * disk takes minutes. Doubled each time it was too short, for as long as Ringback runs: the slowest PC gets there in the end.
 */
const openingPatience = 15 * 60_000

export class EngineHost {
  readonly #options: EngineHostOptions
  readonly #pending = new Map<number, (result: Result<unknown>) => void>()
  #process: EngineProcess | null = null
  /** What was asked before the first start, which is soon. */
  #early: (() => void)[] | null = []
  #state: Events['engine:state'] = { state: 'starting', message: null }
  /** How often it ended by itself in this run of Ringback. */
  #deaths = 0
  #ids = 0
  #startedAt = 0
  readonly #heartbeat: Heartbeat
  #openingPatience = openingPatience
  /** It was ended since it gave no sign: for how long, ms. */
  #silentMs: number | null = null
  #away: Events['engine:state']['away']
  #wait = restartAfter.first
  /** Gives up waiting to start a dead engine again. */
  #stayDead: () => void = () => {}
  /** The engine was asked to stop: its end is the wish, and this is told of it. */
  #stopped: (() => void) | null = null
  /** A backup is being restored: this is told what became of it. */
  #restored: ((result: Restored) => void) | null = null

  constructor(options: EngineHostOptions) {
    this.#options = options
    this.#heartbeat = new Heartbeat({
      clock: options.clock,
      ask: () => this.#process?.postMessage({ kind: 'ping' }),
      patience: () => (this.#state.state === 'running' ? runningPatience : this.#openingPatience),
      hangs: (silentMs) => this.#hangs(silentMs),
    })
  }

  state(): Events['engine:state'] {
    return this.#state
  }

  deaths(): number {
    return this.#deaths
  }

  start(): void {
    const { fork, start, secrets, speech, clock, logger } = this.#options
    this.#become('starting', null)
    this.#startedAt = clock.now()
    const child = fork()
    this.#process = child
    child.on('message', (message) => {
      if (this.#process !== child) return
      this.#heartbeat.heard()
      this.#hear(message)
    })
    child.on('exit', (code) => {
      if (this.#process === child) this.#died(code)
    })
    child.postMessage({ kind: 'start', ...start, secrets: secrets(), speech: speech() })
    logger.info('engine.forked')
    this.#heartbeat.start()
    const early = this.#early ?? []
    this.#early = null
    for (const ask of early) ask()
  }

  request(command: string, input: unknown): Promise<Result<unknown>> {
    const early = this.#early
    if (early) return new Promise((resolve) => early.push(() => resolve(this.request(command, input))))
    const child = this.#process
    const { state, message } = this.#state
    const starting = fail('not-ready', message ?? words.desktop.engine.starting, words.desktop.engine.soon)
    if (!child || !this.#answers(command)) return Promise.resolve(starting)
    const id = ++this.#ids
    const isStarting = state === 'starting'
    return new Promise((resolve) => {
      const giveUp = this.#options.clock.after(isStarting ? startPatience : requestTimeout, () => {
        this.#pending.delete(id)
        resolve(isStarting ? starting : fail('not-ready', words.desktop.engine.noAnswer, words.desktop.engine.again))
      })
      this.#pending.set(id, (result) => {
        giveUp()
        resolve(result)
      })
      child.postMessage({ kind: 'request', id, command, input })
    })
  }

  /** Puts a backup in the inbox's place (null: an empty inbox) and begins anew with it. */
  restore(name: string | null): Promise<Restored> {
    const child = this.#process
    if (!child || this.#restored || (this.#state.state !== 'running' && this.#state.damaged !== true)) {
      const [message, remedy] = words.data.restoreTwice
      return Promise.resolve(fail('not-ready', (!this.#restored && this.#state.message) || message, remedy))
    }
    this.#become('starting', words.data.restoring)
    return new Promise((resolve) => {
      this.#restored = resolve
      child.postMessage({ kind: 'restore', name, secrets: this.#options.secrets() })
    })
  }

  /** The language changed. */
  speak(): void {
    this.#process?.postMessage({ kind: 'speak', speech: this.#options.speech() })
  }

  /** How the window's lock is set now. */
  noteLock(lock: LockNote): void {
    if (this.#state.state === 'running') this.#process?.postMessage({ kind: 'lock', lock })
  }

  /** Lets the engine finish what is on its way; a stuck one is ended after some seconds. */
  async stop(): Promise<void> {
    const child = this.#process
    this.#stayDead()
    this.#heartbeat.stop()
    if (!child) return
    await new Promise<void>((resolve) => {
      const giveUp = this.#options.clock.after(stopTimeout, () => {
        this.#options.logger.error('engine.ended-by-force')
        endByForce(child)
        resolve()
      })
      this.#stopped = () => {
        giveUp()
        resolve()
      }
      child.postMessage({ kind: 'stop' })
    })
    this.#process = null
  }

  #hear(message: FromEngine): void {
    const { logger, emit } = this.#options
    switch (message.kind) {
      case 'ready':
        this.#become('running', null)
        return
      case 'alive':
        return
      case 'answer':
        this.#pending.get(message.id)?.(message.result)
        this.#pending.delete(message.id)
        return
      case 'event':
        emit(message.name, message.payload as never)
        return
      case 'log':
        logger[message.level](message.event, message.facts)
        return
      case 'failed':
        this.#become('stopped', [message.failure.message, message.failure.remedy].filter(Boolean).join(' '), {
          damaged: message.damaged,
        })
        this.#answerAll(fail('not-ready', this.#state.message ?? message.failure.message, words.desktop.engine.soon))
        return
      case 'restored':
        this.#tellRestored(message.result)
    }
  }

  /** Its end is heard of as any other. */
  #hangs(silentMs: number): void {
    const child = this.#process
    if (!child) return
    if (this.#state.state !== 'running') this.#openingPatience *= 2
    this.#silentMs = silentMs
    this.#options.logger.error('engine.hung', { state: this.#state.state, silentSeconds: Math.round(silentMs / 1000) })
    endByForce(child)
  }

  #died(code: number): void {
    const { clock, logger } = this.#options
    const silentMs = this.#silentMs
    this.#silentMs = null
    this.#heartbeat.stop()
    this.#process = null
    this.#answerAll(fail('not-ready', words.desktop.engine.stopped, words.desktop.engine.again))
    this.#tellRestored(fail('not-ready', words.desktop.engine.stopped, words.desktop.engine.again))
    if (this.#stopped) return this.#stopped()
    this.#deaths += 1
    if (clock.now() - this.#startedAt > restartAfter.calm) this.#wait = restartAfter.first
    const seconds = Math.round(this.#wait / 1000)
    logger.error('engine.died', { code, restartSeconds: seconds })
    const from = clock.now() - (silentMs ?? 0)
    this.#away = { why: silentMs === null ? 'ended' : 'hung', from, to: clock.now() + this.#wait }
    const { restarts, hung } = words.desktop.engine
    const silentSeconds = Math.round((silentMs ?? 0) / 1000)
    this.#become('stopped', silentMs === null ? restarts(seconds) : hung(silentSeconds, seconds), { since: from })
    this.#stayDead = clock.after(this.#wait, () => this.start())
    this.#wait = Math.min(this.#wait * 2, restartAfter.longest)
  }

  /** What copies there are can be asked also where the inbox is damaged. */
  #answers(command: string): boolean {
    return this.#state.state !== 'stopped' || (this.#state.damaged === true && command.startsWith('backups:'))
  }

  #tellRestored(result: Restored): void {
    this.#restored?.(result)
    this.#restored = null
  }

  #answerAll(result: Result<unknown>): void {
    for (const answer of this.#pending.values()) answer(result)
    this.#pending.clear()
  }

  #become(
    state: Events['engine:state']['state'],
    message: string | null,
    { damaged = false, since = this.#options.clock.now() } = {},
  ): void {
    const before = this.#state.state === state ? this.#state.since : undefined
    // What was away is back.
    if (state === 'running' && before === undefined && this.#away) this.#away = { ...this.#away, to: since }
    this.#state = {
      state,
      message,
      since: before ?? since,
      ...(damaged ? { damaged } : {}),
      ...(this.#away ? { away: this.#away } : {}),
    }
    this.#options.emit('engine:state', this.#state)
  }
}

/** A process that stands still hears no plea; nothing that was committed is lost by its end. */
function endByForce(child: EngineProcess): void {
  if (child.pid === undefined) {
    child.kill()
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
