/**
 * The one stage between the socket and those who read: looks at the greeting, cuts what comes into frames of bounded
 * size, drops those that nobody needs before anything reads them, and sorts the rest into events and answers.
 *
 * asterisk-manager itself has no bounds and takes 12 to 19 µs for an event, ten times as long as all of this together
 * (`npm run bench:calls` measures both): so events are read here, and the package gets the answers to its actions.
 */
import { FrameCutter } from './frame-cutter.ts'
import { unneededEvents } from './unneeded-events.ts'

export interface IntakeHooks {
  greeted(): void
  /** Something else than the manager interface greeted us, with these words. */
  strange(words: string): void
  /** An event that somebody may need. */
  event(frame: string): void
  /** The answer to an action. */
  answer(frame: string): void
}

const greeting = 'Asterisk Call Manager'
/** Asterisk's greeting has some 30 characters. */
const longestGreeting = 255
/** Answers are short. The package's reader is slow for more than some 10 000 lines. */
const longestAnswer = 64 * 1024
const eventLine = 'Event: '
/** Where a frame begins that has something else in front of it, or writes its names in its own way. */
const beginning = /^(event|response)[ \t]*:/im
/** The beginning of a command's output: the package would wait for its end. Ringback runs no commands. */
const commandOutput = /^response:.*follow/i

export class Intake {
  readonly #hooks: IntakeHooks
  readonly #cutter = new FrameCutter((frame) => this.#sort(frame))
  /** What came before the end of the greeting; null once it is read. */
  #greeting: string | null = ''
  #over = false
  #skippedAnswers = 0

  constructor(hooks: IntakeHooks) {
    this.#hooks = hooks
  }

  /** Frames that were too long to be read. */
  get skipped(): number {
    return this.#cutter.skipped + this.#skippedAnswers
  }

  /** Bytes as they came, cut anywhere. They are copied. */
  take(bytes: Buffer): void {
    if (this.#over) return
    const text = bytes.toString('latin1')
    const rest = this.#greeting === null ? text : this.#afterGreeting(this.#greeting + text)
    if (rest !== '') this.#cutter.take(rest)
  }

  /** Nothing is read from now on. */
  close(): void {
    this.#over = true
  }

  #afterGreeting(text: string): string {
    const end = text.indexOf('\n')
    if (end < 0 && text.length <= longestGreeting) {
      this.#greeting = text
      return ''
    }
    this.#greeting = null
    const line = end < 0 ? text : text.slice(0, end)
    if (!line.startsWith(greeting)) {
      this.#over = true
      this.#hooks.strange(line)
      return ''
    }
    this.#hooks.greeted()
    return text.slice(end + 1)
  }

  #sort(frame: string): void {
    if (this.#over) return
    if (frame.startsWith(eventLine)) {
      if (!isUnneeded(frame)) this.#hooks.event(asText(frame))
      return
    }
    const found = beginning.exec(frame)
    if (found === null) return
    const from = frame.slice(found.index)
    if (found[1]?.toLowerCase() === 'event') this.#hooks.event(asText(from))
    else if (from.length > longestAnswer) this.#skippedAnswers++
    else if (!commandOutput.test(from)) this.#hooks.answer(asText(from))
  }
}

function isUnneeded(frame: string): boolean {
  const end = frame.indexOf('\n')
  const line = end < 0 ? frame : frame.slice(0, end)
  const name = line.slice(eventLine.length, line.endsWith('\r') ? -1 : undefined)
  // With the id of an action it is part of what was asked for.
  return unneededEvents.has(name) && !frame.includes('\nActionID:')
}

/**
 * The UTF-8 text of a frame; bytes that are none become U+FFFD. A copy in any case: what is kept of an event would
 * else keep the whole piece that it came with.
 */
function asText(frame: string): string {
  return Buffer.from(frame, 'latin1').toString('utf8')
}
