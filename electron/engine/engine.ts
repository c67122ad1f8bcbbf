/**
 * The engine: everything that must go on when no window is open, put together. Plain Node: it runs in Electron's
 * utility process, in a terminal, or in a test.
 */
import path from 'node:path'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { sentence } from './inbox/call-sentence.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Logger } from '../../telephony/logger.ts'
import type { EngineSecrets, LockNote } from '../contract/engine-port.ts'
import type { Result } from '../contract/result.ts'
import { words } from '../contract/text/index.ts'
import { settleRestored } from './backups/after-restore.ts'
import { TextedCopy } from './backups/texted-copy.ts'
import { onPhoneCallEnded } from './call-ended.ts'
import { CallBack } from './call-back/call-back.ts'
import { ClockWatch } from './clock-watch.ts'
import { answer } from './commands.ts'
import type { EngineContext } from './commands.ts'
import type { Blocked } from './contacts/block.ts'
import { Importer } from './contacts/transfer/importer.ts'
import { UndoMemory } from './contacts/undo-memory.ts'
import { DiskReserve } from './disk-reserve.ts'
import { DiskWatch } from './disk-watch.ts'
import { openDemo } from './demo/open-demo.ts'
import type { DemoOpened } from './demo/open-demo.ts'
import { EventHub } from './event-hub.ts'
import type { EngineListener } from './event-hub.ts'
import { Automation } from './followup/automation.ts'
import { stopForNow } from './followup/stop-for-now.ts'
import { watchedNow } from './followup/watch-only.ts'
import { GatewaySlot } from './gateway-slot.ts'
import { HealthBoard } from './health-board.ts'
import { partyOfCall } from './inbox/call-rows.ts'
import { NoteBook } from './inbox/notes.ts'
import { DoneMemory } from './inbox/undo-done.ts'
import { readView } from './inbox/view.ts'
import { OptOutCopy } from './opt-out/copy.ts'
import { DeliveryWatch } from './outbox/delivery.ts'
import type { FollowUpUndo } from './followup/skip-for-now.ts'
import { Dispatcher } from './outbox/dispatcher.ts'
import type { Written } from './outbox/waiting-texts.ts'
import { PartyBook } from './parties/party-book.ts'
import type { DroppedText } from './outbox/text-sender.ts'
import { worse } from './part-health.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { Eraser } from './privacy/eraser.ts'
import { Retention } from './privacy/retention.ts'
import { PhoneSystem } from './phone-system.ts'
import { PictureFetcher } from './pictures/picture-fetcher.ts'
import { PhoneSystemWire } from './phone-system-wire.ts'
import { ReplyPoller } from './replies/poller.ts'
import { Secrets } from './secrets.ts'
import { applyConfig } from './settings/config-file.ts'
import type { EngineConfig } from './settings/config-file.ts'
import { readFollowUpSettings } from './settings/follow-up-settings.ts'
import { noteLock } from './settings/lock-history.ts'
import { readSection } from './settings/settings.ts'
import { leaveOutForOthers } from './settings/secret-places.ts'
import { leaveOutVoid } from './settings/void-secrets.ts'
import { DailyBackups } from './store/daily-backups.ts'
import { openStore } from './store/database.ts'
import { Insistence } from './store/insist.ts'
import type { Store } from './store/database.ts'
import { tellInboxChanges, tellReply } from './tell-inbox-changes.ts'

export interface EngineOptions {
  /** Where the inbox file stands; made when it is not there. */
  dataFolder: string
  /** `demo`: a simulated phone system and simulated callers, and an inbox file of its own. */
  profile: 'office' | 'demo'
  secrets: EngineSecrets
  /** Settings and secrets of an engine without a window; they replace what was saved. */
  config?: EngineConfig
  clock: Clock
  logger: Logger
  /** Hears all events of the contract, from the first one on: how things are when the engine begins is among them. */
  onEvent?: EngineListener
}

/** The demo empties its inbox at each start, and so must never open the office's. */
const inboxFile = { office: 'inbox.sqlite', demo: 'demo.sqlite' } as const

export function inboxPath({ dataFolder, profile }: Pick<EngineOptions, 'dataFolder' | 'profile'>): string {
  return path.join(dataFolder, inboxFile[profile])
}

function pictureFolder({ dataFolder }: Pick<EngineOptions, 'dataFolder'>): string {
  return path.join(dataFolder, 'pictures')
}

/** The minutes after the start belong to who opens the inbox in the morning; then the day's copy is made, ms. */
const restBeforeBackup = 3 * 60 * 1000

/** After the day's copy, ms. */
const restBeforeRetention = 10 * 60 * 1000

/** Rules after which nobody needs to be told that no text went out: somebody has spoken or written already. */
const dealtWith = new Set(['spoke', 'staff-wrote', 'opted-out', 'recent-follow-up'])

export class Engine {
  readonly #options: EngineOptions
  readonly #store: Store
  readonly #demo: DemoOpened | null
  readonly #hub = new EventHub()
  readonly #health: HealthBoard
  readonly #insistence: Insistence
  readonly #backups: DailyBackups
  readonly #clockWatch: ClockWatch
  readonly #disk: DiskWatch
  readonly #reserve: DiskReserve
  readonly #optOuts: OptOutCopy
  readonly #texted: TextedCopy
  readonly #retention: Retention
  readonly #eraser: Eraser
  readonly #gateway: GatewaySlot
  readonly #automation: Automation
  readonly #done = new DoneMemory()
  readonly #blocks = new UndoMemory<Blocked>()
  readonly #importer: Importer
  readonly #followUpUndo = new UndoMemory<FollowUpUndo>()
  readonly #written = new UndoMemory<Written>()
  readonly #replies: ReplyPoller
  readonly #pictures: PictureFetcher
  readonly #dispatcher: Dispatcher
  readonly #deliveries: DeliveryWatch
  readonly #book: PartyBook
  readonly #phones: PhoneSystem
  readonly #callBack: CallBack
  readonly #context: EngineContext
  readonly #forget: (() => void)[] = []
  #beginning: Promise<void> = Promise.resolve()

  private constructor(options: EngineOptions, store: Store, secrets: Secrets, demo: DemoOpened | null) {
    const { clock, logger } = options
    const base = { store, clock, logger }
    this.#options = options
    if (options.onEvent) this.#hub.on(options.onEvent)
    this.#store = store
    this.#insistence = new Insistence(base)
    this.#backups = new DailyBackups({ ...base, file: inboxPath(options) })
    this.#optOuts = new OptOutCopy({ store, logger, file: path.join(options.dataFolder, 'opt-outs.jsonl') })
    this.#clockWatch = new ClockWatch(base)
    const folder = options.dataFolder
    this.#reserve = new DiskReserve({ folder, store, logger })
    this.#disk = new DiskWatch({
      clock,
      logger,
      folder,
      onRoom: (room) => {
        if (options.profile === 'office') this.#reserve.look(room)
      },
    })
    this.#texted = new TextedCopy({ ...base, file: path.join(options.dataFolder, 'texted.jsonl') })
    const pictures = pictureFolder(options)
    const clockIsRight = () => this.#clockWatch.isRight()
    this.#retention = new Retention({ ...base, pictureFolder: pictures, clockIsRight })
    this.#eraser = new Eraser({
      ...base,
      inboxFile: inboxPath(options),
      pictureFolder: pictures,
      forgetTexted: (number) => this.#texted.forget(number),
      changed: (state) => this.#hub.emit('erasure:changed', state),
      erased: () => this.#everythingChanged(),
    })
    this.#demo = demo
    this.#health = new HealthBoard({
      now: clock.now(),
      revision: () => store.revision(),
      logger,
      tell: (health) => this.#hub.emit('health:changed', health),
    })
    const wire = new PhoneSystemWire({
      ask: (fields) => this.#phones.ask(fields),
      signInAgainFor: (action) => this.#phones.signInAgainFor(action),
    })
    this.#gateway = new GatewaySlot({
      ...base,
      secrets,
      fixed: demo?.gateway ?? null,
      phoneSystem: wire,
      onReceived: () => this.#replies.lookNow(),
    })
    const gateway = () => this.#gateway.current()
    const view = () => readView(store.db, sentence)
    this.#automation = new Automation(base)
    this.#replies = new ReplyPoller({ ...base, gateway, onTime: (now) => this.#clockWatch.heard(now) })
    this.#pictures = new PictureFetcher({ ...base, gateway, folder: pictures })
    this.#callBack = new CallBack({
      ...base,
      ask: (fields) => this.#phones.ask(fields),
      phones: () => this.#phones.phones(),
      changed: (callBack) => this.#hub.emit('call-back:changed', callBack),
    })
    const callBack = this.#callBack
    const changed = () => this.#hub.emit('parties:changed', { revision: store.revision() })
    this.#book = new PartyBook({ ...base, changed })
    this.#phones = new PhoneSystem({
      ...base,
      book: this.#book,
      secrets,
      view,
      event: (event) => {
        callBack.handle(event)
        wire.handle(event)
      },
      lost: () => callBack.disconnected(),
      certificateChanged: () => this.#context.settingsChanged(),
      callingBack: () => callBack.number(),
      calledBack: (linkedid) => callBack.numberOf(linkedid),
      ended: (call) => this.#insistence.until(() => this.#callEnded(call)),
      live: (calls, ids) => {
        this.#hub.emit('live:changed', { calls })
        if (ids.length > 0) this.#hub.emit('conversations:changed', { ids, revision: store.revision() })
      },
      liveKnown: () => this.#dispatcher.poke(),
      health: (health, connection) => {
        this.#health.setPhoneSystem(health, connection)
        // What came in meanwhile may be a STOP.
        if (health.state === 'ok' && this.#gateway.throughPhoneSystem) this.#replies.lookNow()
      },
    })
    this.#importer = new Importer({
      ...base,
      changed: (state) => this.#hub.emit('import:changed', state),
      tagsChanged: () => this.#hub.emit('tags:changed', { revision: store.revision() }),
    })
    const live = this.#phones.numbers
    const settings = () => readFollowUpSettings(store.db, secrets.known())
    const replies = this.#replies
    const automation = this.#automation
    this.#dispatcher = new Dispatcher({
      ...base,
      gateway,
      settings,
      live: this.#phones.knownNumbers,
      replies,
      automation,
      texting: (number, at) => {
        if (options.profile === 'office') this.#texted.note(number, at)
      },
    })
    const onStopEverything = this.#dispatcher.halt.bind(this.#dispatcher)
    this.#deliveries = new DeliveryWatch({ ...base, gateway, onStopEverything })
    this.#context = {
      ...base,
      inboxFile: inboxPath(options),
      eraser: this.#eraser,
      keepingChanged: () => this.#retention.start(),
      secrets,
      gateway,
      automation,
      live,
      sentence,
      callBack,
      deskPhones: () => this.#phones.phones(),
      health: () => this.#health.now(),
      liveCalls: () => this.#phones.calls(),
      livePartyOf: (linkedid) => this.#phones.partyOf(linkedid),
      tryPhoneSystem: () => this.#phones.tryNow(),
      done: this.#done,
      notes: new NoteBook(),
      deletedTags: new UndoMemory(),
      blocks: this.#blocks,
      people: new UndoMemory(),
      importer: this.#importer,
      followUpUndo: this.#followUpUndo,
      written: this.#written,
      deletedReplies: new UndoMemory(),
      tagsChanged: () => this.#hub.emit('tags:changed', { revision: store.revision() }),
      surroundings: () => this.#dispatcher.surroundings(),
      stopFollowUp: (work, id) => stopForNow(work, id, clock.now(), () => this.#dispatcher.surroundings()),
      gatewayFor: async (texting) => this.#gateway.build(texting, (await readSection(store.db, 'business')).country),
      reconnect: () => this.#phones.connect(),
      strangeFingerprint: () => this.#phones.strangeFingerprint(),
      regate: () => this.#renewGateway(),
      retryTexting: () => this.#retryTexting(),
      settingsChanged: () => this.#hub.emit('settings:changed', { revision: store.revision() }),
      parties: this.#book,
      linesChanged: () => this.#linesChanged(),
      watchOnlyChanged: () => this.#watchOnlyChanged(),
    }
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
    const { clock, logger, profile, config } = options
    const store = await openStore({ file: inboxPath(options), clock, logger })
    try {
      const pictures = pictureFolder(options)
      await eraseAgain({ store, inboxFile: inboxPath(options), pictureFolder: pictures }, logger)
      const secrets = new Secrets(options.secrets)
      await leaveOutVoid(store.db, secrets)
      const left = await leaveOutForOthers(store.db, secrets, options.secrets.places)
      if (left.length > 0) logger.warn('secrets.for-another-place', { left })
      const demo = profile === 'demo' ? await openDemo({ store, clock, logger, secrets }) : null
      if (config) {
        secrets.take(config)
        await store.write((work) => applyConfig(work, config, clock.now()))
      }
      const engine = new Engine(options, store, secrets, demo)
      await engine.#book.load()
      engine.#listen()
      return engine
    } catch (error) {
      await store.close()
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
    try {
      if (await noteLock(this.#store, lock, clock.now())) this.#context.settingsChanged()
    } catch (error) {
      // It is told again at the next start.
      logger.warn('lock.not-noted', { error: String(error) })
    }
  }

  /** Another language holds: what is shown is read anew, and how everything is doing is said anew. */
  async languageChanged(): Promise<void> {
    this.#health.retell()
    this.#clockWatch.tell()
    this.#disk.tell()
    this.#phones.retell()
    this.#dispatcher.retell()
    await this.#renewGateway()
    await this.#linesChanged()
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
    // Before any text can go.
    const ended = await settleRestored(this.#store, clock.now())
    if (ended > 0) logger.warn('store.restored-without-today', { ended })
    if (profile === 'office') {
      await this.#optOuts.start()
      await this.#texted.start()
    }
    await this.#gateway.renew()
    this.#tellTexting()
    await this.#automation.start()
    this.#health.setWatchOnly(await watchedNow(this.#store.db))
    this.#clockWatch.start()
    this.#reserve.start()
    await this.#disk.start()
    await this.#phones.connect()
    this.#demo?.office.open()
    if (!(await this.#store.whole())) return
    await this.#dispatcher.start()
    this.#deliveries.start()
    this.#replies.start()
    this.#pictures.start()
    if (profile === 'office') this.#backups.start(restBeforeBackup)
    this.#retention.start(restBeforeRetention)
    await this.#eraser.resume()
    logger.info('engine.started', { profile })
  }

  /** Begins nothing new, waits for what is on its way, and gives the inbox back. */
  async stop(): Promise<void> {
    this.#store.leaveUnchecked()
    await this.#beginning.catch(() => undefined)
    this.#insistence.stop()
    await this.#importer.stop()
    await this.#backups.stop()
    await this.#retention.stop()
    await this.#eraser.stop()
    await this.#demo?.office.stop()
    // Before the phone system: a text may be on its way through it.
    await this.#dispatcher.stop()
    await this.#phones.stop()
    await this.#book.close()
    await this.#deliveries.stop()
    await this.#replies.stop()
    await this.#pictures.stop()
    this.#automation.stop()
    this.#clockWatch.stop()
    this.#disk.stop()
    await this.#reserve.stop()
    for (const forget of this.#forget) forget()
    await this.#optOuts.stop()
    await this.#store.close()
    this.#options.logger.info('engine.stopped')
  }

  #listen(): void {
    const { logger } = this.#options
    const texting = () => this.#tellTexting()
    const failed = (event: string) => (error: unknown) => logger.error(event, { error: String(error) })
    this.#forget.push(
      tellInboxChanges(this.#store, this.#hub, logger),
      this.#store.onRefused((problem) => {
        this.#setInbox('trouble', problem.message, problem.remedy)
        this.#disk.lookNow()
      }),
      this.#store.onCommit(() => this.#setInbox('ok', words.health.inbox, null)),
      this.#dispatcher.onHealth(texting),
      this.#replies.onHealth(texting),
      this.#clockWatch.onHealth((health) => this.#health.set('clock', health)),
      this.#disk.onHealth((health) => this.#health.set('disk', health)),
      this.#replies.onReply((reply) => {
        this.#pictures.poke()
        tellReply(this.#store, this.#hub, reply).catch(failed('reply.not-told'))
      }),
      this.#automation.onChange((pause) => {
        this.#health.setPaused(pause)
        if (!pause) return
        this.#done.forgetFollowUps()
        this.#followUpUndo.forgetAll()
        for (const block of this.#blocks.all()) block.goOn = []
        for (const text of this.#written.all()) text.goOn = null
      }),
      this.#dispatcher.onDropped((dropped) => {
        if (dealtWith.has(dropped.judgement.rule)) return
        this.#missedUntexted(dropped).catch(failed('call.not-told'))
      }),
    )
    this.#health.setPaused(this.#automation.current())
  }

  #tellTexting(): void {
    const health = worse(this.#dispatcher.health(), this.#replies.health())
    const [message, remedy] = words.health.tokenGone
    this.#health.set('texting', this.#gateway.lacksToken ? { ...health, state: 'trouble', message, remedy } : health)
  }

  async #renewGateway(): Promise<void> {
    await this.#gateway.renew()
    this.#tellTexting()
    this.#retryTexting()
  }

  #retryTexting(): void {
    this.#dispatcher.retry()
    this.#replies.retry()
    this.#pictures.poke()
  }

  #setInbox(state: 'ok' | 'trouble', message: string, remedy: string | null): void {
    this.#health.set('inbox', { state, message, remedy, since: this.#options.clock.now() })
  }

  /** Somebody is gone from all lists. */
  #everythingChanged(): void {
    const revision = this.#store.revision()
    this.#hub.emit('conversations:changed', { ids: [], revision })
    this.#hub.emit('calls:changed', { revision })
  }

  /** Lines are shown in every list. */
  async #linesChanged(): Promise<void> {
    const revision = this.#store.revision()
    this.#hub.emit('settings:changed', { revision })
    this.#hub.emit('parties:changed', { revision })
    this.#hub.emit('conversations:changed', { ids: [], revision })
    this.#hub.emit('calls:changed', { revision })
    this.#hub.emit('live:changed', { calls: await this.#phones.calls() })
  }

  async #watchOnlyChanged(): Promise<void> {
    this.#health.setWatchOnly(await watchedNow(this.#store.db))
    const revision = this.#store.revision()
    this.#hub.emit('settings:changed', { revision })
    this.#hub.emit('parties:changed', { revision })
  }

  #callEnded(call: EndedCall): Promise<void> {
    const { clock, logger } = this.#options
    return onPhoneCallEnded(call, {
      store: this.#store,
      clock,
      logger,
      surroundings: () => this.#dispatcher.surroundings(),
      missedUntexted: (event) => this.#hub.emit('call:missed-untexted', event),
      calledBack: (linkedid) => this.#callBack.numberOf(linkedid),
    })
  }

  async #missedUntexted({ conversationId, callId, judgement }: DroppedText): Promise<void> {
    const { country } = await readSection(this.#store.db, 'business')
    const from = await partyOfCall(this.#store.db, callId, country)
    this.#hub.emit('call:missed-untexted', { conversationId, from, reason: judgement.reason })
  }
}
