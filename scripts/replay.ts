/**
 * Plays a recorded AMI stream through the call tracker and prints each call that ended as one line of JSON.
 *
 *     npm run --silent replay -- FILE.ami[.gz] [--trunk PJSIP/trunk]...
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { RecordedTime } from '../telephony/ami/recorded-time.ts'
import { readRecording } from '../telephony/ami/recording.ts'
import type { EndedCall } from '../telephony/calls/call.ts'
import { CallTracker } from '../telephony/calls/tracker.ts'

const usage = 'Usage: npm run --silent replay -- FILE.ami[.gz] [--trunk PJSIP/trunk]...'

/** What stops a replay, told in a plain sentence. */
class ReplayError extends Error {}

/** Replays what the command line asks for. */
async function replay(args: string[]): Promise<void> {
  const { file, trunks } = readArguments(args)
  const recording = await readText(file)
  const time = new RecordedTime(recording)
  const lines: string[] = []
  const tracker = new CallTracker({ trunks, now: () => time.now(), onEnded: (call) => lines.push(told(call)) })
  let isConnected = true
  try {
    for (const block of readRecording(recording)) {
      isConnected = block.kind === 'event'
      if (block.kind === 'connection lost') tracker.connectionLost(time.now())
      else tracker.handle(block.event, time.at(block.event))
    }
    // Without a list of what goes on, only the silence tells which calls ended before the connection was back.
    if (isConnected) tracker.giveUpUnheard(time.now())
    // Calls that still go on where the recording stops have not ended, and are not told.
  } finally {
    process.stdout.write(lines.map((line) => `${line}\n`).join(''))
  }
}

function readArguments(args: string[]): { file: string; trunks: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { trunk: { type: 'string', multiple: true } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file !== undefined && more.length === 0) return { file, trunks: values.trunk ?? [] }
  } catch (error) {
    throw new ReplayError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
  throw new ReplayError(`Name one recording to replay.\n${usage}`)
}

async function readText(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const why = reason === 'ENOENT' ? 'there is no such file' : reason === 'EISDIR' ? 'it is a folder' : reason
    throw new ReplayError(`${file} could not be read: ${why}.`)
  }
  // By its first two bytes, so that a packed recording may have any name.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8')
  try {
    return gunzipSync(bytes).toString('utf8')
  } catch {
    throw new ReplayError(`${file} could not be unpacked: it is damaged or cut short.`)
  }
}

function told(call: EndedCall): string {
  const { linkedid, direction, callerNumber, callerName, dialed, outcome, reason, answeredBy } = call
  const startedAt = new Date(call.startedAt).toISOString()
  const endedAt = new Date(call.endedAt).toISOString()
  const line = {
    linkedid,
    direction,
    callerNumber,
    callerName,
    dialed,
    outcome,
    reason,
    answeredBy,
    startedAt,
    endedAt,
  }
  return JSON.stringify(line)
}

try {
  await replay(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof ReplayError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
