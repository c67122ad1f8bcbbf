/** Events of Asterisk 1.4 to 11, which say the same in other words. */
import type { AmiEvent } from '../ami/events.ts'
import { isOpen } from './channel.ts'
import type { Handler } from './fold.ts'
import { beginDial } from './dialing.ts'
import { meet } from './meeting.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'

/** `event` with one header read in another's place. */
function renamed(event: AmiEvent, names: Readonly<Record<string, string>>): AmiEvent {
  return { event: event.event, get: (header) => event.get(names[header.toLowerCase()] ?? header) }
}

export const oldEvents: Readonly<Record<string, Handler>> = {
  Dial(board, event, at) {
    const source = board.find(event)
    if (event.get('SubEvent') === 'End') {
      const call = source && board.callOf(source)
      if (!call) return []
      for (const leg of call.channels.values()) {
        if (leg.dialedBy === source.id && isOpen(leg)) leg.dialStatus = event.get('DialStatus') ?? null
      }
      return [call]
    }
    const dialed = board.sight(renamed(event, { destchannel: 'Destination', destlinkedid: 'DestUniqueID' }), at, 'Dest')
    return source && dialed ? beginDial(board, event, source, dialed, at) : []
  },

  Link: (board, event, at) => link(board, event, at, true),
  Unlink: (board, event, at) => link(board, event, at, false),
  Bridge: (board, event, at) => link(board, event, at, event.get('Bridgestate') !== 'Unlink'),
}

function link(board: Switchboard, event: AmiEvent, at: number, joined: boolean): TrackedCall[] {
  const one = board.find(renamed(event, { uniqueid: 'Uniqueid1' }))
  const other = board.find(renamed(event, { uniqueid: 'Uniqueid2' }))
  if (!one || !other) return []
  const bridge = `link ${one.id} ${other.id}`
  for (const channel of [one, other]) {
    if (joined) board.bridges.enter(bridge, channel)
    else board.bridges.leave(channel, bridge)
  }
  return meet(board, one, at)
}
