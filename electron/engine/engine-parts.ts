/** Puts the engine together: which parts there are, and which of them knows of which. Nothing begins here. */
import path from 'node:path'
import type { EndedCall } from '../../telephony/calls/call.ts'
import { TextedCopy } from './backups/texted-copy.ts'
import { onPhoneCallEnded } from './call-ended.ts'
import { CallBack } from './call-back/call-back.ts'
import { ClockWatch } from './clock-watch.ts'
import { Importer } from './contacts/transfer/importer.ts'
import { DiskReserve } from './disk-reserve.ts'
import { DiskWatch } from './disk-watch.ts'
import { inboxPath, pictureFolder } from './engine-options.ts'
import type { EngineOptions } from './engine-options.ts'
import { EventHub } from './event-hub.ts'
import { Automation } from './followup/automation.ts'
import { GatewaySlot } from './gateway-slot.ts'
import { HealthBoard } from './health-board.ts'
import { sentence } from './inbox/call-sentence.ts'
import { readView } from './inbox/view.ts'
import { Invalidations } from './invalidations.ts'
import type { OpenInbox } from './open-inbox.ts'
import { OptOutCopy } from './opt-out/copy.ts'
import { DeliveryWatch } from './outbox/delivery.ts'
import { Dispatcher } from './outbox/dispatcher.ts'
import { PartyBook } from './parties/party-book.ts'
import { PhoneSystem } from './phone-system.ts'
import { PhoneSystemWire } from './phone-system-wire.ts'
import { PictureFetcher } from './pictures/picture-fetcher.ts'
import { Eraser } from './privacy/eraser.ts'
import { Retention } from './privacy/retention.ts'
import { ReplyPoller } from './replies/poller.ts'
import { readFollowUpSettings } from './settings/follow-up-settings.ts'
import { DailyBackups } from './store/daily-backups.ts'
import { Insistence } from './store/insist.ts'
import { Texting } from './texting.ts'
import { undoMemories } from './undo-memories.ts'
import type { UndoMemories } from './undo-memories.ts'

export interface EngineParts extends OpenInbox {
  hub: EventHub
  health: HealthBoard
  invalidations: Invalidations
  insistence: Insistence
  backups: DailyBackups
  optOuts: OptOutCopy
  texted: TextedCopy
  retention: Retention
  eraser: Eraser
  clockWatch: ClockWatch
  disk: DiskWatch
  reserve: DiskReserve
  gateway: GatewaySlot
  automation: Automation
  dispatcher: Dispatcher
  deliveries: DeliveryWatch
  replies: ReplyPoller
  pictures: PictureFetcher
  texting: Texting
  book: PartyBook
  phones: PhoneSystem
  callBack: CallBack
  importer: Importer
  undo: UndoMemories
}

/** Parts know each other through closures, so that those which are made later can be named earlier. */
export function engineParts(options: EngineOptions, inbox: OpenInbox): EngineParts {
  const { clock, logger, profile, dataFolder: folder } = options
  const { store, secrets, demo } = inbox
  const base = { store, clock, logger }
  const hub = new EventHub()
  if (options.onEvent) hub.on(options.onEvent)
  const insistence = new Insistence(base)
  const backups = new DailyBackups({ ...base, file: inboxPath(options) })
  const optOuts = new OptOutCopy({ store, logger, file: path.join(folder, 'opt-outs.jsonl') })
  const clockWatch = new ClockWatch(base)
  const reserve = new DiskReserve({ folder, store, logger })
  const disk = new DiskWatch({
    clock,
    logger,
    folder,
    onRoom: (room) => {
      if (profile === 'office') reserve.look(room)
    },
  })
  const texted = new TextedCopy({ ...base, file: path.join(folder, 'texted.jsonl') })
  const pictureFiles = pictureFolder(options)
  const clockIsRight = () => clockWatch.isRight()
  const retention = new Retention({ ...base, pictureFolder: pictureFiles, clockIsRight })
  const eraser = new Eraser({
    ...base,
    inboxFile: inboxPath(options),
    pictureFolder: pictureFiles,
    forgetTexted: (number) => texted.forget(number),
    changed: (state) => hub.emit('erasure:changed', state),
    erased: () => invalidations.lists(),
  })
  const health = new HealthBoard({
    now: clock.now(),
    revision: () => store.revision(),
    logger,
    tell: (now) => hub.emit('health:changed', now),
  })
  const invalidations = new Invalidations({ store, hub, health, liveCalls: () => phones.calls() })
  const wire = new PhoneSystemWire({
    ask: (fields) => phones.ask(fields),
    signInAgainFor: (action) => phones.signInAgainFor(action),
  })
  const gateway = new GatewaySlot({
    ...base,
    secrets,
    fixed: demo?.gateway ?? null,
    phoneSystem: wire,
    onReceived: () => replies.lookNow(),
  })
  const currentGateway = () => gateway.current()
  const automation = new Automation(base)
  const replies = new ReplyPoller({ ...base, gateway: currentGateway, onTime: (now) => clockWatch.heard(now) })
  const pictures = new PictureFetcher({ ...base, gateway: currentGateway, folder: pictureFiles })
  const callBack = new CallBack({
    ...base,
    ask: (fields) => phones.ask(fields),
    phones: () => phones.phones(),
    changed: (now) => hub.emit('call-back:changed', now),
  })
  const book = new PartyBook({ ...base, changed: () => invalidations.parties() })
  const callEnded = (call: EndedCall) =>
    onPhoneCallEnded(call, {
      ...base,
      surroundings: () => dispatcher.surroundings(),
      missedUntexted: (event) => hub.emit('call:missed-untexted', event),
      calledBack: (linkedid) => callBack.numberOf(linkedid),
    })
  const phones: PhoneSystem = new PhoneSystem({
    ...base,
    book,
    secrets,
    view: () => readView(store.db, sentence),
    event: (event) => {
      callBack.handle(event)
      wire.handle(event)
    },
    lost: () => callBack.disconnected(),
    certificateChanged: () => invalidations.settings(),
    callingBack: () => callBack.number(),
    calledBack: (linkedid) => callBack.numberOf(linkedid),
    ended: (call) => insistence.until(() => callEnded(call)),
    live: (calls, ids) => {
      hub.emit('live:changed', { calls })
      if (ids.length > 0) hub.emit('conversations:changed', { ids, revision: store.revision() })
    },
    liveKnown: () => dispatcher.poke(),
    health: (now, connection) => {
      health.setPhoneSystem(now, connection)
      // What came in meanwhile may be a STOP.
      if (now.state === 'ok' && gateway.throughPhoneSystem) replies.lookNow()
    },
  })
  const importer = new Importer({
    ...base,
    changed: (state) => hub.emit('import:changed', state),
    tagsChanged: () => invalidations.tags(),
  })
  const dispatcher: Dispatcher = new Dispatcher({
    ...base,
    gateway: currentGateway,
    settings: () => readFollowUpSettings(store.db, secrets.known()),
    live: phones.knownNumbers,
    replies,
    automation,
    texting: (number, at) => {
      if (profile === 'office') texted.note(number, at)
    },
  })
  const onStopEverything = dispatcher.halt.bind(dispatcher)
  const deliveries = new DeliveryWatch({ ...base, gateway: currentGateway, onStopEverything })
  const texting = new Texting({ gateway, dispatcher, replies, pictures, health })
  return {
    ...inbox,
    hub,
    health,
    invalidations,
    insistence,
    backups,
    optOuts,
    texted,
    retention,
    eraser,
    clockWatch,
    disk,
    reserve,
    gateway,
    automation,
    dispatcher,
    deliveries,
    replies,
    pictures,
    texting,
    book,
    phones,
    callBack,
    importer,
    undo: undoMemories(),
  }
}
