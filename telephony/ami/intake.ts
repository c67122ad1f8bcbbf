/**
 * Stands between the socket and the package's reader: looks at the greeting, which the package passes over, and keeps
 * what the other side sends from doing harm: the reader has no bounds of its own and parses right in the socket's event.
 */
import type { Socket } from 'node:net'

export interface IntakeHooks {
  greeted(): void
  /** Something else than the manager interface greeted us, with these words. */
  strange(words: string): void
  /** Nothing that comes can be understood any more. */
  broken(why: string): void
}

const greeting = 'Asterisk Call Manager'
/** Asterisk's greeting has some 30 characters. */
const longestGreeting = 255
/** Characters and lines without a complete block; the longest events have a few KB and under 100 lines. */
const longestBlock = 2 * 1024 * 1024
const mostLines = 5000
/** The reader takes lines off the front of a list, which is slow for lists of more than some 10 000. */
const pieceLength = 8 * 1024

export class Intake {
  readonly #hooks: IntakeHooks
  readonly #readers: ((data: string) => void)[]
  /** What came before the end of the greeting; null once it is read. */
  #beginning: string | null = ''
  #length = 0
  #lines = 0
  #over = false

  /** Takes the place of those who listen to the data of `socket`, which must have an encoding, and feeds them. */
  constructor(socket: Socket, hooks: IntakeHooks) {
    this.#hooks = hooks
    this.#readers = socket.listeners('data') as ((data: string) => void)[]
    socket.removeAllListeners('data')
    socket.on('data', (data) => this.#take(String(data)))
  }

  /** The reader has handed on a complete block. */
  blockCompleted(): void {
    this.#length = 0
    this.#lines = 0
  }

  /** Nothing is read from now on. */
  close(): void {
    this.#over = true
  }

  #take(data: string): void {
    const rest = this.#afterGreeting(data)
    for (let start = 0; start < rest.length && !this.#over; start += pieceLength) {
      this.#feed(rest.slice(start, start + pieceLength))
    }
  }

  #afterGreeting(data: string): string {
    if (this.#beginning === null || this.#over) return data
    const text = this.#beginning + data
    const end = text.indexOf('\n')
    if (end < 0 && text.length <= longestGreeting) {
      this.#beginning = text
      return ''
    }
    this.#beginning = null
    const line = end < 0 ? text : text.slice(0, end)
    if (!line.startsWith(greeting)) {
      this.#over = true
      this.#hooks.strange(line)
      return ''
    }
    this.#hooks.greeted()
    return text.slice(end + 1)
  }

  #feed(piece: string): void {
    this.#length += piece.length
    this.#lines += piece.split('\n').length - 1
    try {
      for (const read of this.#readers) read(piece)
    } catch (error) {
      this.#break(`it sent something that cannot be read: ${String(error)}`)
      return
    }
    if (this.#length > longestBlock || this.#lines > mostLines) this.#break('it sent an event without an end')
  }

  #break(why: string): void {
    this.#over = true
    this.#hooks.broken(why)
  }
}
