/** Test support: the recordings beside the tracker, and those that a checkout may have beside itself, with their truth. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { AmiEvent } from '../ami/events.ts'
import { RecordedTime } from '../ami/recorded-time.ts'
import { readRecording } from '../ami/recording.ts'
import type { EndedCall } from './call.ts'
import { CallTracker } from './tracker.ts'

const told = ['callerNumber', 'callerName', 'dialed', 'direction', 'outcome', 'reason', 'answeredBy'] as const
export type Told = Pick<EndedCall, (typeof told)[number]>
/** Seconds since the call began, as the phone itself saw them. */
export interface TrueLeg {
  phone: string
  rang: number | null
  answered: number | null
  ended: number
}
export type Truth = Told & { offline?: boolean; endUnseen?: boolean; sentence?: string; legs?: TrueLeg[] }

/** An event with the instant at which it came; null where the recorder lost its connection. */
export interface Moment {
  event: AmiEvent | null
  at: number
}

export interface Recorded {
  name: string
  /** Without the calls that began and ended without a connection, which nobody can tell. */
  truth: Truth[]
  moments(): Moment[]
}

const packed = /\.ami(?:\.gz)?$/

/** All recordings that there are. */
export function recordings(): Recorded[] {
  const folders = ['./recordings/', '../../../shared/ami-traces/'].map((folder) =>
    fileURLToPath(new URL(folder, import.meta.url)),
  )
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => packed.test(file))
      .map((file) => recorded(folder, file)),
  )
}

function recorded(folder: string, file: string): Recorded {
  const name = file.replace(packed, '')
  const { calls } = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as { calls: Truth[] }
  let moments: Moment[] | null = null
  return {
    name,
    truth: calls.filter((call) => !call.offline),
    moments: () => (moments ??= read(folder + file)),
  }
}

function read(path: string): Moment[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const time = new RecordedTime(text)
  return [...readRecording(text)].map((block) =>
    block.kind === 'event' ? { event: block.event, at: time.at(block.event) } : { event: null, at: time.now() },
  )
}

/** The calls that a new tracker tells of what it hears. */
export function replay(moments: Iterable<Moment>, trunks: readonly string[] = []): EndedCall[] {
  const ended: EndedCall[] = []
  const tracker = new CallTracker({ trunks, now: () => 0, onEnded: (call) => ended.push(call) })
  for (const { event, at } of moments) {
    if (event) tracker.handle(event, at)
    else tracker.connectionLost(at)
  }
  return ended
}

/** Calls as lines to compare, in any order. */
export function lines(calls: readonly Told[], fields: readonly (keyof Told)[] = told): string[] {
  return calls.map((call) => fields.map((field) => String(call[field])).join(' | ')).sort()
}
