/** Real recordings, where a checkout has them beside it: each tells what was made to happen. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { AmiEvent } from '../ami/events.ts'
import { RecordedTime, readRecording } from '../ami/recording.ts'
import type { EndedCall } from './call.ts'
import { CallTracker } from './tracker.ts'

const folder = fileURLToPath(new URL('../../../shared/ami-traces/', import.meta.url))
const told = ['callerNumber', 'callerName', 'dialed', 'direction', 'outcome', 'reason', 'answeredBy'] as const
type Told = Pick<EndedCall, (typeof told)[number]>
type Truth = Told & { offline?: boolean; endUnseen?: boolean }

function replay(file: string, trunks: string[], isRead: (event: AmiEvent) => boolean): EndedCall[] {
  const bytes = readFileSync(folder + file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
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

if (existsSync(folder)) {
  const files = readdirSync(folder).filter((file) => /\.ami(?:\.gz)?$/.test(file))
  describe.each(files)('%s', (file) => {
    const { calls } = JSON.parse(readFileSync(folder + file.replace(/\.ami(?:\.gz)?$/, '.json'), 'utf8')) as {
      calls: Truth[]
    }
    // Calls that began and ended without a connection cannot be told.
    const truth = calls.filter((call) => !call.offline)

    test.each([[[]], [['PJSIP/trunk']]])('is told as it happened, with trunks %j', (trunks: string[]) => {
      const ended = replay(file, trunks, () => true)
      expect(sorted(ended)).toEqual(sorted(truth))
      expect(ended.filter((call) => call.endUnseen)).toHaveLength(truth.filter((call) => call.endUnseen).length)
    })

    test('is told as it happened to a user with the recommended rights', () => {
      expect(sorted(replay(file, [], classes('call', 'agent', 'dialplan')))).toEqual(sorted(truth))
    })

    test('tells answered from missed by the class "call" alone', () => {
      const outcomes = (all: readonly Told[]) => all.map((call) => `${call.callerNumber} ${call.answeredBy}`).sort()
      expect(outcomes(replay(file, [], classes('call')))).toEqual(outcomes(truth))
    })
  })
} else {
  test.skip('recordings are told as they happened (skipped: there are none in ../shared/ami-traces)', () => {})
}
