/** Test support: short scripts of what a phone system says, played through a tracker. */
import type { AmiEvent } from '../ami/events.ts'
import { amiEvent } from '../ami/events.ts'
import type { EndedCall, LiveCall } from './call.ts'
import { CallTracker } from './tracker.ts'

/** When every script begins. */
export const start = Date.UTC(2030, 0, 7, 10)

type Headers = Record<string, string | number>

/** Writes events about channels that have short names: `caller`, `101`. Each event comes one second after the last. */
export class Script {
  readonly events: AmiEvent[] = []
  readonly #channels = new Map<string, Headers>()
  #serial = 0

  /** A channel of its own: the beginning of a call. */
  arrives(name: string, channel: string, more: Headers = {}): this {
    return this.#begin(name, channel, undefined, { ChannelState: 4, Context: 'from-trunk', ...more })
  }

  /** A channel that the call of `first` makes. */
  made(name: string, channel: string, first: string, more: Headers = {}): this {
    return this.#begin(name, channel, first, { ChannelState: 0, Context: 'internal', ...more })
  }

  /** `source` dials a new channel, and it rings. */
  rings(source: string, name: string, channel = `PJSIP/${name}-0001`, more: Headers = {}): this {
    this.made(name, channel, source, { CallerIDNum: name, Exten: 's', ...more })
    return this.dials(source, name).tell('Newstate', name, { ChannelState: 5 })
  }

  dials(source: string, dest: string, more: Headers = {}): this {
    return this.between('DialBegin', source, dest, more)
  }

  /** The dial of `dest` by `source` ends. */
  dialEnds(source: string, dest: string, status: string): this {
    return this.between('DialEnd', source, dest, { DialStatus: status })
  }

  /** `dest` answers `source`, and both are put into a bridge. */
  answers(source: string, dest: string): this {
    this.up(dest).dialEnds(source, dest, 'ANSWER').up(source)
    return this.bridged(source, dest)
  }

  up(name: string): this {
    return this.tell('Newstate', name, { ChannelState: 6 })
  }

  bridged(one: string, other: string, more: Headers = {}): this {
    const bridge = { BridgeUniqueid: `${one}-${other}`, BridgeType: 'basic', ...more }
    return this.tell('BridgeEnter', other, bridge).tell('BridgeEnter', one, bridge)
  }

  runs(name: string, application: string): this {
    return this.tell('Newexten', name, { Application: application })
  }

  wantsToHangUp(name: string, more: Headers = {}): this {
    return this.tell('HangupRequest', name, more)
  }

  gone(...names: string[]): this {
    for (const name of names) this.tell('Hangup', name, { Cause: 16 })
    return this
  }

  /** An event about one channel. */
  tell(event: string, name: string, more: Headers = {}): this {
    return this.raw({ Event: event, ...this.#channels.get(name), ...more })
  }

  /** An event about two channels, the second with `Dest` before its headers. */
  between(event: string, source: string, dest: string, more: Headers = {}): this {
    const second = Object.entries(this.#channels.get(dest) ?? {}).map(([header, value]) => [`Dest${header}`, value])
    return this.tell(event, source, { ...Object.fromEntries(second), ...more })
  }

  raw(headers: Headers): this {
    this.events.push(amiEvent(Object.entries(headers).map(([header, value]) => [header, String(value)])))
    return this
  }

  /** Makes this the call's Linkedid in all that is told of the channel from now on. */
  #begin(name: string, channel: string, first: string | undefined, more: Headers): this {
    const uniqueid = `${start / 1000}.${++this.#serial}`
    const linkedid = first === undefined ? uniqueid : (this.#channels.get(first)?.['Linkedid'] ?? uniqueid)
    const headers = { Channel: channel, Uniqueid: uniqueid, Linkedid: linkedid, ...more }
    const { ChannelState: _, ...lasting } = headers as Headers
    this.#channels.set(name, lasting)
    return this.raw({ Event: 'Newchannel', ...headers })
  }
}

/** An inbound call of Pat's to `line`. */
export function inbound(line = '15305550110', more: Headers = {}): Script {
  const caller = { CallerIDNum: '5305550199', CallerIDName: 'Pat Lee', Exten: line, ...more }
  return new Script().arrives('caller', 'PJSIP/trunk-0001', caller)
}

/** A tracker that remembers what it told. */
export function watchedTracker(trunks: string[] = []) {
  const ended: EndedCall[] = []
  const live: LiveCall[][] = []
  const callers: string[] = []
  const tracker = new CallTracker({
    trunks,
    now: () => start,
    onEnded: (call) => ended.push(call),
    onLive: (calls) => live.push(calls),
    onInbound: (channel) => callers.push(channel),
  })
  return { tracker, ended, live, callers }
}

/** Plays `script` through a new tracker, one event a second. */
export function play(script: Script, trunks: string[] = []) {
  const watched = watchedTracker(trunks)
  script.events.forEach((event, index) => watched.tracker.handle(event, start + index * 1000))
  return watched
}
