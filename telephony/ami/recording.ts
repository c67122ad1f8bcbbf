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
  /** How far the phone system's local time is ahead of UTC, in ms, once known. */
  #zone: number | null = null

  /**
   * The instant of `event`, in epoch milliseconds: never before an earlier one's. From its `Timestamp`, else from the
   * latest instant that any event has told so far, be it only that a channel began (a Uniqueid's first part).
   */
  at(event: AmiEvent): number {
    const stamped = Number(event.get('Timestamp')) * 1000
    const began = epochOf(event.get('Uniqueid'))
    this.#learnZone(event, began)
    const local = this.#fromLocal(event.get('EventTime') ?? event.get('EndTime'))
    for (const told of [stamped, began, Date.parse(event.get('EventTV') ?? ''), local]) {
      if (Number.isFinite(told) && told > this.#latest) this.#latest = told
    }
    return this.#latest
  }

  /** Call records and channel events tell local time: when a channel began, its Uniqueid tells the same in UTC. */
  #learnZone(event: AmiEvent, began: number): void {
    const isStart = event.get('EventName') === 'CHAN_START'
    const started = asUtc(event.get('StartTime') ?? (isStart ? event.get('EventTime') : undefined))
    const quarter = 15 * 60_000
    const zone = Math.round((started - began) / quarter) * quarter
    if (Number.isFinite(zone)) this.#zone = zone
  }

  #fromLocal(time: string | undefined): number {
    return this.#zone === null ? Number.NaN : asUtc(time) - this.#zone
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

/** `2030-01-07 10:00:00` as if it were UTC, in epoch milliseconds; NaN when it is no such time. */
function asUtc(time: string | undefined): number {
  return time ? Date.parse(`${time.replace(' ', 'T')}Z`) : Number.NaN
}
