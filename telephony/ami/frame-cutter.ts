/**
 * Cuts the stream of a phone system into frames: one event or one answer each, the lines up to a blank one. Takes every
 * line ending (CRLF, LF, mixed), and recovers by itself: where the blank line is missing, the next `Event:` begins a
 * frame of its own, and a frame beyond all measure is passed over up to its end.
 */

/** In bytes. The longest real events have a few KB; a header of 1 MB still comes through. */
const longestFrame = 2 * 1024 * 1024

const blankLine = '\n\r\n'
const bareBlankLine = '\n\n'
const nextEvent = '\nEvent: '
/** So much of what was looked at already may be the beginning of one of these. */
const overlap = nextEvent.length - 1

export class FrameCutter {
  readonly #tell: (frame: string) => void
  /** The beginning of a frame whose end has not come yet, and its last characters once more: reading them would copy. */
  #begun = ''
  #tail = ''
  #passingOver = false
  #skipped = 0

  /** @param tell is told each frame as it came, without its last line's end, in Latin-1: one character a byte */
  constructor(tell: (frame: string) => void) {
    this.#tell = tell
  }

  /** Frames that were longer than any can be, and were not told. */
  get skipped(): number {
    return this.#skipped
  }

  /** @param piece what came, in Latin-1, cut anywhere */
  take(piece: string): void {
    const text = this.#finishBegun(piece)
    if (text === null) return
    const ends = new FrameEnds(text)
    let start = 0
    for (let end = ends.after(start); end !== null; end = ends.after(start)) {
      this.#whole(text.slice(start, end.at))
      start = end.next
    }
    this.#begin(text.slice(start))
  }

  /** Looks for the end of the frame that has begun; returns what follows it, or null when all belongs to it. */
  #finishBegun(piece: string): string | null {
    if (this.#begun === '' && !this.#passingOver) return piece
    const seen = this.#tail + piece
    const end = new FrameEnds(seen).after(0)
    if (end === null) {
      this.#goOn(piece, seen)
      return null
    }
    if (!this.#passingOver) {
      const length = this.#begun.length - this.#tail.length + end.at
      this.#whole((this.#begun + piece).slice(0, length))
    }
    this.#passingOver = false
    this.#begun = ''
    return seen.slice(end.next)
  }

  #whole(lines: string): void {
    const frame = lines.endsWith('\r') ? lines.slice(0, -1) : lines
    if (frame.length > longestFrame) this.#skipped++
    else if (frame !== '') this.#tell(frame)
  }

  #begin(text: string): void {
    this.#begun = ''
    this.#goOn(text, text)
  }

  #goOn(more: string, seen: string): void {
    this.#tail = seen.slice(-overlap)
    if (this.#passingOver) return
    this.#begun += more
    if (this.#begun.length <= longestFrame) return
    this.#begun = ''
    this.#passingOver = true
    this.#skipped++
  }
}

/** Where frames end in a text; each of the three signs is searched for once, however many frames there are. */
class FrameEnds {
  readonly #text: string
  readonly #signs = [
    { sign: blankLine, skip: blankLine.length, at: -1 },
    { sign: bareBlankLine, skip: bareBlankLine.length, at: -1 },
    { sign: nextEvent, skip: 1, at: -1 },
  ]

  constructor(text: string) {
    this.#text = text
  }

  /** The end of the frame that begins at `start`, and where the next one begins; null when there is no end. */
  after(start: number): { at: number; next: number } | null {
    let first: { at: number; next: number } | null = null
    for (const one of this.#signs) {
      if (one.at < start) {
        const found = this.#text.indexOf(one.sign, start)
        one.at = found < 0 ? Infinity : found
      }
      if (one.at < (first?.at ?? Infinity)) first = { at: one.at, next: one.at + one.skip }
    }
    return first
  }
}
