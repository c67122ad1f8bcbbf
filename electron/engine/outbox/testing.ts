/**
 * A small office for the tests of everything that texts: a real store, a carrier without a network, a clock moved by
 * hand, and a kill switch that ends the engine at any commit or request.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ManualClock } from '../../../telephony/clock.ts'
import type { Clock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import { LoopbackGateway } from '../../../telephony/sms/loopback/loopback-gateway.ts'
import type { Texts } from '../../contract/texts.ts'
import type { MessageState } from '../../contract/view-models.ts'
import { settleRestored } from '../backups/after-restore.ts'
import { TextedCopy } from '../backups/texted-copy.ts'
import { UndoMemory } from '../contacts/undo-memory.ts'
import { Automation } from '../followup/automation.ts'
import type { FollowUpSettings } from '../followup/facts.ts'
import type { Judgement } from '../followup/rules.ts'
import { onCallEnded } from '../followup/sequence.ts'
import { setTurn } from '../followup/turn.ts'
import { recordCall } from '../inbox/calls.ts'
import { aCall } from '../inbox/testing.ts'
import { eraseAgain } from '../privacy/erase-again.ts'
import { ReplyPoller } from '../replies/poller.ts'
import { defaultsOf } from '../settings/sections.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { textCommands } from './commands.ts'
import type { TextContext } from './commands.ts'
import { DeliveryWatch } from './delivery.ts'
import { Dispatcher } from './dispatcher.ts'

export const start = Date.UTC(2026, 10, 24, 18, 0)
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const pat = '+15305550101'

/** Where the engine may be killed: counted over all commits and all requests to the gateway, before and after each. */
export interface KillSwitch {
  /** Steps until the kill; null for never. */
  stepsLeft: number | null
  killed: boolean
}

function textsWith(usual: string): Texts {
  const texts = defaultsOf('texts')
  return { ...texts, steps: { ...texts.steps, first: { usual, closed: '', break: '' } } }
}

export class TextingOffice {
  clock: ManualClock = new ManualClock(start)
  readonly live = new Set<string>()
  #liveKnown = true
  readonly settings: FollowUpSettings = {
    business: { name: 'Oak Dental', bookingLink: '', country: 'US', timeZone: 'America/Los_Angeles' },
    // Most tests are about one text; those about the later steps switch them on.
    followUp: { ...defaultsOf('follow-up'), secondOn: false, thirdOn: false },
    texts: textsWith('This is {business}. Sorry we missed you, {caller}!'),
    hours: defaultsOf('hours'),
    quietHours: defaultsOf('quiet-hours'),
    lines: [{ number: '+12125550100', name: 'Main line' }],
    texting: {
      kind: 'twilio',
      accountSid: '',
      apiKey: '',
      from: '+12125550100',
      baseUrl: '',
      hasToken: true,
      trunk: '',
      numbers: 'plus',
    },
  }
  readonly carrier: LoopbackGateway
  readonly replies: string[] = []
  /** What stands between the engine and the carrier; tests put their own things here. */
  gateway: Gateway | null
  store!: Store
  poller!: ReplyPoller
  automation!: Automation
  dispatcher!: Dispatcher
  delivery!: DeliveryWatch
  readonly followUpUndo: TextContext['followUpUndo'] = new UndoMemory()
  written: TextContext['written'] = new UndoMemory()
  kill: KillSwitch = { stepsLeft: null, killed: false }
  /** Ms by which the PC's clock is ahead of the carrier's, which is right. */
  pcAhead = 0
  readonly #folder: string
  #realStore!: Store

  /** `folder`: where the inbox is to stand; deleted at the end. */
  constructor(folder: string = mkdtempSync(join(tmpdir(), 'ringback-texts-'))) {
    this.#folder = folder
    // The carrier outlives the engine, and so does its time.
    const clock: Clock = { now: () => this.clock.now() - this.pcAhead, after: (ms, run) => this.clock.after(ms, run) }
    this.carrier = new LoopbackGateway({ clock, from: '+12125550100' })
    this.gateway = this.carrier
  }

  /** False while the phone system has not told who is on the phone. */
  get liveKnown(): boolean {
    return this.#liveKnown
  }

  set liveKnown(known: boolean) {
    this.#liveKnown = known
    if (known) this.dispatcher.poke()
  }

  get file(): string {
    return join(this.#folder, 'inbox.sqlite')
  }

  /** `turn`: how much longer than the delay it waits, ms; null lets it draw one. */
  async open(options: { polling?: boolean; turn?: number | null } = {}): Promise<void> {
    const { clock } = this
    this.#realStore = await openStore({ file: this.file, clock, logger: silentLogger })
    const { turn = 0 } = options
    if (turn !== null) await this.#realStore.write((work) => setTurn(work, turn, clock.now()))
    this.kill = { stepsLeft: null, killed: false }
    const kill = this.kill
    this.store = mortalStore(this.#realStore, kill)
    const gateway = () => this.gateway && mortalGateway(this.gateway, kill)
    const parts = { store: this.store, gateway, clock, logger: silentLogger }
    const texted = new TextedCopy({ ...parts, store: this.#realStore, file: join(this.#folder, 'texted.jsonl') })
    this.poller = new ReplyPoller(parts)
    this.poller.onReply((reply) => this.replies.push(reply.body))
    this.automation = new Automation(parts)
    this.dispatcher = new Dispatcher({
      ...parts,
      settings: async () => this.settings,
      live: () => (this.liveKnown ? this.live : null),
      replies: this.poller,
      automation: this.automation,
      texting: (number, at) => texted.note(number, at),
    })
    this.delivery = new DeliveryWatch({
      ...parts,
      onStopEverything: (failure, sentAt) => this.dispatcher.halt(failure, sentAt),
    })
    try {
      const pictureFolder = join(this.#folder, 'pictures')
      await eraseAgain({ store: this.#realStore, inboxFile: this.file, pictureFolder }, silentLogger)
      await settleRestored(this.#realStore, clock.now())
      await texted.start()
      await this.automation.start()
      await this.dispatcher.start()
    } catch (error) {
      await this.#realStore.close()
      throw error
    }
    if (options.polling) this.poller.start()
    if (options.polling) this.delivery.start()
    await this.pass(0)
  }

  /** The process is gone: nothing of it goes on, and a new one begins at the same time of day; `meanwhile` before that. */
  async restart({ meanwhile, ...options }: { polling?: boolean; meanwhile?: () => unknown } = {}): Promise<void> {
    this.kill.killed = true
    await this.#realStore.close()
    await meanwhile?.()
    this.clock = new ManualClock(this.clock.now())
    await this.open({ turn: null, ...options })
  }

  async end(): Promise<void> {
    this.kill.killed = true
    await this.#realStore.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms)
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Time goes by in small steps, as it does: what happens meanwhile happens at its own time. */
  async passSlowly(ms: number, step = second): Promise<void> {
    for (let passed = 0; passed < ms; passed += step) await this.pass(Math.min(step, ms - passed))
  }

  /** Time goes by until `at`, in steps from one due text to the next: what lies between would only cost time. */
  async quicklyUntil(at: number): Promise<void> {
    for (;;) {
      const { due } = await this.store.db
        .selectFrom('outbox')
        .select((eb) => eb.fn.min('due_at').as('due'))
        .where('due_at', '>', this.clock.now())
        .executeTakeFirstOrThrow()
      if (due === null || due > at) break
      this.clock.jumpTo(Math.max(this.clock.now(), due - second))
      this.dispatcher.poke()
      await this.pass(Math.min(3 * second, at - this.clock.now()))
    }
    this.clock.jumpTo(at)
    this.dispatcher.poke()
    await this.pass(0)
  }

  /** Long after: timers that would have gone off meanwhile go off late, as when the PC slept. */
  async muchLater(ms: number): Promise<void> {
    this.clock.jumpTo(this.clock.now() + ms)
    this.dispatcher.poke()
    await this.pass(second)
  }

  /** The PC's clock is set, `ms` forth or back; timers go off as before, and so the outbox is looked through. */
  async setClock(ms: number): Promise<void> {
    this.pcAhead += ms
    this.clock.jumpTo(this.clock.now() + ms)
    this.dispatcher.poke()
    await this.pass(0)
  }

  /** A call from Pat ends now, missed unless `facts` say otherwise. */
  async call(facts: Parameters<typeof aCall>[0] = {}, party: string | null = pat): Promise<Judgement | null> {
    const now = this.clock.now()
    const call = aCall({ callerNumber: party?.slice(2) ?? null, startedAt: now - 20_000, endedAt: now, ...facts })
    const judgement = await this.store.write(async (work) => {
      const recorded = await recordCall(work, call, { party, line: '+12125550100' }, now)
      if (!recorded?.fresh) return null
      // Who is in a call is not known to the rules before the call has ended.
      return onCallEnded(work, recorded, { ...(await this.dispatcher.surroundings()), live: this.live, now })
    })
    await this.pass(0)
    return judgement
  }

  get context(): TextContext {
    const surroundings = () => this.dispatcher.surroundings()
    return {
      store: this.store,
      clock: this.clock,
      gateway: () => this.gateway,
      automation: this.automation,
      surroundings,
      followUpUndo: this.followUpUndo,
      written: this.written,
    }
  }

  /** Staff write to Pat (who must have a conversation). */
  async staffWrites(body: string, party: string = pat, messageId: string = randomUUID(), instead: string[] = []) {
    const conversationId = await this.conversation(party)
    const input = { conversationId, messageId, body, instead }
    const result = await textCommands['messages:send'](input, this.context)
    await this.pass(0)
    return { result, messageId }
  }

  async conversation(party: string = pat): Promise<string> {
    const { id } = await this.store.db
      .selectFrom('conversation')
      .innerJoin('contact', 'contact.id', 'conversation.contact_id')
      .select('conversation.id')
      .where('contact.number', '=', party)
      .executeTakeFirstOrThrow()
    return id
  }

  /** Bodies that the carrier took for Pat. */
  sent(to: string = pat): string[] {
    return this.carrier.accepted.filter((message) => message.to === to).map((message) => message.body)
  }

  /** States of our own texts, in the order in which they were written. */
  async states(): Promise<MessageState[]> {
    const rows = await this.store.db
      .selectFrom('message')
      .select('state')
      .where('direction', '=', 'out')
      .orderBy('created_at')
      .execute()
    return rows.map((row) => row.state)
  }

  async lastDecision() {
    return this.store.db.selectFrom('decision').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  }

  async happenings(): Promise<string[]> {
    const rows = await this.store.db.selectFrom('happening').select('text').orderBy('at').execute()
    return rows.map((row) => row.text)
  }

  async stopReason() {
    const row = await this.store.db.selectFrom('follow_up').selectAll().orderBy('started_at', 'desc').executeTakeFirst()
    return row?.stop_reason ?? null
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined)
}

/** True when this very step is one too many. */
function dies(kill: KillSwitch): boolean {
  if (kill.stepsLeft === null || kill.killed) return kill.killed
  kill.stepsLeft -= 1
  if (kill.stepsLeft < 0) kill.killed = true
  return kill.killed
}

function mortalStore(store: Store, kill: KillSwitch): Store {
  return {
    ...store,
    async write(work) {
      if (dies(kill)) return never()
      const value = await store.write(work)
      return dies(kill) ? never() : value
    },
    onCommit: (listener) => store.onCommit((change) => !kill.killed && listener(change)),
  }
}

function mortalGateway(gateway: Gateway, kill: KillSwitch): Gateway {
  const mortal = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (dies(kill)) return never()
    const answer = await ask()
    return dies(kill) ? never() : answer
  }
  return {
    name: gateway.name,
    account: gateway.account,
    from: gateway.from,
    can: gateway.can,
    send: (text) => mortal(() => gateway.send(text)),
    received: (page) => mortal(() => gateway.received(page)),
    writtenBy: (number) => mortal(() => gateway.writtenBy?.(number) ?? gateway.received()),
    sentTo: (number, page) => mortal(() => gateway.sentTo(number, page)),
    fetch: (providerId) => mortal(() => gateway.fetch(providerId)),
    check: () => mortal(() => gateway.check()),
  }
}
