/** Follows the phone system's events, and tells which calls go on and how each of them ended. */
import type { AmiEvent } from '../ami/events.ts'
import type { EndedCall, LiveCall } from './call.ts'
import type { Channel } from './channel.ts'
import { takeState } from './dialing.ts'
import { handlers } from './fold.ts'
import { isLooseEnd, takeOldEnd } from './old-events.ts'
import { Parties } from './party.ts'
import { Snapshot } from './snapshot.ts'
import { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'
import { directionOf, isUnclaimed, liveCall } from './tracked-call.ts'
import { endedCall } from './verdict.ts'

export interface CallTrackerOptions {
  /** Endpoints that lead outside, e.g. `PJSIP/trunk`; empty to let the tracker tell them by what they show. */
  trunks: readonly string[]
  /** What is known of the endpoints, `trunks` included; left out, everything is learnt anew. */
  parties?: Parties
  /** The time now, in epoch milliseconds. */
  now: () => number
  /** A call is over. Told exactly once for each call. */
  onEnded: (call: EndedCall) => void
  /** The calls that go on have changed. */
  onLive?: (calls: LiveCall[]) => void
  /** A caller from outside has come; `channel` is the channel's name. */
  onInbound?: (channel: string, linkedid: string) => void
}

/** In ms. A call tells something whenever anything happens in it; nobody talks or listens to music for longer. */
const longestSilence = 4 * 3600_000
const sweepEvery = 60_000
/**
 * From one event to the next no more than this counts as silence, ms: a clock that was set forth, or a PC that slept
 * while its line held, must not end the calls that go on.
 */
const mostAtOnce = 3 * 3600_000

/** Calls whose end was not seen are not told again, should they turn out to have gone on: so many are remembered. */
const mostGuessed = 1000

export class CallTracker {
  readonly #options: CallTrackerOptions
  readonly #board: Switchboard
  readonly #snapshot = new Snapshot()
  readonly #live = new Map<string, { call: LiveCall; key: string }>()
  readonly #announced = new WeakSet<TrackedCall>()
  readonly #guessed = new Set<string>()
  #sweptAt = -Infinity

  constructor(options: CallTrackerOptions) {
    this.#options = options
    this.#board = new Switchboard(options.parties ?? new Parties(options.trunks))
  }

  /** Takes one event that came at `at` (epoch milliseconds). Never throws for what an event says or lacks. */
  handle(event: AmiEvent, at: number = this.#options.now()): void {
    const changed = this.#fold(event, at)
    for (const call of changed) {
      call.heardAt = at
      call.silentFor = 0
    }
    // Set back, it begins anew from there.
    if (Math.abs(at - this.#sweptAt) > sweepEvery) this.#sweep(at)
    if (changed.length === 0) return
    this.#announce(changed)
    this.#updateLive(changed)
  }

  /** The connection was lost at `at`: what happens until the next snapshot is not seen. */
  connectionLost(at: number): void {
    this.#snapshot.clear()
    for (const call of this.#board.calls.values()) call.gapAt ??= Math.max(at, call.startedAt)
    for (const channel of this.#board.channels()) channel.stale = true
  }

  /** The new connection does not tell what goes on: what happened without one stays unknown. */
  nothingListed(): void {
    for (const call of this.#board.calls.values()) {
      if (call.gapAt !== null && !call.answer) call.partUnseen = true
    }
  }

  /** Calls of which nothing was heard since the connection was lost are over, as far as anybody can tell. */
  giveUpUnheard(at: number): void {
    const gone = [...this.#board.channels()].filter((channel) => channel.stale)
    this.#updateLive(this.#lose(gone, at))
  }

  /** The calls that go on, oldest first. */
  liveCalls(): LiveCall[] {
    return [...this.#live.values()].map(({ call }) => call)
  }

  #fold(event: AmiEvent, at: number): TrackedCall[] {
    switch (event.event) {
      case 'Hangup':
        return this.#hangup(event, at)
      case 'CoreShowChannel':
      case 'BridgeListItem':
      case 'QueueEntry':
        this.#snapshot.add(this.#board, event, at)
        return []
      case 'Status':
        this.#snapshot.add(this.#board, event, at)
        return handlers['Status']?.(this.#board, event, at) ?? []
      case 'CoreShowChannelsComplete':
        return this.#catchUp(at)
      default:
        return Object.hasOwn(handlers, event.event) ? (handlers[event.event]?.(this.#board, event, at) ?? []) : []
    }
  }

  #hangup(event: AmiEvent, at: number): TrackedCall[] {
    const channel = this.#board.find(event)
    const call = channel && this.#board.callOf(channel)
    if (!channel) {
      this.#board.goneUnknown(event, at)
      return []
    }
    if (call) takeOldEnd(call, channel, event)
    takeState(channel, event, at)
    this.#board.gone(channel, at)
    if (!call) return []
    if (call.caller === channel) {
      // It ends before a snapshot has told what became of it in the gap: whoever was up may have been answered there.
      if (call.gapAt !== null && channel.upAt !== null && !call.answer) call.partUnseen = true
      this.#end(call, at, false)
    }
    return [call]
  }

  #catchUp(at: number): TrackedCall[] {
    const { gone, changed } = this.#snapshot.complete(this.#board, at)
    return [...changed, ...this.#lose(gone, at), ...this.#board.calls.values()]
  }

  /** `gone` went while nobody watched. Returns the calls that this changes. */
  #lose(gone: readonly Channel[], at: number): TrackedCall[] {
    const calls = new Set(gone.flatMap((channel) => this.#board.callOf(channel) ?? []))
    // A call's end is judged with its phones as they were when last seen, so callers go first.
    for (const channel of gone) {
      const call = this.#board.callOf(channel)
      // The last that is known of the call is from when the connection was lost.
      if (call?.caller === channel) this.#end(call, call.gapAt ?? at, true)
    }
    for (const channel of gone) this.#board.gone(channel, at)
    return [...calls]
  }

  #end(call: TrackedCall, at: number, unseen: boolean): void {
    const told = endedCall(call, at, unseen, this.#board.bridges)
    this.#board.forget(call, at)
    // The phone system's own doings (an announcer, a click-to-call that rang nobody) are nobody's call.
    const isSomebodys = call.caller?.party !== 'local' && !isUnclaimed(call) && !isLooseEnd(call)
    if (isSomebodys && !this.#guessed.has(call.linkedid)) this.#options.onEnded(told)
    if (unseen) this.#guessed.add(call.linkedid)
    const [oldest] = this.#guessed
    if (oldest !== undefined && this.#guessed.size > mostGuessed) this.#guessed.delete(oldest)
  }

  /** Calls of which nothing is heard any more have ended, and how was lost: they must not seem to go on for ever. */
  #sweep(at: number): void {
    const passed = Math.min(Math.max(at - this.#sweptAt, 0), mostAtOnce)
    this.#sweptAt = at
    const calls = [...this.#board.calls.values()]
    for (const call of calls) if (call.heardAt < at) call.silentFor += Math.min(passed, at - call.heardAt)
    const silent = calls.filter((call) => call.silentFor > longestSilence)
    for (const call of silent) {
      if (call.caller) this.#end(call, call.heardAt, true)
      else this.#board.forget(call, at)
    }
    if (silent.length > 0) this.#updateLive([])
  }

  #announce(changed: readonly TrackedCall[]): void {
    for (const call of changed) {
      const { caller } = call
      if (!caller || caller.party !== 'trunk' || caller.endedAt !== null || this.#announced.has(call)) continue
      if (directionOf(call) !== 'inbound') continue
      this.#announced.add(call)
      this.#options.onInbound?.(caller.name, call.linkedid)
    }
  }

  #updateLive(changed: readonly TrackedCall[]): void {
    let isNew = false
    for (const call of changed) {
      if (this.#board.calls.get(call.linkedid) !== call) continue
      const live = liveCall(call, this.#board.bridges)
      if (!live) continue
      const key = Object.values(live).join('\n')
      if (this.#live.get(call.linkedid)?.key === key) continue
      this.#live.set(call.linkedid, { call: live, key })
      isNew = true
    }
    for (const linkedid of this.#board.forgotten.splice(0)) {
      if (!this.#board.calls.has(linkedid) && this.#live.delete(linkedid)) isNew = true
    }
    if (isNew) this.#options.onLive?.(this.liveCalls())
  }
}
