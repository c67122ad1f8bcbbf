/** Real recordings: each tells what was made to happen. Ours lie beside this; a checkout may have more beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import { RecordedTime, readRecording } from '../ami/recording.ts'
import type { EndedCall } from './call.ts'
import { sentence } from './sentence.ts'
import { CallTracker } from './tracker.ts'

const told = ['callerNumber', 'callerName', 'dialed', 'direction', 'outcome', 'reason', 'answeredBy'] as const
type Told = Pick<EndedCall, (typeof told)[number]>
/** Seconds since the call began, as the phone itself saw them. */
interface TrueLeg {
  phone: string
  rang: number | null
  answered: number | null
  ended: number
}
type Truth = Told & { offline?: boolean; endUnseen?: boolean; sentence?: string; legs?: TrueLeg[] }

const folders = [
  fileURLToPath(new URL('./recordings/', import.meta.url)),
  fileURLToPath(new URL('../../../shared/ami-traces/', import.meta.url)),
].filter(existsSync)
const packed = /\.ami(?:\.gz)?$/
const recordings = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => packed.test(file))
    .map((file): [name: string, path: string] => [file.replace(packed, ''), folder + file]),
)

function replay(path: string, trunks: string[], isRead: (event: AmiEvent) => boolean): EndedCall[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const time = new RecordedTime()
  const ended: EndedCall[] = []
  const tracker = new CallTracker({ trunks, now: () => time.now(), onEnded: (call) => ended.push(call) })
  for (const block of readRecording(text)) {
    if (block.kind === 'connection lost') tracker.connectionLost(time.now())
    else if (isRead(block.event)) tracker.handle(block.event, time.at(block.event))
  }
  return ended
}

/** What Asterisk sends to a user who may read these classes; answers to actions carry no class. */
function classes(...read: string[]) {
  return (event: AmiEvent) => {
    const privilege = event.get('Privilege')?.split(',')[0]
    return privilege === undefined || read.includes(privilege)
  }
}

const sorted = (calls: readonly Told[]) =>
  calls.map((call) => told.map((field) => String(call[field])).join(' | ')).sort()

describe.each(recordings)('%s', (_, path) => {
  const { calls } = JSON.parse(readFileSync(path.replace(packed, '.json'), 'utf8')) as { calls: Truth[] }
  // Calls that began and ended without a connection cannot be told.
  const truth = calls.filter((call) => !call.offline)

  test.each([[[]], [['PJSIP/trunk']]])('is told as it happened, with trunks %j', (trunks: string[]) => {
    const ended = replay(path, trunks, () => true)
    expect(sorted(ended)).toEqual(sorted(truth))
    expect(ended.filter((call) => call.endUnseen)).toHaveLength(truth.filter((call) => call.endUnseen).length)
  })

  test('is told as it happened to a user with the recommended rights', () => {
    expect(sorted(replay(path, [], classes('call', 'agent', 'dialplan')))).toEqual(sorted(truth))
  })

  test('tells answered from missed by the class "call" alone', () => {
    const outcomes = (all: readonly Told[]) => all.map((call) => `${call.callerNumber} ${call.answeredBy}`).sort()
    expect(outcomes(replay(path, [], classes('call')))).toEqual(outcomes(truth))
  })

  test.runIf(truth.some((call) => call.sentence !== undefined))('is put into words, with who rang when', () => {
    const ended = replay(path, [], () => true)
    expect(ended.map(sentence).sort()).toEqual(truth.map((call) => call.sentence ?? '').sort())
    for (const call of truth) expect(ringing(theCall(ended, call))).toEqual(closeTo(call.legs ?? []))
  })
})

function theCall(ended: readonly EndedCall[], truth: Truth): EndedCall | undefined {
  return ended.find((call) => sentence(call) === truth.sentence && call.callerNumber === truth.callerNumber)
}

interface Ringing {
  phone: string
  rang: number
  answered: number | null
}

/** In seconds: nobody hears a phone that rings for less, and the phone system may not even learn of it. */
const audible = 0.3

/** Whose phones rang, in seconds since the call began, in the order they rang. */
function ringing(call: EndedCall | undefined): Ringing[] {
  if (!call) return []
  const seconds = (at: number) => (at - call.startedAt) / 1000
  return inOrder(
    call.legs.flatMap(({ phone, rangAt, answeredAt, endedAt }) => {
      if (rangAt === null || (endedAt ?? Infinity) - rangAt < audible * 1000) return []
      return [{ phone, rang: seconds(rangAt), answered: answeredAt === null ? null : seconds(answeredAt) }]
    }),
  )
}

/** The truth about it, give or take a second. */
function closeTo(legs: readonly TrueLeg[]): unknown[] {
  const rung = legs.flatMap(({ phone, rang, answered, ended }) =>
    rang === null || ended - rang < audible ? [] : [{ phone, rang, answered }],
  )
  return inOrder(rung).map(({ phone, rang, answered }) => ({
    phone,
    rang: within(rang - 1, rang + 1),
    // Phones know when they went up. Some must accept the call first, and have not answered it when they do not.
    answered: answered === null ? null : within(answered - 1, answered + 3),
  }))
}

function within(from: number, to: number): unknown {
  return expect.toSatisfy((at: number | null) => at === null || (at >= from && at <= to))
}

function inOrder(legs: Ringing[]): Ringing[] {
  return legs.toSorted((a, b) => Math.round(a.rang) - Math.round(b.rang) || a.phone.localeCompare(b.phone))
}
