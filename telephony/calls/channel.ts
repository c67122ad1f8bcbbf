/** One channel of the phone system, as far as the tracker remembers it. Instants are epoch milliseconds. */
import { callerName, callerNumber } from './caller-name.ts'
import { parseChannelName } from './channel-name.ts'
import type { ChannelName } from './channel-name.ts'
import type { Party } from './party.ts'

export interface Channel {
  /** Asterisk's Uniqueid. Only masquerades of old versions change it. */
  id: string
  name: string
  parsed: ChannelName
  party: Party
  /** Few signs speak for the party: taken for a trunk, it may yet turn out to be a desk phone. */
  doubtful: boolean
  /** As they were when the channel began: the dialplan may change them later. */
  callerNumber: string | null
  callerName: string | null
  extension: string | null
  startedAt: number
  /** When it was dialled, what with, and by which channel; null when it came by itself. */
  dialedAt: number | null
  dialedBy: string | null
  dialedNumber: string | null
  rangAt: number | null
  upAt: number | null
  /** It was seen asking to be let in (Asterisk's state "Ring"): it came by itself. */
  cameIn: boolean
  /** When it was bridged with the caller. */
  metCallerAt: number | null
  /** How the dial ended: Asterisk's DIALSTATUS, or FORWARD when the phone sent the caller elsewhere. */
  dialStatus: string | null
  /** Its own end asked to hang up (the cause as given); null when nobody did. */
  hungUp: { cause: number; sipStatus: number } | null
  endedAt: number | null
  /** The dialplan's application that it runs, in lower case. */
  application: string
  /** What that application was told, as long as it is a dial. */
  dials: string
  /** The dialplan runs what it has for ended calls (`h`): what it still does says nothing of the call. */
  isCleaningUp: boolean
  /** It was known before the connection was lost, and nothing was heard of it since. */
  stale: boolean
}

/** What a channel shows when it is seen first. */
export interface FirstSight {
  id: string
  name: string
  number: string | undefined
  callerName: string | undefined
  extension: string | undefined
  at: number
}

/** A channel seen for the first time. */
export function newChannel(seen: FirstSight, party: Party): Channel {
  const number = callerNumber(seen.number)
  return {
    id: seen.id,
    name: seen.name,
    parsed: parseChannelName(seen.name),
    party,
    doubtful: false,
    callerNumber: number,
    // Who withholds the number sends "Anonymous" and the like as a name, at best.
    callerName: callerName(seen.callerName),
    extension: dialableExtension(seen.extension),
    startedAt: seen.at,
    dialedAt: null,
    dialedBy: null,
    dialedNumber: null,
    rangAt: null,
    upAt: null,
    cameIn: false,
    metCallerAt: null,
    dialStatus: null,
    hungUp: null,
    endedAt: null,
    application: '',
    dials: '',
    isCleaningUp: false,
    stale: false,
  }
}

/** The extension, unless it is one of the dialplan's own (`s`, `h`, `i` …): null then. */
export function dialableExtension(extension: string | undefined): string | null {
  return extension && /^\+?[\d*#]+$/.test(extension) ? extension : null
}

/** True while it is dialled and has neither answered nor ended. */
export function isOpen(channel: Channel): boolean {
  return channel.dialedAt !== null && channel.upAt === null && channel.dialStatus === null && channel.endedAt === null
}

/** True while it is dialled and may yet come to speak with the caller: it rings, or was just taken. */
export function mayStillAnswer(channel: Channel): boolean {
  if (channel.dialedAt === null || channel.endedAt !== null) return false
  return channel.dialStatus === null || channel.dialStatus === 'ANSWER'
}

/** The phone or outside number at the other end, in people's words. */
export function phoneOf(channel: Channel): string {
  const { endpoint } = channel.parsed
  if (channel.party === 'trunk') {
    // Where a channel's number is no number, the dialplan has put its own words there.
    return channel.dialedNumber ?? channel.extension ?? dialableExtension(channel.callerNumber ?? '') ?? endpoint
  }
  if (/^\d+$/.test(endpoint)) return endpoint
  const extension = channel.callerNumber
  return extension !== null && /^\d{2,6}$/.test(extension) ? extension : endpoint
}
