/**
 * Requests and responses over UDP, with the repetitions that UDP needs: ours until they are answered, and our last
 * answer whenever the other side asks again.
 */
import { createSocket } from 'node:dgram'
import type { Socket } from 'node:dgram'
import { randomBytes } from 'node:crypto'
import { systemClock } from '../../../telephony/clock.ts'
import { cseqMethod, formatMessage, header, parameter, parseMessage } from './message.ts'
import type { Headers, SipMessage, SipRequest, SipResponse } from './message.ts'

/** RFC 3261's T1, in ms: the first repetition comes after it, each next after twice the time. */
const firstRepeat = 500
const giveUp = 64 * firstRepeat
/** How many answers are kept for being asked again: far more than can be asked within that time. */
const keptAnswers = 5000

/** What RFC 3261 has us pretend to have heard when nobody answers. */
const timedOut: SipResponse = { kind: 'response', status: 408, reason: 'Request Timeout', headers: [], body: '' }

/** Random text for tags, branches and Call-IDs. */
export function token(): string {
  return randomBytes(8).toString('hex')
}

/** Where a party is. */
export interface Address {
  host: string
  port: number
}

interface Asked {
  heard: (response: SipResponse) => void
  /** Null once a first answer came: then nothing needs repeating. */
  stopRepeating: (() => void) | null
}

export class Transport {
  readonly address: Address
  readonly #socket: Socket
  /** What we asked, by branch and method. */
  readonly #asked = new Map<string, Asked>()
  /** What we answered last, by branch and method of what we were asked. */
  readonly #answered = new Map<string, string>()
  /** Final answers to INVITEs are repeated until their ACK comes, by Call-ID. */
  readonly #unconfirmed = new Map<string, () => void>()
  #handle: (request: SipRequest, from: Address) => void = () => {}

  private constructor(socket: Socket, address: Address) {
    this.#socket = socket
    this.address = address
    socket.on('message', (data, from) => this.#receive(data.toString('utf8'), { host: from.address, port: from.port }))
    // A refused datagram (nobody there yet) is repeated like a lost one.
    socket.on('error', () => {})
  }

  /** Rejects with EADDRINUSE when another process has the address. */
  static async open(address: Address): Promise<Transport> {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind({ port: address.port, address: address.host, exclusive: true }, () => {
        socket.off('error', reject)
        resolve()
      })
    })
    return new Transport(socket, address)
  }

  /** Everything that the other side asks, once. */
  onRequest(handle: (request: SipRequest, from: Address) => void): void {
    this.#handle = handle
  }

  /**
   * Sends a request and tells every answer to it. When none comes for 32 s, a 408 is told as if one had come.
   * @param branch reuse the one of an INVITE for its CANCEL, as RFC 3261 has it
   */
  request(request: SipRequest, to: Address, heard: (response: SipResponse) => void, branch = newBranch()): void {
    const sent: SipRequest = { ...request, headers: [this.#via(branch), ...request.headers] }
    const key = keyOf(branch, request.method)
    const asked: Asked = {
      heard: (response) => {
        if (response.status >= 200) this.#asked.delete(key)
        heard(response)
      },
      stopRepeating: this.#repeat(formatMessage(sent), to, () => {
        asked.heard(timedOut)
      }),
    }
    this.#asked.set(key, asked)
  }

  /** Sends an ACK, which nobody answers. */
  acknowledge(ack: SipRequest, to: Address, branch = newBranch()): void {
    this.#send(formatMessage({ ...ack, headers: [this.#via(branch), ...ack.headers] }), to)
  }

  /** Answers what `onRequest` told. */
  respond(request: SipRequest, response: SipResponse, to: Address): void {
    const text = formatMessage(response)
    this.#remember(keyOf(branchOf(request), request.method), text)
    if (request.method === 'INVITE' && response.status >= 200) {
      const call = header(request, 'Call-ID')
      this.#unconfirmed.get(call)?.()
      this.#unconfirmed.set(
        call,
        this.#repeat(text, to, () => this.#unconfirmed.delete(call)),
      )
    } else this.#send(text, to)
  }

  /** What is still unanswered is told a 408, so that nobody waits for ever. */
  close(): void {
    for (const stop of this.#unconfirmed.values()) stop()
    for (const { stopRepeating, heard } of this.#asked.values()) {
      stopRepeating?.()
      heard(timedOut)
    }
    this.#asked.clear()
    this.#unconfirmed.clear()
    this.#socket.close()
  }

  #receive(text: string, from: Address): void {
    const message = parseMessage(text)
    if (!message) return
    const key = keyOf(branchOf(message), cseqMethod(message))
    if (message.kind === 'response') {
      const asked = this.#asked.get(key)
      asked?.stopRepeating?.()
      asked?.heard(message)
      return
    }
    if (message.method === 'ACK') {
      const call = header(message, 'Call-ID')
      this.#unconfirmed.get(call)?.()
      this.#unconfirmed.delete(call)
      this.#handle(message, from)
      return
    }
    const again = this.#answered.get(key)
    if (again === undefined) {
      this.#remember(key, '')
      this.#handle(message, from)
    } else if (again !== '') this.#send(again, from)
  }

  #remember(key: string, answer: string): void {
    this.#answered.set(key, answer)
    const [oldest] = this.#answered.keys()
    if (this.#answered.size > keptAnswers && oldest !== undefined) this.#answered.delete(oldest)
  }

  /** Sends now and again and again; returns what stops it. */
  #repeat(text: string, to: Address, gaveUp: () => void): () => void {
    let stop = () => {}
    let passed = 0
    const next = (wait: number) => {
      this.#send(text, to)
      stop = systemClock.after(wait, () => {
        passed += wait
        if (passed >= giveUp) gaveUp()
        else next(Math.min(wait * 2, 4000))
      })
    }
    next(firstRepeat)
    return () => stop()
  }

  #send(text: string, to: Address): void {
    this.#socket.send(text, to.port, to.host)
  }

  #via(branch: string): Headers[number] {
    return ['Via', `SIP/2.0/UDP ${this.address.host}:${this.address.port};branch=${branch};rport`]
  }
}

export function newBranch(): string {
  return `z9hG4bK${token()}`
}

function branchOf(message: SipMessage): string {
  return parameter(header(message, 'Via'), 'branch') ?? ''
}

function keyOf(branch: string, method: string): string {
  return `${branch} ${method}`
}
