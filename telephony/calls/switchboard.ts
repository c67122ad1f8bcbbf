/** All channels and calls that go on: which channel belongs to which call, and which calls have become one. */
import type { AmiEvent } from '../ami/events.ts'
import { Bridges } from './bridges.ts'
import type { Channel } from './channel.ts'
import { newChannel } from './channel.ts'
import { parseChannelName } from './channel-name.ts'
import { Forgetting } from './forgetting.ts'
import { sameNumber } from '../parties/dialled.ts'
import type { Parties, PartyHints } from './party.ts'
import type { TrackedCall } from './tracked-call.ts'
import { newCall } from './tracked-call.ts'

/** More calls at a time than any office has: beyond them the oldest is given up, so that lost hang-ups fill no memory. */
const maxCalls = 2000
/** A call that queues for hours rings its phones again and again; legs in the middle of such a long list are dropped. */
const maxLegs = 100

export class Switchboard {
  readonly calls = new Map<string, TrackedCall>()
  readonly bridges = new Bridges()
  /** Linkedids of calls that were forgotten or joined into others, until somebody takes note. */
  readonly forgotten: string[] = []
  readonly #parties: Parties
  readonly #channels = new Map<string, Channel>()
  readonly #callOf = new Map<Channel, TrackedCall>()
  /** Linkedids of calls that were joined into another. */
  readonly #joined = new Map<string, TrackedCall>()
  /** Uniqueids and Linkedids that are over: what still comes for them is late. */
  readonly #over = new Forgetting()

  constructor(parties: Parties) {
    this.#parties = parties
  }

  channels(): Iterable<Channel> {
    return this.#channels.values()
  }

  callOf(channel: Channel): TrackedCall | undefined {
    return this.#callOf.get(channel)
  }

  /** The known channel that an event is about; `prefix` as in `DestUniqueid`. */
  find(event: AmiEvent, prefix = ''): Channel | undefined {
    const channel = this.#channels.get(event.get(`${prefix}Uniqueid`) ?? '')
    if (channel) channel.stale = false
    return channel
  }

  /** The known channel of this name; undefined unless there is one. Old versions tell some things by names alone. */
  named(name: string): Channel | undefined {
    if (name === '') return undefined
    for (const channel of this.#channels.values()) if (channel.name === name) return channel
    return undefined
  }

  /** Two channels take each other's places: their Uniqueids, and whom they hear. */
  swap(one: Channel, other: Channel): void {
    const [first, second] = [one.id, other.id]
    const callOfOne = this.#callOf.get(one)
    const callOfOther = this.#callOf.get(other)
    for (const [channel, call] of [
      [one, callOfOne],
      [other, callOfOther],
    ] as const) {
      if (call?.channels.get(channel.id) === channel) call.channels.delete(channel.id)
    }
    one.id = second
    other.id = first
    this.#channels.set(second, one)
    this.#channels.set(first, other)
    if (callOfOne && callOfOne.caller !== one) callOfOne.channels.set(one.id, one)
    if (callOfOther && callOfOther.caller !== other) callOfOther.channels.set(other.id, other)
    this.bridges.swap(one, other)
  }

  /** The channel that an event is about, remembered from now on; undefined when the event has none, or is late. */
  sight(event: AmiEvent, at: number, prefix = ''): Channel | undefined {
    const known = this.find(event, prefix)
    if (known) return known
    const id = event.get(`${prefix}Uniqueid`)
    const name = event.get(`${prefix}Channel`)
    const linkedid = event.get(`${prefix}Linkedid`) ?? id
    if (!id || !name || !linkedid || this.#over.has(id, at) || this.#over.has(linkedid, at)) return undefined
    const seen = {
      id,
      name,
      number: event.get(`${prefix}CallerIDNum`) ?? event.get('CallerID'),
      callerName: event.get(`${prefix}CallerIDName`),
      extension: event.get(`${prefix}Exten`),
      at,
    }
    const channel = newChannel(seen, 'local')
    const call = this.#callBy(linkedid, at)
    if (event.get(`${prefix}Linkedid`) === undefined) call.unlinked = true
    const { party, sure } = this.#parties.sight(parseChannelName(name), {
      context: event.get(`${prefix}Context`),
      callerNumber: channel.callerNumber,
      extension: seen.extension,
      how: beginning(event, prefix, linkedid === id),
      at,
    })
    channel.party = party
    channel.doubtful = !sure
    keepParty(channel, call)
    this.#channels.set(id, channel)
    this.bridges.add(channel)
    this.#place(channel, call, linkedid === id)
    if (call.caller === channel && isLate(event, prefix)) call.partUnseen = true
    return channel
  }

  /**
   * A call dials `dialed` with `dialString`, which shows what is behind it: a number beyond it makes it a trunk, and
   * when that is the number which the caller has dialled, the caller sits here. No call ever turns inbound by this.
   */
  dialShows(call: TrackedCall, dialed: Channel, dialString: string | undefined, at: number): void {
    const number = this.#parties.dialed(dialed.parsed, dialString, at)
    this.#reconsider(dialed)
    const { caller } = call
    if (number === null || !caller || caller.party === 'local' || caller.extension === null) return
    const isSame =
      `${caller.parsed.tech}/${caller.parsed.endpoint}` === `${dialed.parsed.tech}/${dialed.parsed.endpoint}`
    // Sent out again the way it came in: no desk phone is dialled so.
    if (isSame && caller.party === 'trunk' && dialed.party === 'trunk') caller.doubtful = dialed.doubtful
    if (isSame || !sameNumber(number, caller.extension)) return
    this.#parties.wentOut(caller.parsed)
    if (caller.party === 'trunk') this.#reconsider(caller)
  }

  #reconsider(channel: Channel): void {
    const now = this.#parties.reconsider(channel.parsed)
    if (!now) return
    channel.party = now.party
    channel.doubtful = !now.sure
  }

  /** Makes `channel` part of `call`: what began as a call of its own (a pick-up) becomes one with it. */
  joinChannel(channel: Channel, call: TrackedCall): void {
    const own = this.#callOf.get(channel)
    if (own === call) return
    if (own?.caller === channel && own.channels.size === 0) this.join(own, call)
    else if (!own) this.#place(channel, call, false)
    // Where no Linkedid tells it, what the far half of a Local channel calls shows here that it belongs to the call.
    for (const half of this.bridges.halvesOf(channel)) {
      const halfs = this.#callOf.get(half)
      if (halfs && halfs !== call && halfs.caller === half) this.join(halfs, call)
    }
  }

  /** Joins the call `from` into `into`; it is no call of its own any more. */
  join(from: TrackedCall, into: TrackedCall): void {
    if (from === into) return
    const members = from.caller ? [from.caller, ...from.channels.values()] : [...from.channels.values()]
    this.calls.delete(from.linkedid)
    this.forgotten.push(from.linkedid)
    this.#joined.set(from.linkedid, into)
    for (const [linkedid, call] of this.#joined) if (call === from) this.#joined.set(linkedid, into)
    for (const channel of members) this.#place(channel, into, false)
  }

  /** The channel that an event is about is gone, and was not known: what still comes for it is late. */
  goneUnknown(event: AmiEvent, at: number): void {
    const id = event.get('Uniqueid')
    if (id) this.#over.add(id, at)
  }

  /** The channel is gone; its call keeps it as a leg. */
  gone(channel: Channel, at: number): void {
    channel.endedAt ??= at
    this.bridges.remove(channel)
    this.#channels.delete(channel.id)
    this.#over.add(channel.id, at)
    const call = this.#callOf.get(channel)
    this.#callOf.delete(channel)
    if (!call) return
    if (channel.party === 'local' && call.caller !== channel) call.channels.delete(channel.id)
    const stillThere = call.caller?.endedAt === null || [...call.channels.values()].some((one) => one.endedAt === null)
    if (!call.caller && !stillThere) this.forget(call, at)
  }

  /** Nothing more is to be told of `call`: all of it is forgotten, and what still comes for it is late. */
  forget(call: TrackedCall, at: number): void {
    this.calls.delete(call.linkedid)
    this.forgotten.push(call.linkedid)
    this.#over.add(call.linkedid, at)
    for (const [linkedid, into] of this.#joined) {
      if (into !== call) continue
      this.#joined.delete(linkedid)
      this.#over.add(linkedid, at)
    }
    const members = call.caller ? [call.caller, ...call.channels.values()] : [...call.channels.values()]
    for (const channel of members) {
      this.#over.add(channel.id, at)
      this.#callOf.delete(channel)
      this.#channels.delete(channel.id)
      this.bridges.remove(channel)
    }
    for (const bridge of call.bridges) this.bridges.forget(bridge)
  }

  #callBy(linkedid: string, at: number): TrackedCall {
    const known = this.calls.get(linkedid) ?? this.#joined.get(linkedid)
    if (known) return known
    const oldest = this.calls.size >= maxCalls ? this.calls.values().next().value : undefined
    if (oldest) this.forget(oldest, at)
    const call = newCall(linkedid, at)
    this.calls.set(linkedid, call)
    return call
  }

  #place(channel: Channel, call: TrackedCall, isFirst: boolean): void {
    this.#callOf.set(channel, call)
    if (isFirst && !call.caller) {
      call.caller = channel
      call.dialed ??= channel.extension
      return
    }
    call.channels.set(channel.id, channel)
    if (call.channels.size <= maxLegs) return
    const ended = [...call.channels.values()].filter((one) => one.endedAt !== null && one !== call.answer)
    const middle = ended[Math.floor(ended.length / 2)] ?? [...call.channels.values()][1]
    if (!middle) return
    call.channels.delete(middle.id)
    this.#callOf.delete(middle)
    this.#channels.delete(middle.id)
    this.bridges.remove(middle)
  }
}

function beginning(event: AmiEvent, prefix: string, isFirst: boolean): PartyHints['how'] {
  // What is dialled has just begun, and so is in its own context still.
  if (prefix === 'Dest') return 'called'
  if (event.event !== 'Newchannel') return 'under way'
  return isFirst && event.get('ChannelState') !== '0' ? 'came' : 'called'
}

/** A call that is being judged keeps its parties, whatever the office says meanwhile. */
function keepParty(channel: Channel, call: TrackedCall): void {
  const members = call.caller ? [call.caller, ...call.channels.values()] : [...call.channels.values()]
  const { tech, endpoint } = channel.parsed
  const same = members.find((other) => other.parsed.tech === tech && other.parsed.endpoint === endpoint)
  if (!same) return
  channel.party = same.party
  channel.doubtful = same.doubtful
}

/** A channel that is up when it is heard of first, other than by a list of what goes on: its beginning was not seen. */
function isLate(event: AmiEvent, prefix: string): boolean {
  const whole = event.event === 'Newchannel' || event.event === 'CoreShowChannel'
  return !whole && event.get(`${prefix}ChannelState`) === '6'
}
