/**
 * Recorded AMI streams: blocks of `Header: value` lines between blank lines, with CRLF or LF. A block that begins with
 * `X-Recorder:` stands where the recorder lost its connection.
 */
import type { AmiEvent } from './events.ts'
import { amiEvent } from './events.ts'

export type RecordedBlock = { kind: 'event'; event: AmiEvent } | { kind: 'connection lost' }

/**
 * The events of a recording, in order; answers to actions and lines that are no header are passed over.
 *
 * @param text the whole recording
 */
export function* readRecording(text: string): Generator<RecordedBlock> {
  let headers: [string, string][] = []
  for (const line of lines(text)) {
    if (line !== '') {
      const colon = line.indexOf(':')
      // Values keep their own spaces: one after the colon belongs to the protocol.
      if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).replace(/^ /, '')])
      continue
    }
    const block = blockOf(headers)
    headers = []
    if (block) yield block
  }
  const last = blockOf(headers)
  if (last) yield last
}

function blockOf(headers: [string, string][]): RecordedBlock | null {
  if (headers.some(([header]) => header.toLowerCase() === 'x-recorder')) return { kind: 'connection lost' }
  const event = amiEvent(headers)
  return event.event === '' ? null : { kind: 'event', event }
}

/** Line by line without a copy of the whole text; recordings may be long. */
function* lines(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    yield text.slice(start, stop).replace(/\r$/, '')
    start = stop + 1
  }
}

/** Tells the time of a recording's events, which mostly carry none of their own. */
export class RecordedTime {
  #latest = 0

  /**
   * The instant of `event`, in epoch milliseconds: never before an earlier one's. From its `Timestamp`, else from the
   * latest instant that any event has told so far, be it only that a channel began (a Uniqueid's first part).
   */
  at(event: AmiEvent): number {
    const stamped = Number(event.get('Timestamp')) * 1000
    for (const told of [stamped, epochOf(event.get('Uniqueid')), Date.parse(event.get('EventTV') ?? '')]) {
      if (Number.isFinite(told) && told > this.#latest) this.#latest = told
    }
    const start = startTimeOf(event)
    if (start !== null && start > this.#latest) this.#latest = start
    return this.#latest
  }

  /** The latest instant so far. */
  now(): number {
    return this.#latest
  }
}

/** Uniqueids are `1795521305.12`, or `name-1795521305.12` where the system has a name. */
function epochOf(uniqueid: string | undefined): number {
  const seconds = /(?:^|-)(\d{9,11})\.\d+$/.exec(uniqueid ?? '')?.[1]
  return seconds === undefined ? Number.NaN : Number(seconds) * 1000
}

/**
 * The end of a call record, which is written in the phone system's local time: how far that is from UTC is seen from
 * its own Uniqueid, which was made when the call started.
 */
function startTimeOf(event: AmiEvent): number | null {
  const started = asUtc(event.get('StartTime'))
  const ended = asUtc(event.get('EndTime'))
  const began = epochOf(event.get('UniqueID'))
  if (started === null || ended === null || !Number.isFinite(began)) return null
  const quarter = 15 * 60_000
  return ended - Math.round((started - began) / quarter) * quarter
}

function asUtc(time: string | undefined): number | null {
  const at = time ? Date.parse(`${time.replace(' ', 'T')}Z`) : Number.NaN
  return Number.isFinite(at) ? at : null
}
