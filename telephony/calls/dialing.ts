/** What channels do: one calls another, changes its state, runs an application of the dialplan. */
import type { AmiEvent } from '../ami/events.ts'
import type { Channel } from './channel.ts'
import { dialableExtension } from './channel.ts'
import { outsideNumber } from './dial-string.ts'
import type { Switchboard } from './switchboard.ts'
import type { TrackedCall } from './tracked-call.ts'

/** Applications of the dialplan that try to reach phones. */
export const reaching: ReadonlySet<string> = new Set(['dial', 'queue', 'followme', 'retrydial', 'page'])
/** Applications that play something to the caller. */
const playing = new Set(['playback', 'background', 'controlplayback', 'read', 'playtones', 'musiconhold', 'saydigits'])
/** Applications that send the caller away. */
export const refusing: ReadonlySet<string> = new Set(['busy', 'congestion'])
/** Applications that take a message. */
export const recording: ReadonlySet<string> = new Set(['voicemail', 'minivmrecord'])

/** `source` calls `dialed`; returns the calls that this changes. */
export function beginDial(
  board: Switchboard,
  event: AmiEvent,
  source: Channel,
  dialed: Channel,
  at: number,
): TrackedCall[] {
  const call = board.callOf(source)
  if (!call) return []
  board.joinChannel(dialed, call)
  if (board.callOf(dialed) !== call || call.caller === dialed) return [call]
  if (dialed.dialedBy === null) {
    board.dialShows(call, dialed, event.get('DialString'), at)
    // The dialplan went on for a moment after the caller had given up.
    if (call.callerLeft) call.callerLeft.phones = true
    call.voicemail = false
    call.calledOff = false
    call.taken = false
  }
  dialed.dialedAt ??= at
  dialed.dialedBy ??= source.id
  dialed.dialedNumber ??=
    outsideNumber(event.get('DialString') ?? onlyDestination(source.dials)) ??
    dialableExtension(event.get('DestCallerIDNum')) ??
    dialed.extension
  call.tried = true
  call.dialed ??= dialableExtension(event.get('Exten'))
  // Without Linkedids, what a queue does looks the same until the caller is bridged.
  if (call.caller?.party === 'local' && dialed.party !== 'local' && !call.unlinked) beginAt(call, dialed)
  return [call]
}

/** What a dial was told to reach (1.4 tells it by this alone), when that is one phone or number. */
function onlyDestination(dials: string): string | undefined {
  const [destinations = ''] = dials.split(/[,|]/)
  return destinations.includes('&') ? undefined : destinations
}

/** Click-to-call through a Local channel: the desk phone that it rings first is the one that calls. */
export function beginAt(call: TrackedCall, phone: Channel): void {
  if (call.caller) call.channels.set(call.caller.id, call.caller)
  call.channels.delete(phone.id)
  call.caller = phone
  call.originated = true
  call.dialed = null
  phone.dialedAt = null
}

/** Takes the channel's state from any event that tells it; `prefix` as in `DestChannelState`. */
export function takeState(channel: Channel, event: AmiEvent, at: number, prefix = ''): void {
  const state = stateOf(event, prefix)
  if (state === '4') channel.cameIn = true
  else if (state === '5') channel.rangAt ??= at
  else if (state === '6') channel.upAt ??= at
}

/** Versions before 1.6 tell states in words alone. */
const stateNumbers: Readonly<Record<string, string>> = { Down: '0', Ring: '4', Ringing: '5', Up: '6' }

/** The number of a channel's state: 0 is down, 4 asks to be let in, 5 rings, 6 is up. Undefined where none is told. */
export function stateOf(event: AmiEvent, prefix = ''): string | undefined {
  const number = event.get(`${prefix}ChannelState`)
  return number ?? stateNumbers[event.get(`${prefix}State`) ?? '']
}

/** The channel runs `application` of the dialplan from now on. */
export function takeApplication(channel: Channel, call: TrackedCall, application: string): void {
  if (channel.isCleaningUp) return
  channel.application = application.toLowerCase()
  if (/^app(?:dial|queue)/.test(channel.application)) {
    // What Asterisk calls the far end of a dial; the channel's own work is done by whoever dialled it.
    if (call.caller !== channel) channel.dialedAt ??= channel.startedAt
    return
  }
  if (reaching.has(channel.application)) call.tried = true
  if (call.caller !== channel) return
  if (playing.has(channel.application)) call.played = true
  // The dialplan goes on, so whatever was called off was not by a caller who had gone.
  if (!call.callerLeft) call.calledOff = false
  if (recording.has(channel.application)) call.voicemail = true
}
