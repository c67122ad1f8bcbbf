/** Events of Asterisk 1.4 to 11, which say the same in other words and tell no Linkedid. */
import type { AmiEvent } from '../ami/events.ts'
import type { Channel } from './channel.ts'
import { beginDial, takeState } from './dialing.ts'
import type { Handler } from './fold.ts'
import { meet } from './meeting.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'
import { isOriginated } from './tracked-call.ts'

/** `event` with one header read in another's place. */
function renamed(event: AmiEvent, names: Readonly<Record<string, string>>): AmiEvent {
  return { event: event.event, get: (header) => event.get(names[header.toLowerCase()] ?? header) }
}

/** What dials: `Channel` and `UniqueID`, in 1.4 `Source` and `SrcUniqueID`. */
function dialing(event: AmiEvent): AmiEvent {
  return event.get('SrcUniqueID') === undefined
    ? event
    : renamed(event, { channel: 'Source', uniqueid: 'SrcUniqueID', calleridnum: 'CallerID' })
}

export const oldEvents: Readonly<Record<string, Handler>> = {
  Dial(board, event, at) {
    const from = dialing(event)
    // 1.4 tells beginnings alone, and does not say so.
    if (event.get('SubEvent') === 'End') {
      const source = board.find(from)
      const call = source && board.callOf(source)
      if (!call) return []
      endDials(call, source, event.get('DialStatus') ?? '')
      return [call]
    }
    const source = board.sight(from, at)
    const dest = { destchannel: 'Destination', destlinkedid: 'DestUniqueID', destcalleridnum: 'none' }
    const dialed = board.sight(renamed(event, { ...dest, dialstring: 'Dialstring' }), at, 'Dest')
    return source && dialed ? beginDial(board, event, source, dialed, at) : []
  },

  Link: (board, event, at) => link(board, event, at, true),
  Unlink: (board, event, at) => link(board, event, at, false),
  Bridge: (board, event, at) => link(board, event, at, event.get('Bridgestate') !== 'Unlink'),

  /** The dialplan goes on when it was the queue that gave up. */
  QueueCallerAbandon(board, event) {
    const caller = board.find(event)
    const call = caller && board.callOf(caller)
    if (call?.caller !== caller || !call?.unlinked) return []
    call.calledOff = true
    return [call]
  },

  /** Queues tell by this alone whom they call, where they are told to tell it. */
  AgentCalled(board, event, at) {
    // Newer versions tell their dials as well.
    if (event.get('DestUniqueid') !== undefined) return []
    const caller = board.find(event) ?? board.named(event.get('ChannelCalling') ?? '')
    const member = board.named(event.get('DestinationChannel') ?? '')
    return caller && member ? beginDial(board, event, caller, member, at) : []
  },
}

/** A phone's own end of its call: old versions tell it by the cause alone, and mean it. 17 is busy, 21 declined. */
export function takeOldEnd(call: TrackedCall, leg: Channel, event: AmiEvent): void {
  const cause = Number(event.get('Cause'))
  if (call.unlinked && call.caller !== leg && (cause === 17 || cause === 21)) leg.hungUp = { cause, sipStatus: 0 }
}

/** A phone that the phone system called for reasons that it did not tell: its queue's, and no call of its own. */
export function isLooseEnd(call: TrackedCall): boolean {
  return call.unlinked && isOriginated(call) && call.channels.size === 0 && call.dialed === null && !call.answer
}

/** One word for all phones of a dial: those that were gone before had their own reason. */
function endDials(call: TrackedCall, source: Channel, status: string): void {
  if (status === 'ANSWER' && call.caller === source) call.taken = true
  if (status === 'CANCEL' && call.caller === source) call.calledOff = true
  for (const leg of call.channels.values()) {
    if (leg.dialedBy !== source.id || leg.dialStatus !== null) continue
    if (status === 'ANSWER' ? leg.upAt !== null : leg.upAt === null) leg.dialStatus = status
  }
}

function link(board: Switchboard, event: AmiEvent, at: number, joined: boolean): TrackedCall[] {
  const one = board.find(renamed(event, { uniqueid: 'Uniqueid1' })) ?? board.named(event.get('Channel1') ?? '')
  const other = board.find(renamed(event, { uniqueid: 'Uniqueid2' })) ?? board.named(event.get('Channel2') ?? '')
  if (!one || !other) return []
  const bridge = `link ${one.id} ${other.id}`
  for (const channel of [one, other]) {
    takeState(channel, event, at)
    // Only channels that are up are linked; one that took another's place does not tell that it is.
    if (joined) {
      channel.upAt ??= at
      board.bridges.enter(bridge, channel)
    } else board.bridges.leave(channel, bridge)
  }
  return meet(board, one, at)
}
