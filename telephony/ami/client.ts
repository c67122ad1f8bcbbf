/**
 * One connection to the manager interface of Asterisk, from connecting to its end. The only user of asterisk-manager,
 * of which it takes the framing, and nothing that the package would do by itself: no connecting on construction, no
 * reconnecting, no events under names which the other side chooses.
 */
import createManager from 'asterisk-manager'
import type { Manager } from 'asterisk-manager'
import type { Socket } from 'node:net'
import type { Clock } from '../clock.ts'
import type { AmiResponse } from './block.ts'
import { readBlock } from './block.ts'
import type { AmiEvent } from './events.ts'
import { InOrder } from './in-order.ts'
import { Intake } from './intake.ts'
import type { AmiAddress, ConnectionProblem, ConnectionProblemCode } from './problems.ts'
import { AmiFailure, connectionProblem, signInProblem, socketProblem } from './problems.ts'

/** Milliseconds. */
const connectWait = 10_000
const greetingWait = 5000
const answerWait = 10_000

interface Waiting {
  resolve(response: AmiResponse): void
  reject(failure: AmiFailure): void
}

export interface AmiClientOptions {
  clock: Clock
  /** Called for each event in the order they came, never from within the socket's own work. */
  onEvent(event: AmiEvent): void
}

export class AmiClient {
  /** Resolves when the connection is over, with what ended it, after the last event was told. Never rejects. */
  readonly ended: Promise<AmiFailure>
  readonly #address: AmiAddress
  readonly #clock: Clock
  readonly #onEvent: (event: AmiEvent) => void
  readonly #manager: Manager
  readonly #abort = new AbortController()
  readonly #queue = new InOrder()
  readonly #waiting = new Map<string, Waiting>()
  #end!: (failure: AmiFailure) => void
  #intake: Intake | null = null
  #socket: Socket | null = null
  #failure: AmiFailure | null = null
  #greeted = false
  #actions = 0

  constructor(address: AmiAddress, { clock, onEvent }: AmiClientOptions) {
    const plain = (text: string) => text.replace(/[\r\n\0]/g, '')
    this.#address = address
    this.#clock = clock
    this.#onEvent = onEvent
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    this.#manager = createManager(null, address.host, plain(address.username), plain(address.password), true)
    // The package would emit each event under its own name, be it `close` or `rawevent`.
    this.#manager.removeAllListeners('rawevent')
    this.#manager.on('rawevent', (block) => this.#take(block))
    this.#manager.on('error', (error) => {
      // Once connected, an error is no more than a connection that ends.
      if (this.#socket === null) this.#fail(socketProblem(error, address, false))
      else this.#hungUp()
    })
    this.#manager.on('close', () => this.#hungUp())
  }

  /** Connects and waits for the greeting. Rejects with an `AmiFailure`. */
  async open(): Promise<void> {
    const { host, port } = this.#address
    const tooLate = () => this.#fail(connectionProblem('no-answer', this.#address))
    await this.#orFailure<void>((resolve) => {
      let giveUp = this.#clock.after(connectWait, tooLate)
      void this.ended.then(() => giveUp())
      const connected = (socket: Socket) => {
        giveUp()
        giveUp = this.#clock.after(greetingWait, () => this.#fail(this.#notAmi('it says nothing')))
        this.#socket = socket
        socket.setNoDelay(true)
        this.#intake = new Intake(socket, {
          greeted: () => {
            giveUp()
            this.#greeted = true
            resolve()
          },
          strange: (words) => this.#fail(this.#notAmi(`it says “${inShort(words)}”`)),
          broken: (why) => this.#fail(connectionProblem('lost', this.#address, why)),
        })
      }
      try {
        // The package hands both on to net.createConnection: the only way to get at the socket.
        this.#manager.connect({ host, port, signal: this.#abort.signal }, function () {
          connected(this)
        })
      } catch (error) {
        // A port that is none.
        this.#fail(socketProblem(error, this.#address, false))
      }
    })
  }

  /** Signs in. Rejects with an `AmiFailure`; the phone system then ends the connection or does not. */
  async login(): Promise<void> {
    const giveUp = this.#clock.after(answerWait, () => this.#fail(connectionProblem('no-answer', this.#address)))
    try {
      await this.#orFailure<void>((resolve) => {
        this.#manager.login((refusal) => {
          if (refusal === undefined) resolve()
          else this.#fail(this.#refusal(refusal))
        })
      })
    } finally {
      giveUp()
    }
  }

  /**
   * Sends an action and resolves with the phone system's answer, be it an error (`ok` false). Carriage returns, line
   * feeds and NULs are taken out of all values, so that none can smuggle in an action of its own. Rejects with an
   * `AmiFailure` when no answer comes within 10 s or the connection ends.
   *
   * @param fields an `ActionID` among them is replaced
   */
  action(fields: Record<string, string>): Promise<AmiResponse> {
    const id = `ringback-${++this.#actions}`
    const sent: Record<string, string> = Object.create(null) as Record<string, string>
    for (const [name, value] of Object.entries(fields)) {
      const plainName = name.replace(/[^\w()-]/g, '').toLowerCase()
      if (plainName !== '' && plainName !== 'actionid') sent[plainName] = value.replace(/[\r\n\0]/g, '')
    }
    sent['actionid'] = id
    const giveUp = this.#clock.after(answerWait, () => {
      this.#waiting.get(id)?.reject(new AmiFailure(connectionProblem('no-answer', this.#address)))
    })
    const answer = this.#orFailure<AmiResponse>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#manager.action(sent)
    })
    return answer.finally(() => {
      giveUp()
      this.#waiting.delete(id)
      this.#manager.removeAllListeners(id)
    })
  }

  /** The ActionID of the action sent last: the events that list something carry it. */
  get lastActionId(): string {
    return `ringback-${this.#actions}`
  }

  /** Ends the connection because of `code`. */
  drop(code: ConnectionProblemCode, detail?: string): void {
    this.#fail(connectionProblem(code, this.#address, detail))
  }

  /** Tells the events that came so far, says good-bye and ends the connection. */
  close(): void {
    if (this.#failure) return
    this.#queue.flush()
    if (this.#socket && !this.#failure) {
      // Only those who signed in can log off; the others are just gone.
      this.#manager.action({ action: 'logoff' })
      this.#socket.destroySoon()
    }
    this.#finish(connectionProblem('lost', this.#address), this.#socket !== null)
    this.#queue.flush()
  }

  /** Synchronous, in the socket's own work: only puts what came into the queue. */
  #take(block: Record<string, unknown>): void {
    this.#intake?.blockCompleted()
    const read = readBlock(block)
    if (read?.kind === 'event') this.#queue.push(() => this.#onEvent(read.event))
    if (read?.kind !== 'response' || read.actionId === undefined) return
    const { actionId, response } = read
    // The login's ActionID is the package's own: digits, which are the name of nothing else.
    if (/^\d+$/.test(actionId) && this.#manager.listeners(actionId).length > 0) {
      this.#manager.emit(actionId, response.ok ? undefined : response, response)
      return
    }
    this.#queue.push(() => this.#waiting.get(actionId)?.resolve(response))
  }

  #refusal(refusal: unknown): ConnectionProblem {
    return signInProblem(inShort((refusal as AmiResponse).message), this.#address)
  }

  #hungUp(): void {
    this.#fail(connectionProblem(this.#greeted ? 'lost' : 'full', this.#address))
  }

  #notAmi(detail: string): ConnectionProblem {
    return connectionProblem('not-ami', this.#address, detail)
  }

  /** A promise that is rejected when the connection ends before `start` settles it. */
  #orFailure<T>(start: (resolve: (value: T) => void, reject: (failure: AmiFailure) => void) => void): Promise<T> {
    if (this.#failure) return Promise.reject(this.#failure)
    return new Promise((resolve, reject) => {
      void this.ended.then(reject)
      start(resolve, reject)
    })
  }

  #fail(problem: ConnectionProblem): void {
    this.#finish(problem, false)
  }

  #finish(problem: ConnectionProblem, closesItself: boolean): void {
    if (this.#failure) return
    const failure = new AmiFailure(problem)
    this.#failure = failure
    this.#intake?.close()
    if (!closesItself) this.#abort.abort()
    this.#queue.push(() => this.#end(failure))
  }
}

/** Enough of what the other side said to recognise it, on one line and fit to be shown. */
function inShort(words: string): string {
  const shown = words.replace(/[^\x20-\x7e]+/g, ' ').trim()
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
}
