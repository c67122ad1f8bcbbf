/** Which number a leg over a trunk has called, when its dial was not seen. */
import type { AmiEvent } from '../ami/events.ts'
import type { Channel } from './channel.ts'
import { dialableExtension } from './channel.ts'
import { outsideNumber } from './dial-string.ts'
import type { Switchboard } from './switchboard.ts'

/**
 * Learns the number of `leg` from what the call's other channels run, first of all those that it is connected with;
 * else from what the leg shows of itself in the list (`listed`), where the dialplan may have left words of its own.
 */
export function learnNumber(board: Switchboard, leg: Channel, listed: AmiEvent): void {
  const call = board.callOf(leg)
  if (!call || call.caller === leg || leg.party !== 'trunk' || leg.dialedNumber !== null) return
  const others = [call.caller, ...call.channels.values()].flatMap((channel) =>
    channel && channel !== leg && channel.endedAt === null ? [channel] : [],
  )
  const connected = board.bridges.connected(leg)
  const near = others.filter((channel) => connected.has(channel))
  leg.dialedNumber =
    onlyNumber(near, leg) ?? onlyNumber(others, leg) ?? dialableExtension(listed.get('CallerIDNum')) ?? null
}

/** The number that `channels` dial through the leg's endpoint; null when there is none, or more than one. */
function onlyNumber(channels: readonly Channel[], leg: Channel): string | null {
  const destinations = channels.flatMap(({ dials }) => (dials.split(/[,|]/)[0] ?? '').split('&'))
  const numbers = destinations.filter((one) => leadsThrough(one, leg)).map(outsideNumber)
  const [number = null, ...more] = new Set(numbers)
  return more.length === 0 ? number : null
}

/** True for `PJSIP/15305550199@trunk`, `PJSIP/trunk/sip:…`, `IAX2/user@trunk/15305550199`; ISDN goes by groups of lines. */
function leadsThrough(destination: string, leg: Channel): boolean {
  const { tech, endpoint } = leg.parsed
  const [dialedTech = '', where = ''] = destination.split('/')
  if (dialedTech.toLowerCase() !== tech.toLowerCase()) return false
  const host = (where.split('@').at(-1) ?? '').replace(/:\d+$/, '')
  return /^(?:dahdi|zap)$/i.test(tech) || host.toLowerCase() === endpoint.toLowerCase()
}
