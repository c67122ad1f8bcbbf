/**
 * The engine: everything that must go on when no window is open. How it begins and ends, and what follows from what.
 * Plain Node: it runs in Electron's utility process, in a terminal, or in a test.
 */
import type { LockNote } from '../contract/engine-port.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import { settleRestored } from './backups/after-restore.ts'
import { commandContext } from './command-context.ts'
import { answer } from './commands.ts'
import type { EngineContext } from './commands.ts'
import type { EngineOptions } from './engine-options.ts'
import { engineParts } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'
import { watchedNow } from './followup/watch-only.ts'
import { openInbox } from './open-inbox.ts'
import { noteLock } from './settings/lock-history.ts'
import { tellDropped, tellInboxChanges, tellReply } from './tell-inbox-changes.ts'
import { forgetFollowUps } from './undo-memories.ts'

/** The minutes after the start belong to who opens the inbox in the morning; then the day's copy is made, ms. */
const restBeforeBackup = 3 * 60 * 1000

/** After the day's copy, ms. */
const restBeforeRetention = 10 * 60 * 1000

export class Engine {
  readonly #options: EngineOptions
  readonly #parts: EngineParts
  readonly #context: EngineContext
  readonly #forget: (() => void)[] = []
  #beginning: Promise<void> = Promise.resolve()

  private constructor(options: EngineOptions, parts: EngineParts) {
    this.#options = options
    this.#parts = parts
    this.#context = commandContext(options, parts)
  }

  /** Opens the inbox and begins to listen and to send. Rejects with `StoreError` when the inbox cannot be opened. */
  static async start(options: EngineOptions): Promise<Engine> {
    const engine = await Engine.open(options)
    try {
      await engine.begin()
    } catch (error) {
      await engine.stop()
      throw error
    }
    return engine
  }

  /** Opens the inbox: what this resolves to answers commands. Rejects as `start` does. */
  static async open(options: EngineOptions): Promise<Engine> {
    const inbox = await openInbox(options)
    try {
      const engine = new Engine(options, engineParts(options, inbox))
      await engine.#parts.book.load()
      engine.#listen()
      return engine
    } catch (error) {
      await inbox.store.close()
      throw error
    }
  }

  /** Answers a command of the contract. Never rejects: what goes wrong is a `Failure`. */
  request(command: string, input: unknown): Promise<Result<unknown>> {
    return answer(command, input, this.#context)
  }

  /** The history of the settings tells of the window's lock, too, which main keeps. */
  async noteLock(lock: LockNote): Promise<void> {
    const { clock, logger } = this.#options
    const { store, invalidations } = this.#parts
    try {
      if (await noteLock(store, lock, clock.now())) invalidations.settings()
    } catch (error) {
      // It is told again at the next start.
      logger.warn('lock.not-noted', { error: String(error) })
    }
  }

  /** Another language holds: what is shown is read anew, and how everything is doing is said anew. */
  async languageChanged(): Promise<void> {
    const { health, clockWatch, disk, phones, dispatcher, texting, invalidations } = this.#parts
    health.retell()
    clockWatch.tell()
    disk.tell()
    phones.retell()
    dispatcher.retell()
    await texting.renewGateway()
    await invalidations.lines()
  }

  /**
   * Begins to listen to the phone system, and to send and fetch texts as soon as the inbox is known to be whole: an
   * opt-out may stand where it is damaged. Rejects with `StoreError` when it is; `stop` is to be called then.
   */
  begin(): Promise<void> {
    this.#beginning = this.#begin()
    return this.#beginning
  }

  async #begin(): Promise<void> {
    const { clock, logger, profile } = this.#options
    const parts = this.#parts
    const { store } = parts
    // Before any text can go.
    const ended = await settleRestored(store, clock.now())
    if (ended > 0) logger.warn('store.restored-without-today', { ended })
    if (profile === 'office') {
      await parts.optOuts.start()
      await parts.texted.start()
    }
    await parts.texting.takeGateway()
    await parts.automation.start()
    parts.health.setWatchOnly(await watchedNow(store.db))
    parts.clockWatch.start()
    parts.reserve.start()
    await parts.disk.start()
    await parts.phones.connect()
    parts.demo?.office.open()
    if (!(await store.whole())) return
    await parts.dispatcher.start()
    parts.deliveries.start()
    parts.replies.start()
    parts.pictures.start()
    if (profile === 'office') parts.backups.start(restBeforeBackup)
    parts.retention.start(restBeforeRetention)
    await parts.eraser.resume()
    logger.info('engine.started', { profile })
  }

  /** Begins nothing new, waits for what is on its way, and gives the inbox back. */
  async stop(): Promise<void> {
    const parts = this.#parts
    parts.store.leaveUnchecked()
    await this.#beginning.catch(() => undefined)
    parts.insistence.stop()
    await parts.importer.stop()
    await parts.backups.stop()
    await parts.retention.stop()
    await parts.eraser.stop()
    await parts.demo?.office.stop()
    // Before the phone system: a text may be on its way through it.
    await parts.dispatcher.stop()
    await parts.phones.stop()
    await parts.book.close()
    await parts.deliveries.stop()
    await parts.replies.stop()
    await parts.pictures.stop()
    parts.automation.stop()
    parts.clockWatch.stop()
    parts.disk.stop()
    await parts.reserve.stop()
    for (const forget of this.#forget) forget()
    await parts.optOuts.stop()
    await parts.store.close()
    this.#options.logger.info('engine.stopped')
  }

  /** What follows from what. */
  #listen(): void {
    const { logger, clock } = this.#options
    const { store, hub, health, disk, clockWatch, automation, dispatcher, replies, pictures, texting } = this.#parts
    const failed = (event: string) => (error: unknown) => logger.error(event, { error: String(error) })
    this.#forget.push(
      tellInboxChanges(store, hub, logger),
      store.onRefused((problem) => {
        const [message, remedy] = problem.plainly
        const because = problem.ofDisk ? { because: 'disk' as const } : {}
        health.set('inbox', { state: 'trouble', message, remedy, since: clock.now(), ...because })
        disk.lookNow()
      }),
      store.onCommit(() => {
        health.set('inbox', { state: 'ok', message: words.health.inbox, remedy: null, since: clock.now() })
      }),
      texting.followHealth(),
      clockWatch.onHealth((now) => health.set('clock', now)),
      disk.onHealth((now) => health.set('disk', now)),
      replies.onReply((reply) => {
        pictures.poke()
        tellReply(store, hub, reply).catch(failed('reply.not-told'))
      }),
      automation.onChange((pause) => {
        health.setPaused(pause)
        if (pause) forgetFollowUps(this.#parts.undo)
      }),
      dispatcher.onDropped((dropped) => {
        tellDropped(store, hub, dropped).catch(failed('call.not-told'))
      }),
    )
    health.setPaused(automation.current())
  }
}
