/** A call as the tracker follows it while it goes on. Instants are epoch milliseconds. */
import { callBackPrefix } from '../ami/originate.ts'
import type { Bridges } from './bridges.ts'
import type { CallLeg, Direction, LiveCall } from './call.ts'
import type { Channel } from './channel.ts'
import { isOpen, phoneOf } from './channel.ts'

export interface TrackedCall {
  readonly linkedid: string
  /** The caller's channel; null as long as it has not been seen. A Local one stands in until a phone is dialled. */
  caller: Channel | null
  /** Every other channel of the call by Uniqueid, also those that are gone. */
  readonly channels: Map<string, Channel>
  startedAt: number
  /** When something was heard of it last. */
  heardAt: number
  /** For how long nothing was heard of it, ms, as far as that is certain. */
  silentFor: number
  /** The phone system tells no Linkedids (before version 12): what belongs together shows only when it meets. */
  unlinked: boolean
  /** The first extension reached. */
  dialed: string | null
  /** The phone system rang the caller's channel itself (click-to-call). */
  originated: boolean
  /** The person's channel that spoke with the caller first. */
  answer: Channel | null
  /** The caller ended the call by hanging up: what went on at that moment. */
  callerLeft: { phones: boolean; queue: boolean; dialing: boolean } | null
  inQueue: boolean
  /** The phone system tried to reach a phone, whether or not one could be. */
  tried: boolean
  /** The phone system played something to the caller. */
  played: boolean
  /** Voicemail took the call, and no phone was called after that. */
  voicemail: boolean
  /** A dial from the caller's own channel was called off without an answer, which only the caller can have done. */
  calledOff: boolean
  /** A dial from the caller's own channel ended with a phone that went up, which then called the other phones off. */
  taken: boolean
  /** Bridges for two in which somebody of the call was. */
  readonly bridges: Set<string>
  /** One of them left such a bridge, and was not seen to enter it. */
  missedBridge: boolean
  /** When the connection was lost while it went on, until a snapshot has told what became of it; else null. */
  gapAt: number | null
  /** Somebody may have spoken with the caller while nobody watched. */
  partUnseen: boolean
  /** It went on already when it was seen first. */
  adopted: boolean
}

/** A call of which nothing is known yet. */
export function newCall(linkedid: string, startedAt: number): TrackedCall {
  return {
    linkedid,
    caller: null,
    channels: new Map(),
    startedAt,
    heardAt: startedAt,
    silentFor: 0,
    unlinked: false,
    dialed: null,
    // Seen for the first time in its middle, only the name tells that Ringback began it.
    originated: linkedid.startsWith(callBackPrefix),
    answer: null,
    callerLeft: null,
    inQueue: false,
    tried: false,
    played: false,
    voicemail: false,
    calledOff: false,
    taken: false,
    bridges: new Set(),
    missedBridge: false,
    gapAt: null,
    partUnseen: false,
    adopted: false,
  }
}

/** The phone system rings a desk phone by itself (click-to-call), and nobody has picked up: nobody's call so far. */
export function isUnclaimed(call: TrackedCall): boolean {
  return isOriginated(call) && call.caller?.party === 'phone' && call.caller.upAt === null
}

/** The phones and outside numbers of the call, in the order they came in. */
export function persons(call: TrackedCall): Channel[] {
  return [...call.channels.values()].filter(
    (channel) => channel.party !== 'local' && (channel.dialedAt !== null || channel.metCallerAt !== null),
  )
}

/**
 * Inbound when the caller comes from a trunk; else by where the first phone called is, or by the number dialled. What is
 * hardly known to be a trunk counts only once it has called a phone here: a desk phone whose call fails must not pass
 * for a caller from outside, who would be texted.
 */
export function directionOf(call: TrackedCall): Direction {
  const called = persons(call)
  const [first] = called
  const isOutside =
    call.caller?.party === 'trunk' && (!call.caller.doubtful || called.some(({ party }) => party === 'phone'))
  if (isOutside) return isOriginated(call) ? 'outbound' : 'inbound'
  if (first) return first.party === 'trunk' ? 'outbound' : 'internal'
  return /^\+?\d{7,}$/.test(call.dialed ?? '') ? 'outbound' : 'internal'
}

/** The name that a caller from outside sent; desk phones send none, the phone system itself names them. */
export function callerNameOf(call: TrackedCall): string | null {
  return call.caller?.party === 'trunk' ? call.caller.callerName : null
}

/** The call's legs for people to read. */
export function legsOf(call: TrackedCall): CallLeg[] {
  return persons(call).map((channel) => ({
    phone: phoneOf(channel),
    channel: channel.name,
    dialedAt: channel.dialedAt ?? channel.startedAt,
    rangAt: channel.rangAt,
    answeredAt: channel.metCallerAt,
    endedAt: channel.endedAt,
    how: howOf(channel, call),
  }))
}

/** The caller gave up while phones rang, as far as the dials tell. */
export function hasCalledOff(call: TrackedCall): boolean {
  return call.calledOff && !call.taken
}

/** The phone system itself called the caller's channel. */
export function isOriginated(call: TrackedCall): boolean {
  return call.originated && !call.caller?.cameIn
}

function howOf(channel: Channel, call: TrackedCall): CallLeg['how'] {
  if (channel.metCallerAt !== null) return 'answered'
  // Only the phone's own word tells a declined call: Asterisk reports it as not answered.
  if (channel.hungUp && channel.upAt === null) {
    const { cause, sipStatus } = channel.hungUp
    if (sipStatus >= 300 && sipStatus < 400) return 'elsewhere'
    if (cause === 17 || sipStatus === 486 || sipStatus === 600) return 'busy'
    if (cause === 21 || sipStatus === 603) return 'declined'
    // The provider could not even begin to ring.
    if (sipStatus >= 400 && sipStatus !== 487 && channel.rangAt === null) return 'unreachable'
  }
  const { dialStatus, rangAt } = channel
  if (dialStatus === 'BUSY') return 'busy'
  if (dialStatus === 'FORWARD') return 'elsewhere'
  // Providers need not tell that a phone outside rings, but when they refuse by themselves it never did; a desk phone
  // that never rang was not there. Versions before the end of 2025 do not tell the SIP status.
  const mustRing = channel.party === 'phone' || (channel.hungUp !== null && channel.hungUp.sipStatus === 0)
  if (dialStatus === 'NOANSWER') return rangAt === null && mustRing ? 'unreachable' : 'no-answer'
  if (dialStatus === 'CHANUNAVAIL' || dialStatus === 'CONGESTION') return 'unreachable'
  if (call.answer) return 'elsewhere'
  if (call.callerLeft || hasCalledOff(call)) return 'cancelled'
  // Called off by a time-out further out, or went up without ever speaking with the caller (did not accept the call).
  if (dialStatus === 'CANCEL' || dialStatus === 'ANSWER') return 'no-answer'
  return 'unknown'
}

/** Who hears the caller, and the one who answered while nobody does (on hold, in the car park). */
function talkingWith(caller: Channel, answer: Channel, bridges: Bridges): Channel[] {
  const talking = [...bridges.connected(caller)].filter((channel) => channel !== caller && channel.party !== 'local')
  return talking.length > 0 ? talking : [answer]
}

/** The call as it is now; null as long as its caller has not been seen. */
export function liveCall(call: TrackedCall, bridges: Bridges): LiveCall | null {
  const { caller, answer } = call
  if (!caller || caller.party === 'local' || isUnclaimed(call)) return null
  const open = answer ? [] : persons(call).filter(isOpen)
  const phones = answer ? talkingWith(caller, answer, bridges) : open
  return {
    linkedid: call.linkedid,
    direction: directionOf(call),
    callerNumber: caller.callerNumber,
    callerName: callerNameOf(call),
    dialed: call.dialed,
    state: answer ? 'talking' : open.length > 0 ? 'ringing' : 'waiting',
    startedAt: call.startedAt,
    phones: [...new Set(phones.map(phoneOf))],
  }
}
