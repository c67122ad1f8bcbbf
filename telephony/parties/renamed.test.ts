/** Recordings of a real Asterisk, told as if the office had given its trunk, phones and contexts names that say nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { RecordedTime } from '../ami/recorded-time.ts'
import { readRecording } from '../ami/recording.ts'
import type { EndedCall } from '../calls/call.ts'
import { Parties } from '../calls/party.ts'
import { CallTracker } from '../calls/tracker.ts'

const folder = fileURLToPath(new URL('../calls/recordings/', import.meta.url))
const names = readdirSync(folder).flatMap((file) => /^(.*)\.ami\.gz$/.exec(file)?.[1] ?? [])

interface Truth {
  calls: { callerNumber: string | null; direction: EndedCall['direction']; outcome: EndedCall['outcome'] }[]
}

/** Names that say nothing, for all contexts alike. */
function renamed(text: string, trunk: string): string {
  return text
    .replaceAll('from-trunk', 'main')
    .replaceAll('from-internal', 'main')
    .replace(/^((?:Dest)?Context: )internal/gm, '$1main')
    .replaceAll('PJSIP/trunk', `PJSIP/${trunk}`)
    .replace(/^(DialString: .*@)trunk/gm, `$1${trunk}`)
    .replace(/^(DialString: )trunk\//gm, `$1${trunk}/`)
}

function told(name: string, trunk: string, parties = new Parties([])): EndedCall[] {
  const text = renamed(gunzipSync(readFileSync(`${folder}${name}.ami.gz`)).toString('utf8'), trunk)
  const time = new RecordedTime()
  const ended: EndedCall[] = []
  const onEnded = (call: EndedCall) => void ended.push(call)
  const tracker = new CallTracker({ trunks: [], parties, now: () => time.now(), onEnded })
  for (const block of readRecording(text)) {
    if (block.kind === 'connection lost') tracker.connectionLost(time.now())
    else tracker.handle(block.event, time.at(block.event))
  }
  return ended
}

const inbound = (calls: readonly { direction: string; callerNumber: string | null }[]) =>
  calls.flatMap(({ direction, callerNumber }) => (direction === 'inbound' ? [String(callerNumber)] : [])).sort()

/** Recordings in which other calls are told as inbound than did come from outside. */
function wrong(trunk: string, before: string[] = []): string[] {
  return names.filter((name) => {
    const { calls } = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Truth
    const parties = new Parties([])
    for (const earlier of before) told(earlier, trunk, parties)
    return inbound(told(name, trunk, parties)).join() !== inbound(calls).join()
  })
}

describe('where no context says anything, and the rights are the least', () => {
  test("a provider's name on the trunk is enough", () => {
    expect(wrong('voipms')).toEqual([])
  })

  test('three earlier callers are enough, whatever the trunk is called', () => {
    expect(wrong('acme', ['music-answered', 'group-abandoned', 'hunt-nobody'])).toEqual([])
  })

  test('the very first call counts when it rings a phone, and is no colleague taken for a caller', () => {
    const first = wrong('acme')
    for (const name of first) {
      const { calls } = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as Truth
      const outside = inbound(calls)
      expect(inbound(told(name, 'acme')).filter((number) => !outside.includes(number))).toEqual([])
    }
    // In these no phone rang that would have told.
    expect(
      first.filter((name) => !/closed|busy|conference|nobody-serves|unplugged|voicemail-at|menu/.test(name)),
    ).toEqual([])
  })
})
