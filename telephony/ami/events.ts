/** What the phone system tells: an event and its headers. */

export interface AmiEvent {
  /** The event's name, e.g. `DialBegin`. */
  readonly event: string
  /** The value of a header, whatever its case; undefined when the event has no such header. */
  get(header: string): string | undefined
}

/** The longest real events have under 100. */
const mostHeaders = 5000

/** The event made of `headers`; of a header that comes twice the last one counts. */
export function amiEvent(headers: Iterable<[string, string]>): AmiEvent {
  const values = new Map<string, string>()
  for (const [header, value] of headers) values.set(header.toLowerCase(), value)
  return { event: values.get('event') ?? '', get: (header) => values.get(header.toLowerCase()) }
}

/**
 * The event in a frame: lines of `Header: value` with CRLF or LF, the blank line left out. Lines that are no header are
 * passed over, and so is what follows the first 5000. The headers are read when the first of them is asked for.
 */
export function eventInFrame(frame: string): AmiEvent {
  return new FrameEvent(frame)
}

class FrameEvent implements AmiEvent {
  readonly event: string
  /** The text until the headers are read. */
  #frame: string
  #headers: Map<string, string> | null = null

  constructor(frame: string) {
    this.#frame = frame
    const end = frame.indexOf('\n')
    const [, name] = /^Event: ([^\r]*)\r?$/.exec(end < 0 ? frame : frame.slice(0, end)) ?? []
    this.event = name ?? this.get('event') ?? ''
  }

  get(header: string): string | undefined {
    return this.#read().get(header.toLowerCase())
  }

  #read(): Map<string, string> {
    if (this.#headers !== null) return this.#headers
    this.#headers = headersIn(this.#frame)
    this.#frame = ''
    return this.#headers
  }
}

/** The headers by their lower-case names. */
function headersIn(frame: string): Map<string, string> {
  const headers = new Map<string, string>()
  let lines = 0
  for (let start = 0; start < frame.length && lines < mostHeaders; lines++) {
    const feed = frame.indexOf('\n', start)
    const next = feed < 0 ? frame.length : feed
    const end = frame.charCodeAt(next - 1) === carriageReturn ? next - 1 : next
    const colon = frame.indexOf(':', start)
    if (colon > start && colon < end) {
      // Values keep their own spaces: one after the colon belongs to the protocol.
      const value = frame.charCodeAt(colon + 1) === space ? colon + 2 : colon + 1
      headers.set(lowerCase(frame.slice(start, colon)), frame.slice(value, end))
    }
    start = next + 1
  }
  return headers
}

/** Header names as they come, and in lower case: there are some hundred, and each comes with every event. */
const known = new Map<string, string>()
/** So that nobody fills memory with made-up ones. */
const mostKnown = 1000

function lowerCase(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const lower = name.trim().toLowerCase()
  // A copy: what comes is a part of its whole event.
  if (known.size < mostKnown && name.length < 40) known.set(Buffer.from(name).toString(), lower)
  return lower
}

const carriageReturn = 13
const space = 32
