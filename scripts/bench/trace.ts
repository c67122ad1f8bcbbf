/** The traffic that the benchmarks read: recorded from a real Asterisk, as often as it takes, each time new calls. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { eventInFrame } from '../../telephony/ami/events.ts'
import { unneededEvents } from '../../telephony/ami/unneeded-events.ts'
import { CallTracker } from '../../telephony/calls/tracker.ts'

const shared = path.resolve(import.meta.dirname, '../../../shared/ami-traces/90-load.ami.gz')
const kept = path.resolve(import.meta.dirname, '../../telephony/calls/recordings')
const frameEnd = '\r\n\r\n'

export interface Trace {
  /** Where it comes from, for people. */
  name: string
  /** The events in it, those that are dropped included. */
  events: number
  /** How long it took in the office, in seconds. */
  seconds: number
  /** Its bytes as text in Latin-1. */
  text: string
}

/** The load trace (240 calls in 15 s); where it is not, this repository's own recordings, one after the other. */
export function loadTrace(): Trace {
  const isShared = existsSync(shared)
  const files = isShared ? [shared] : readdirSync(kept).map((file) => path.join(kept, file))
  const packed = files.filter((file) => file.endsWith('.ami.gz'))
  const text = packed.map((file) => gunzipSync(readFileSync(file)).toString('latin1')).join('')
  const frames = text.split(frameEnd).filter((frame) => frame.startsWith('Event: '))
  const name = isShared ? '90-load' : `${packed.length} recordings of telephony/calls`
  return { name, events: frames.length, seconds: isShared ? 15 : 10 * packed.length, text: whole(frames) }
}

/** The trace without the events that Ringback drops. */
export function withoutUnneeded(trace: Trace): Trace {
  const frames = trace.text.split(frameEnd).filter((frame) => !unneededEvents.has(nameOf(frame)) && frame !== '')
  return { ...trace, events: frames.length, text: whole(frames) }
}

/**
 * The same traffic with other Uniqueids and Linkedids: `round` says how many times its length later it seems to
 * happen. Made to be called many times.
 */
export function renewing(trace: Trace): (round: number) => string {
  // What is between the seconds of the ids stands at even places, the seconds themselves at odd ones.
  const parts = trace.text.split(/\b(1[78]\d{8})(?=\.\d)/)
  const length = Math.ceil(trace.seconds)
  return (round) => {
    const known = new Map<string, string>()
    const later = (seconds: string) => {
      const made = known.get(seconds) ?? String(Number(seconds) + length * round)
      known.set(seconds, made)
      return made
    }
    return parts.map((part, index) => (index % 2 === 0 ? part : later(part))).join('')
  }
}

/** Calls that end in the trace, as the tracker tells them. */
export function callsIn(trace: Trace): number {
  let calls = 0
  const tracker = new CallTracker({ trunks: [], now: () => 0, onEnded: () => calls++ })
  for (const frame of trace.text.split(frameEnd)) tracker.handle(eventInFrame(frame))
  return calls
}

function nameOf(frame: string): string {
  return frame.slice('Event: '.length, frame.indexOf('\r'))
}

function whole(frames: string[]): string {
  return frames.map((frame) => frame + frameEnd).join('')
}

/** Cut as sockets deliver it. */
export function pieces(bytes: Buffer): Buffer[] {
  const length = 64 * 1024
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    bytes.subarray(index * length, (index + 1) * length),
  )
}
