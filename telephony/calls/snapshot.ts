/** What goes on right now, as the phone system lists it on a new connection. */
import type { AmiEvent } from '../ami/events.ts'
import { listedAge } from '../ami/listed-age.ts'
import type { Channel } from './channel.ts'
import { dialableExtension } from './channel.ts'
import { beginAt, takeApplication, takeState } from './dialing.ts'
import { meet } from './meeting.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'
import { learnNumber } from './unseen-dials.ts'

/** No office has more channels, bridges or queued callers; the rest of a longer list is not kept. */
const most = 10_000
/** Queues tell for how long a caller has waited in whole seconds. */
const queueSlack = 1000
/** Nobody answers, talks and sends a caller on to a queue within this time of the call's beginning, in ms. */
const straightIntoQueue = 2000

export class Snapshot {
  #channels: AmiEvent[] = []
  /** Bridges in which nobody hears anybody: parked and held callers. */
  #silent = new Set<string>()
  /** Since when callers have waited in their queue, by Uniqueid. */
  #queuedSince = new Map<string, number>()
  /** The numbers that were dialled first, by Uniqueid. */
  #lines = new Map<string, string>()

  /** Takes one entry of a list. */
  add(board: Switchboard, event: AmiEvent, at: number): void {
    const id = event.get('Uniqueid') ?? ''
    switch (event.event) {
      case 'CoreShowChannel':
        if (this.#channels.length < most) this.#channels.push(event)
        return
      case 'BridgeListItem': {
        const kind = `${event.get('BridgeType')} ${event.get('BridgeTechnology')}`
        if (/parking|holding/i.test(kind) && this.#silent.size < most) {
          this.#silent.add(event.get('BridgeUniqueid') ?? '')
        }
        return
      }
      case 'QueueEntry':
        // Where channels may not be listed, this alone tells that the caller is still there.
        board.find(event)
        if (this.#queuedSince.size < most) this.#queuedSince.set(id, at - (Number(event.get('Wait')) || 0) * 1000)
        return
      case 'Status': {
        const line = dialableExtension(event.get('DNID'))
        if (line !== null && this.#lines.size < most) this.#lines.set(id, line)
      }
    }
  }

  clear(): void {
    this.#channels = []
    this.#silent = new Set()
    this.#queuedSince = new Map()
    this.#lines = new Map()
  }

  /**
   * The list is complete: takes up what was not known, and returns the channels that were known before the connection
   * was lost and are gone, with the calls that changed.
   */
  complete(board: Switchboard, at: number): { gone: Channel[]; changed: TrackedCall[] } {
    // Callers first, so that each call is taken up from its beginning.
    const callersFirst = this.#channels.toSorted((a, b) => Number(isLeg(a)) - Number(isLeg(b)))
    const listed = new Map<Channel, AmiEvent>()
    for (const event of callersFirst) {
      const channel = this.#takeUp(board, event, at)
      if (channel) listed.set(channel, event)
    }
    const seen = [...listed.keys()]
    const gone = [...board.channels()].filter((channel) => channel.stale)
    // They hear nobody any more, and must not seem to connect those who are still there.
    for (const channel of gone) board.bridges.leave(channel)
    for (const channel of seen) findCaller(board, channel)
    for (const [channel, event] of listed) learnNumber(board, channel, event)
    const changed = seen.flatMap((channel) => meet(board, channel, at))
    for (const channel of seen) this.#judge(board, channel)
    this.clear()
    return { gone, changed }
  }

  #takeUp(board: Switchboard, event: AmiEvent, at: number): Channel | undefined {
    const startedAt = at - listedAge(event)
    const known = board.find(event)
    // Without a Linkedid (before Asterisk 12) nothing tells a caller from a phone that is called.
    if (!known && event.get('Linkedid') === undefined) return undefined
    const channel = known ?? board.sight(event, startedAt)
    const call = channel && board.callOf(channel)
    if (!channel || !call) return undefined
    const application = event.get('Application') ?? ''
    if (!known && call.caller === channel) {
      call.adopted = true
      call.dialed = this.#lines.get(channel.id) ?? call.dialed
      call.gapAt = startedAt
      // What Asterisk calls the far end of a call that it makes by itself.
      if (/^appdial2$/i.test(application)) call.originated = true
    }
    takeState(channel, event, at)
    takeApplication(channel, call, application)
    channel.dials = channel.application === 'dial' ? (event.get('ApplicationData') ?? '') : ''
    const bridge = event.get('BridgeId')
    const hears = bridge && !this.#silent.has(bridge) && !channel.application.startsWith('park')
    if (hears) board.bridges.enter(bridge, channel)
    else board.bridges.leave(channel)
    if (call.caller === channel) {
      call.inQueue = this.#queuedSince.has(channel.id) || (channel.application === 'queue' && !hears)
    }
    return channel
  }

  /**
   * What happened to a caller while nobody watched: nobody spoke with one whose channel is still not up, or who has
   * waited in the queue all the time. Else somebody may have, and be gone again.
   */
  #judge(board: Switchboard, channel: Channel): void {
    const call = board.callOf(channel)
    if (call?.caller !== channel || call.gapAt === null) return
    const since = this.#queuedSince.get(channel.id) ?? Infinity
    const inQueueAllAlong = since <= call.gapAt + (call.adopted ? straightIntoQueue : queueSlack)
    if (!call.answer && channel.upAt !== null && !inQueueAllAlong) call.partUnseen = true
    call.gapAt = null
  }
}

/** The phone that a click-to-call's Local channel has rung, maybe while nobody watched is the one that calls. */
function findCaller(board: Switchboard, channel: Channel): void {
  const call = board.callOf(channel)
  if (call?.caller !== channel || channel.party !== 'local') return
  const [phone] = [...call.channels.values()]
    .filter(({ party, endedAt, rangAt, upAt }) => party !== 'local' && endedAt === null && (rangAt ?? upAt) !== null)
    .toSorted((a, b) => a.startedAt - b.startedAt)
  if (phone) beginAt(call, phone)
}

function isLeg(event: AmiEvent): boolean {
  return event.get('Uniqueid') !== event.get('Linkedid')
}
