/** A channel of the demo office's phone system, and how events tell of it. */
import type { Clock } from '../../../telephony/clock.ts'
import type { Block } from './simulated-pbx.ts'

export interface Channel {
  name: string
  uniqueid: string
  state: 0 | 4 | 5 | 6
  number: string
  callerName: string
  context: string
  exten: string
}

/** `ChannelStateDesc` of the states that occur here. */
const stateNames = { 0: 'Down', 4: 'Ring', 5: 'Ringing', 6: 'Up' } as const

let counter = 0

/** A channel that nobody has heard of yet; `uniqueid` is made up unless it is given. */
export function newChannel(
  facts: Pick<Channel, 'number' | 'callerName' | 'context' | 'exten'> & { endpoint: string; uniqueid?: string },
  clock: Clock,
): Channel {
  counter += 1
  const { endpoint, uniqueid = `${Math.floor(clock.now() / 1000)}.${counter}`, ...more } = facts
  return { ...more, uniqueid, name: `PJSIP/${endpoint}-${counter.toString(16).padStart(8, '0')}`, state: 0 }
}

export function headersOf(channel: Channel, linkedid: string): Block {
  return {
    Channel: channel.name,
    ChannelState: String(channel.state),
    ChannelStateDesc: stateNames[channel.state],
    CallerIDNum: channel.number,
    CallerIDName: channel.callerName,
    ConnectedLineNum: '<unknown>',
    ConnectedLineName: '<unknown>',
    Context: channel.context,
    Exten: channel.exten,
    Priority: '1',
    Uniqueid: channel.uniqueid,
    Linkedid: linkedid,
  }
}

/** The same for the one that is dialled: `DestChannel`, `DestUniqueid` … */
export function destinationOf(channel: Channel, linkedid: string): Block {
  return Object.fromEntries(
    Object.entries(headersOf(channel, linkedid)).map(([name, value]) => [`Dest${name}`, value] as const),
  )
}
