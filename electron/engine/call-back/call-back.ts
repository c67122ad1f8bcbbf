/**
 * The call back that is under way: one at a time, since the receptionist has one phone. Says how far it is, lets it be
 * cancelled, and knows whom it calls, whatever the phone system shows of the number dialled.
 */
import { randomUUID } from 'node:crypto'
import { callBackPrefix, originateAction } from '../../../telephony/ami/originate.ts'
import type { AmiEvent } from '../../../telephony/ami/events.ts'
import type { AmiResponse } from '../../../telephony/ami/connection.ts'
import { AmiFailure } from '../../../telephony/ami/problems.ts'
import { findWayOut } from '../../../telephony/ami/way-out.ts'
import type { WayOut } from '../../../telephony/ami/way-out.ts'
import { CallBackWatch } from '../../../telephony/calls/call-back.ts'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { maskNumber } from '../../../telephony/phone-number.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Failure, Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import type { CallBackView, DeskPhone } from '../../contract/view-models.ts'
import { readSection } from '../settings/settings.ts'
import type { Store } from '../store/database.ts'
import { plainly } from '../telephony-words.ts'
import type { CallBackPlan } from './plan.ts'
import { planCallBack } from './plan.ts'
import type { Callee, CallBackTarget } from './target.ts'
import { findCallee } from './target.ts'
import { endWords, hangUpRefusal, refusalWords } from './words.ts'

export interface CallBackOptions {
  store: Store
  clock: Clock
  logger: Logger
  /** Asks the phone system; rejects with an `AmiFailure` when it cannot be asked. */
  ask(fields: Record<string, string>): Promise<AmiResponse>
  phones(): readonly DeskPhone[]
  /** Told of each change. */
  changed(view: CallBackView): void
}

interface UnderWay {
  view: CallBackView
  watch: CallBackWatch
  number: string
  /** The name of the receptionist's channel, once it is there. */
  channel: string | null
  cancelled: boolean
  /** How long the receptionist's phone rings, in ms. */
  ringsFor: number
  /** Stops waiting for the end of the ringing. */
  stopWaiting: () => void
}

/** After the ringing of the receptionist's phone should have ended, in ms: its end got lost. */
const lateBy = 15_000
/** No phone rings longer than this at the other end, in ms, without a word of the phone system about it. */
const longestRinging = 10 * 60_000
/** What tells a channel's name: when it begins, and when calls that go on are listed. */
const showsChannel: ReadonlySet<string> = new Set(['Newchannel', 'CoreShowChannel'])
/** Ended call backs whose number is remembered: their calls' ends are told after them. */
const remembered = 50

export class CallBack {
  readonly #options: CallBackOptions
  readonly #numbers = new Map<string, string>()
  #now: UnderWay | null = null
  /** From the request until the phone system has it. */
  #starting = false

  constructor(options: CallBackOptions) {
    this.#options = options
  }

  /** What is under way, or has just ended; null when nothing was since the start. */
  view(): CallBackView | null {
    return this.#now?.view ?? null
  }

  /** The number (E.164) that is being called back; null when none is. Nobody texts it meanwhile. */
  number(): string | null {
    return this.#now && this.#now.view.phase !== 'ended' ? this.#now.number : null
  }

  /** The number (E.164) that the call of this Linkedid calls back; null for all other calls. */
  numberOf(linkedid: string): string | null {
    return this.#numbers.get(linkedid) ?? null
  }

  /** Rings the receptionist's phone for a call to `target`. */
  async start(target: CallBackTarget): Promise<Result<CallBackView>> {
    const busyWith = this.number() === null ? null : this.view()
    if (busyWith || this.#starting) {
      return fail('not-allowed', ...words.callBack.already(busyWith?.who ?? null))
    }
    this.#starting = true
    try {
      return await this.#start(target)
    } catch (error) {
      if (!(error instanceof AmiFailure)) throw error
      const { message, remedy } = plainly(error.problem)
      return fail('not-ready', message, remedy)
    } finally {
      this.#starting = false
    }
  }

  /** Ends the call back. Where the phone system does not let Ringback hang up, the window says what to do instead. */
  async cancel(id: string): Promise<Result<void>> {
    const now = this.#now
    if (now?.view.id !== id || now.view.phase === 'ended') return ok(undefined)
    now.cancelled = true
    // As long as there is no channel, it is hung up as soon as it shows.
    if (now.channel === null) return ok(undefined)
    return this.#hangUp(now, now.channel)
  }

  /** Takes any event of the phone system. */
  handle(event: AmiEvent): void {
    const now = this.#now
    if (!now) return
    if (now.channel === null && showsChannel.has(event.event) && event.get('Uniqueid') === now.view.id) {
      now.channel = event.get('Channel') ?? null
      if (now.cancelled && now.channel !== null) void this.#hangUpLate(now, now.channel)
    }
    now.watch.handle(event)
  }

  disconnected(): void {
    this.#now?.watch.disconnected()
  }

  async #start(target: CallBackTarget): Promise<Result<CallBackView>> {
    const { store, phones, logger } = this.#options
    const callee = await findCallee(store.db, target)
    if (!callee) return fail('not-found', ...words.callBack.noNumber)
    const plan = await planCallBack(store.db, callee.number, phones())
    if (!plan) return fail('not-ready', ...words.callBack.noPhone)
    const way = await this.#wayOut(plan)
    if (!way) return fail('not-allowed', ...words.callBack.ends['no-way'](plan.channel, callee.who))
    const mayHangUp = await this.#mayHangUp()
    const id = `${callBackPrefix}${randomUUID()}`
    const now = this.#begin(id, plan, callee, mayHangUp)
    const answer = await this.#options
      .ask(originateAction({ ...plan, ...way, channelId: id }))
      .catch((error: unknown) => this.#unanswered(now, error))
    if (answer === null) return ok(now.view)
    logger.info('call-back.asked', { id, phone: plan.channel, number: maskNumber(callee.number), ok: answer.ok })
    if (answer.ok) return ok(now.view)
    this.#forget(now)
    if (/extension does not exist/i.test(answer.message)) {
      return fail('not-allowed', ...words.callBack.ends['no-way'](plan.channel, callee.who))
    }
    const { username } = await readSection(store.db, 'phone-system')
    return fail('not-allowed', ...refusalWords(answer.message, username))
  }

  #begin(id: string, plan: CallBackPlan, callee: Callee, mayHangUp: boolean): UnderWay {
    const view: CallBackView = {
      id,
      conversationId: callee.conversationId,
      who: callee.who,
      numberForPeople: callee.numberForPeople,
      phone: plan.phone,
      phase: 'ringing-you',
      since: this.#options.clock.now(),
      end: null,
      cancel: mayHangUp ? 'here' : 'at-phone',
    }
    const watch = new CallBackWatch(id, () => this.#progressed(now))
    const now: UnderWay = {
      view,
      watch,
      number: callee.number,
      channel: null,
      cancelled: false,
      ringsFor: plan.ringSeconds * 1000,
      stopWaiting: () => {},
    }
    this.#now = now
    this.#numbers.set(id, callee.number)
    const [oldest] = this.#numbers.keys()
    if (this.#numbers.size > remembered && oldest !== undefined) this.#numbers.delete(oldest)
    this.#options.changed(view)
    this.#waitForEnd(now)
    return now
  }

  /** The end of the ringing may get lost; a call that goes on all the same shows again with its next event. */
  #waitForEnd(now: UnderWay): void {
    const { watch, ringsFor } = now
    const { clock } = this.#options
    now.stopWaiting()
    now.stopWaiting = () => {}
    const { phase } = now.view
    if (phase === 'ringing-you') now.stopWaiting = clock.after(ringsFor + lateBy, () => watch.giveUpRinging())
    if (phase === 'ringing-them') now.stopWaiting = clock.after(longestRinging, () => watch.disconnected())
  }

  #progressed(now: UnderWay): void {
    const { phase, end } = now.watch.progress
    const since = phase === now.view.phase ? now.view.since : this.#options.clock.now()
    const { phone, who } = now.view
    const ended =
      end === null ? null : { code: end, ...endWords(end, { phone, who, from: now.view.phase }, now.cancelled) }
    now.view = { ...now.view, phase, since, end: ended }
    this.#waitForEnd(now)
    this.#options.logger.info('call-back.changed', { id: now.view.id, phase, end })
    if (this.#now === now) this.#options.changed(now.view)
  }

  /** No answer to the request: unless it never left, the phone may ring all the same, and then it is our call. */
  #unanswered(now: UnderWay, error: unknown): null {
    if (!(error instanceof AmiFailure) || error.nothingSent) {
      this.#forget(now)
      throw error
    }
    const { id } = now.view
    this.#options.logger.warn('call-back.unanswered', { id, problem: error.problem.code })
    // Events of the call may have come without the answer; then it is in sight.
    if (now.channel === null) now.watch.disconnected()
    return null
  }

  #forget(now: UnderWay): void {
    if (this.#now !== now) return
    this.#now = null
    now.stopWaiting()
    this.#numbers.delete(now.view.id)
    this.#options.changed({ ...now.view, phase: 'ended' })
  }

  /** The first way that the dialplan has; the likeliest when it may not be asked; null when it has none. */
  async #wayOut({ ways }: CallBackPlan): Promise<WayOut | null> {
    const found = await findWayOut((fields) => this.#options.ask(fields), ways)
    if (found.found === 'yes') return found.way
    return found.found === 'unknown' ? (ways[0] ?? null) : null
  }

  /** Hanging up needs a right of its own (write = call). What a user may ask for, any user may ask. */
  async #mayHangUp(): Promise<boolean> {
    const answer = await this.#options.ask({ Action: 'ListCommands' })
    // Phone systems that list nothing are taken at their word when it comes to it.
    return answer.get('Ping') === undefined || answer.get('Hangup') !== undefined
  }

  async #hangUp(now: UnderWay, channel: string): Promise<Result<void>> {
    const failure = await this.#refusalToHangUp(channel, now.view.phone)
    if (failure === null || now.view.phase === 'ended') return ok(undefined)
    now.cancelled = false
    if (failure.code === 'not-allowed') this.#endAtPhone(now)
    return { ok: false, failure }
  }

  /** Cancel was pressed before there was a channel: nobody waits for the answer any more, so that the card tells it. */
  async #hangUpLate(now: UnderWay, channel: string): Promise<void> {
    const result = await this.#hangUp(now, channel)
    if (!result.ok) this.#endAtPhone(now)
  }

  #endAtPhone(now: UnderWay): void {
    if (now.view.cancel === 'at-phone') return
    now.view = { ...now.view, cancel: 'at-phone' }
    if (this.#now === now) this.#options.changed(now.view)
  }

  /** Null when the channel is hung up, or gone already. */
  async #refusalToHangUp(channel: string, phone: string): Promise<Failure | null> {
    try {
      const { ok: done, message } = await this.#options.ask({ Action: 'Hangup', Channel: channel })
      return done || /no such channel/i.test(message) ? null : hangUpRefusal(message, phone)
    } catch (error) {
      if (!(error instanceof AmiFailure)) throw error
      return { code: 'not-ready', ...plainly(error.problem) }
    }
  }
}
