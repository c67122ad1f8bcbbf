/**
 * What each event changes. Every event may come late, twice, out of order or not at all: handlers look at what is
 * known, never at what should have come before.
 */
import type { AmiEvent } from '../ami/events.ts'
import type { Channel } from './channel.ts'
import { dialableExtension, mayStillAnswer } from './channel.ts'
import { callerName, callerNumber } from './caller-name.ts'
import { beginDial, reaching, refusing, stateOf, takeApplication, takeState } from './dialing.ts'
import { rename } from './masquerade.ts'
import { meet } from './meeting.ts'
import { oldEvents } from './old-events.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'

/** Folds one event in; returns the calls that it may have changed. */
export type Handler = (board: Switchboard, event: AmiEvent, at: number) => TrackedCall[]

/** Bridges in which nobody hears anybody: parked and held channels. */
const silentBridge = /parking|holding/i

export const handlers: Readonly<Record<string, Handler>> = {
  Newchannel(board, event, at) {
    const channel = board.sight(event, at)
    if (!channel) return []
    takeState(channel, event, at)
    const call = board.callOf(channel)
    // A caller's own channel begins ringing in; one that begins "down" is being called by the phone system.
    // Old SIP channels begin down whoever calls, but know their number.
    const isDown = stateOf(event) === '0' && dialableExtension(event.get('Exten')) === null
    if (call?.caller === channel && isDown) call.originated = true
    return callsOf(board, channel)
  },

  Newstate(board, event, at) {
    const channel = board.sight(event, at)
    if (!channel) return []
    takeState(channel, event, at)
    return [...callsOf(board, channel), ...meet(board, channel, at)]
  },

  Newexten(board, event, at) {
    const channel = board.sight(event, at)
    const call = channel && board.callOf(channel)
    if (!channel || !call) return []
    takeState(channel, event, at)
    const extension = event.get('Exten') ?? event.get('Extension')
    if (extension === 'h') channel.isCleaningUp = true
    takeApplication(channel, call, event.get('Application') ?? '')
    channel.dials = channel.application === 'dial' ? (event.get('AppData') ?? '') : ''
    if (call.caller === channel && !channel.isCleaningUp) call.dialed ??= dialableExtension(extension)
    return [call, ...meet(board, channel, at)]
  },

  NewCallerid: learnCaller,
  Newcallerid: learnCaller,

  Rename(board, event) {
    const channel = board.find(event)
    const name = event.get('Newname')
    if (channel && name) rename(board, channel, name)
    return []
  },

  DialBegin(board, event, at) {
    const source = board.sight(event, at)
    const dialed = board.sight(event, at, 'Dest')
    if (!dialed) return []
    takeState(dialed, event, at, 'Dest')
    if (source) return beginDial(board, event, source, dialed, at)
    const call = board.callOf(dialed)
    if (call?.caller === dialed) call.originated = true
    return callsOf(board, dialed)
  },

  DialState(board, event, at) {
    const dialed = board.find(event, 'Dest')
    const ringing = /^(?:RINGING|PROGRESS|PROCEEDING)$/.test(event.get('DialStatus') ?? '')
    if (!dialed || !ringing) return []
    dialed.dialedAt ??= at
    if (event.get('DialStatus') !== 'PROCEEDING') dialed.rangAt ??= at
    return callsOf(board, dialed)
  },

  DialEnd(board, event, at) {
    const source = board.find(event)
    const dialed = board.find(event, 'Dest')
    const status = event.get('DialStatus') ?? ''
    const call = source && board.callOf(source)
    // Whom the caller's dial ended with, though it was not dialled, has picked the call up.
    if (dialed && call && status === 'ANSWER') board.joinChannel(dialed, call)
    const isForward = event.get('Forward') !== undefined
    if (dialed) {
      takeState(dialed, event, at, 'Dest')
      dialed.dialStatus ??= isForward ? 'FORWARD' : status
    }
    const isCallers = call && call.caller === source && tellsByDials(source)
    if (isCallers && status === 'CANCEL' && !isForward) call.calledOff = true
    if (call && call.caller === source && status === 'ANSWER') call.taken = true
    return dialed ? [...callsOf(board, dialed), ...meet(board, dialed, at)] : []
  },

  HangupRequest(board, event) {
    const channel = board.find(event)
    const call = channel && board.callOf(channel)
    if (!channel || !call) return []
    const [cause, sipStatus] = [Number(event.get('Cause')), Number(event.get('TechCause'))]
    if (call.caller !== channel) {
      // Once the caller has left, a phone's hanging up is no decision of its own.
      if (call.callerLeft) return [call]
      channel.hungUp ??= { cause: cause || 0, sipStatus: sipStatus || 0 }
      return [call]
    }
    // The phone system itself refused the caller (487 is what callers get who give up).
    const isRefused = refusing.has(channel.application) || (sipStatus >= 400 && sipStatus !== 487)
    if (channel.upAt === null && isRefused) return [call]
    call.callerLeft ??= {
      phones: [...call.channels.values()].some(mayStillAnswer),
      queue: call.inQueue || channel.application === 'queue',
      dialing: reaching.has(channel.application),
    }
    return [call]
  },

  Pickup(board, event, at) {
    const picker = board.sight(event, at)
    const target = board.find(event, 'Target')
    const call = target && board.callOf(target)
    if (!picker || !call) return []
    board.joinChannel(picker, call)
    return [call, ...meet(board, picker, at)]
  },

  UnParkedCall(board, event, at) {
    const parked = board.find(event, 'Parkee')
    const retriever = board.sight(event, at, 'Retriever')
    const call = parked && board.callOf(parked)
    if (!retriever || !call) return []
    board.joinChannel(retriever, call)
    return [call]
  },

  BridgeEnter(board, event, at) {
    const channel = board.sight(event, at)
    const bridge = event.get('BridgeUniqueid')
    if (!channel || !bridge) return []
    takeState(channel, event, at)
    if (silentBridge.test(`${event.get('BridgeType')} ${event.get('BridgeTechnology')}`)) board.bridges.leave(channel)
    else {
      board.bridges.enter(bridge, channel)
      if (event.get('BridgeType') === 'basic') board.callOf(channel)?.bridges.add(bridge)
    }
    return [...callsOf(board, channel), ...meet(board, channel, at)]
  },

  BridgeLeave(board, event, at) {
    const channel = board.find(event)
    const bridge = event.get('BridgeUniqueid')
    if (!channel || !bridge) return []
    takeState(channel, event, at)
    // In a bridge for two, whoever leaves has heard the other, seen or not. In a conference they may have missed.
    const isForTwo = event.get('BridgeType') === 'basic'
    const call = isForTwo && !board.bridges.wasIn(bridge, channel) ? board.callOf(channel) : undefined
    if (call) call.missedBridge = true
    if (isForTwo) board.bridges.recall(bridge, channel, () => meet(board, channel, at))
    board.bridges.leave(channel, bridge)
    return callsOf(board, channel)
  },

  Join: (board, event) => inQueue(board, event, true),
  Leave: (board, event) => inQueue(board, event, false),
  QueueCallerJoin: (board, event) => inQueue(board, event, true),
  QueueCallerLeave: (board, event) => inQueue(board, event, false),

  OriginateResponse(board, event) {
    const channel = board.find(event)
    const call = channel && board.callOf(channel)
    if (call?.caller !== channel || !call) return []
    call.originated = true
    call.dialed ??= dialableExtension(event.get('Exten'))
    return [call]
  },

  Status(board, event) {
    const channel = board.find(event)
    const call = channel && board.callOf(channel)
    const line = dialableExtension(event.get('DNID'))
    // A call that went on before we came: only this tells which number was called.
    if (call?.caller !== channel || !call?.adopted || line === null) return []
    call.dialed = line
    return [call]
  },

  ...oldEvents,
}

/**
 * A dial that is called off tells that its caller hung up, where nothing tells it better: PJSIP and SIP callers ask to
 * hang up, so a dial of theirs that ends without it was called off by the phone system (a queue, a redirection).
 * Queues call phones off at their own time-out; unless the dialplan's steps are told, only callers who are not up yet
 * are known to be in none.
 */
function tellsByDials({ parsed, application, upAt }: Channel): boolean {
  if (/^(?:pjsip|sip)$/i.test(parsed.tech)) return false
  return application === 'dial' || (upAt === null && application !== 'queue')
}

function inQueue(board: Switchboard, event: AmiEvent, joined: boolean): TrackedCall[] {
  const channel = board.find(event) ?? board.named(event.get('Channel') ?? '')
  const call = channel && board.callOf(channel)
  if (!channel || call?.caller !== channel) return []
  call.inQueue = joined
  call.tried = true
  channel.application = joined ? 'queue' : ''
  return [call]
}

function learnCaller(board: Switchboard, event: AmiEvent): TrackedCall[] {
  const channel = board.find(event)
  if (!channel) return []
  // Only analog lines tell the caller after the channel has begun; elsewhere this is the dialplan's own doing.
  if (!/^(?:dahdi|zap)$/i.test(channel.parsed.tech)) return []
  channel.callerNumber ??= callerNumber(event.get('CallerIDNum') ?? event.get('CallerID'))
  channel.callerName ??= callerName(event.get('CallerIDName'))
  return callsOf(board, channel)
}

function callsOf(board: Switchboard, channel: Channel): TrackedCall[] {
  const call = board.callOf(channel)
  return call ? [call] : []
}
