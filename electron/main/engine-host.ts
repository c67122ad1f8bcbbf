/**
 * Keeps the engine process alive: starts it, passes requests and events, starts it again when it dies, and lets it
 * finish when the app quits.
 */
import type { FromEngine, LockNote, Speech, ToEngine, EngineSecrets } from '../contract/engine-port.ts'
import type { Events } from '../contract/events.ts'
import { fail } from '../contract/result.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'

/** The process as the host uses it; Electron's `UtilityProcess` has this shape. */
export interface EngineProcess {
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
  #wait = restartAfter.first
  /** Gives up waiting to start a dead engine again. */
  #stayDead: () => void = () => {}
  /** The engine was asked to stop: its end is the wish, and this is told of it. */
  #stopped: (() => void) | null = null
  /** A backup is being restored: this is told what became of it. */
  #restored: ((result: Restored) => void) | null = null

  constructor(options: EngineHostOptions) {
    this.#options = options
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
    child.on('message', (message) => this.#hear(message))
    child.on('exit', (code) => {
      if (this.#process === child) this.#died(code)
    })
    child.postMessage({ kind: 'start', ...start, secrets: secrets(), speech: speech() })
    logger.info('engine.forked')
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
    if (!child) return
    await new Promise<void>((resolve) => {
      const giveUp = this.#options.clock.after(stopTimeout, () => {
        this.#options.logger.error('engine.ended-by-force')
        child.kill()
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
        this.#become(
          'stopped',
          [message.failure.message, message.failure.remedy].filter(Boolean).join(' '),
          message.damaged,
        )
        this.#answerAll(fail('not-ready', this.#state.message ?? message.failure.message, words.desktop.engine.soon))
        return
      case 'restored':
        this.#tellRestored(message.result)
    }
  }

  #died(code: number): void {
    const { clock, logger } = this.#options
    this.#process = null
    this.#answerAll(fail('not-ready', words.desktop.engine.stopped, words.desktop.engine.again))
    this.#tellRestored(fail('not-ready', words.desktop.engine.stopped, words.desktop.engine.again))
    if (this.#stopped) return this.#stopped()
    this.#deaths += 1
    if (clock.now() - this.#startedAt > restartAfter.calm) this.#wait = restartAfter.first
    const seconds = Math.round(this.#wait / 1000)
    logger.error('engine.died', { code, restartSeconds: seconds })
    this.#become('stopped', words.desktop.engine.restarts(seconds))
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

  #become(state: Events['engine:state']['state'], message: string | null, damaged = false): void {
    const since = this.#state.state === state ? this.#state.since : undefined
    this.#state = { state, message, since: since ?? this.#options.clock.now(), ...(damaged ? { damaged } : {}) }
    this.#options.emit('engine:state', this.#state)
  }
}
