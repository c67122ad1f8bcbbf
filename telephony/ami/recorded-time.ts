/** The time of a recording's events, which mostly carry none of their own. */
import type { AmiEvent } from './events.ts'
import { listedAge } from './listed-age.ts'
import { readRecording } from './recording.ts'

/** What is told beyond that is damaged. */
const farthest = Date.UTC(2100, 0)
/** In ms: recordings tell of newer channels again and again, so what is told later than this after one is damaged. */
const longestQuiet = 31 * 86_400_000

export class RecordedTime {
  #latest = 0
  /** When the newest channel so far was there for certain; null before the first. */
  #newest: number | null = null
  readonly #zone = new PbxZone()
  /** When channels had ended, by Uniqueid. */
  readonly #ends: ReadonlyMap<string, number>

  /** @param recording the whole recording: call records tell when a call has ended, but mostly come after its end */
  constructor(recording = '') {
    this.#ends = endsIn(recording)
  }

  /**
   * The instant of `event`, in epoch milliseconds: never before an earlier one's. From its `Timestamp`, else from the
   * latest instant that any event has told so far, be it only that a channel began (a Uniqueid's first part).
   */
  at(event: AmiEvent): number {
    const began = epochOf(event.get('Uniqueid'))
    this.#zone.learn(event, began)
    const there = event.event === 'CoreShowChannel' ? began + listedAge(event) : began
    if (there < farthest) this.#newest = Math.max(there, this.#newest ?? there)
    const last = Math.min(farthest, (this.#newest ?? Infinity) + longestQuiet)
    for (const told of [there, ...this.#told(event)]) {
      if (told > this.#latest && told < last) this.#latest = told
    }
    return this.#latest
  }

  /** The latest instant so far. */
  now(): number {
    return this.#latest
  }

  #told(event: AmiEvent): number[] {
    const stamped = Number(event.get('Timestamp')) * 1000
    const local = this.#zone.toUtc(event.get('EventTime') ?? event.get('EndTime'))
    const told = [stamped, Date.parse(event.get('EventTV') ?? ''), local]
    // In seconds, by the phone system's own clock. What it receives has the clock of the other end.
    if (event.event === 'RTCPSent') told.push(Number(event.get('SentNTP')) * 1000)
    if (event.event === 'Hangup') told.push(this.#ends.get(event.get('Uniqueid') ?? '') ?? Number.NaN)
    return told
  }
}

/** When channels had ended by their call records, by Uniqueid. */
function endsIn(recording: string): Map<string, number> {
  const zone = new PbxZone()
  const ends = new Map<string, number>()
  for (const block of readRecording(recording)) {
    if (block.kind !== 'event') continue
    const { event } = block
    const id = event.get('Uniqueid') ?? ''
    zone.learn(event, epochOf(id))
    const isHangup = event.get('EventName') === 'HANGUP'
    const end = zone.toUtc(event.get('EndTime') ?? (isHangup ? event.get('EventTime') : undefined))
    if (end > (ends.get(id) ?? 0)) ends.set(id, end)
  }
  return ends
}

/** Call records and channel events tell local time: when a channel began, its Uniqueid tells the same in UTC. */
class PbxZone {
  /** How far local time is ahead of UTC, in ms, once known. */
  #ahead: number | null = null

  learn(event: AmiEvent, began: number): void {
    const isStart = event.get('EventName') === 'CHAN_START'
    const started = asUtc(event.get('StartTime') ?? (isStart ? event.get('EventTime') : undefined))
    const quarter = 15 * 60_000
    const ahead = Math.round((started - began) / quarter) * quarter
    if (Number.isFinite(ahead)) this.#ahead = ahead
  }

  /** Local time such as `2030-01-07 10:00:00` in epoch milliseconds; NaN when it is none, or the zone is not known. */
  toUtc(time: string | undefined): number {
    return this.#ahead === null ? Number.NaN : asUtc(time) - this.#ahead
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
