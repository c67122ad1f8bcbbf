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
