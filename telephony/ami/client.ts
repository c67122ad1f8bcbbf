/**
 * One connection to the manager interface of Asterisk, from connecting to its end. The only user of asterisk-manager,
 * which connects, signs in, writes actions and reads the answers, and does nothing that it would do by itself: no
 * connecting on construction, no reconnecting, no events under names which the other side chooses.
 */
import createManager from 'asterisk-manager'
import type { Manager } from 'asterisk-manager'
import type { Clock } from '../clock.ts'
import { reachable } from './address.ts'
import type { AmiResponse } from './block.ts'
import { readAnswer } from './block.ts'
import { fingerprintIn } from './certificate.ts'
import type { AmiEvent } from './events.ts'
import { eventInFrame } from './events.ts'
import { InOrder } from './in-order.ts'
import { Intake } from './intake.ts'
import type { AmiAddress, ConnectionProblem, ConnectionProblemCode } from './problems.ts'
import { AmiFailure, connectionProblem, signInProblem, socketProblem } from './problems.ts'
import { PackageSocket } from './package-socket.ts'

/** Milliseconds. */
const connectWait = 10_000
const greetingWait = 5000
const answerWait = 10_000
/** In characters. When so much waits to be told, reading pauses: better the phone system hangs up than memory ends. */
const mostUntold = 32 * 1024 * 1024

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
  /** What to tell that the connection has ended: whoever waits for something from it. */
  readonly #hopes = new Set<(failure: AmiFailure) => void>()
  readonly #intake: Intake
  #end!: (failure: AmiFailure) => void
  #socket: PackageSocket | null = null
  /** Has the package read an answer. */
  #readAnswer: (text: string) => void = () => {}
  #connected = false
  #failure: AmiFailure | null = null
  #fingerprint: string | null = null
  #greeted = false
  #giveUp = () => {}
  #ready = () => {}
  #untold = 0
  #pausing = false
  #unreadable = 0
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
    // The package would emit each answer under its own names.
    this.#manager.removeAllListeners('rawevent')
    this.#manager.on('rawevent', (block) => this.#answered(block))
    this.#manager.on('error', (error) => {
      // Once connected, an error is no more than a connection that ends.
      if (!this.#connected) this.#fail(socketProblem(error, address, false))
      else this.#hungUp()
    })
    this.#manager.on('close', () => this.#hungUp())
    this.#intake = new Intake({
      greeted: () => {
        this.#greeted = true
        this.#ready()
      },
      strange: (words) => this.#fail(this.#notAmi(`“${inShort(words)}”`)),
      event: (frame) => this.#tell(frame, () => this.#onEvent(eventInFrame(frame))),
      answer: (frame) => this.#tell(frame, () => this.#read(frame)),
    })
  }

  /** Of the phone system's certificate, `AB:CD:…` (SHA-256), once connected; null without encryption. */
  get fingerprint(): string | null {
    return this.#fingerprint
  }

  /** What came and was not told, because it was longer than anything that can be understood, or broken. */
  get skipped(): number {
    return this.#intake.skipped + this.#unreadable
  }

  /** Connects and waits for the greeting. Rejects with an `AmiFailure`. */
  async open(): Promise<void> {
    const address = this.#address
    const place = reachable(address.host, address.port)
    if (place === null) this.#fail(connectionProblem('bad-address', address))
    await this.#orFailure<void>((resolve) => {
      if (place === null) return
      this.#ready = resolve
      this.#giveUpAfter(connectWait, connectionProblem('no-answer', address))
      const socket = new PackageSocket(
        place,
        { tls: address.tls === true, signal: this.#abort.signal },
        {
          bytes: (bytes) => this.#intake.take(bytes),
          ready: (fingerprint) => this.#agreed(fingerprint),
          noEncryption: (error) => this.#fail(connectionProblem('no-encryption', address, why(error))),
        },
      )
      this.#socket = socket
      const connected = (read: (text: string) => void) => {
        this.#connected = true
        this.#readAnswer = read
      }
      // The package hands both on to net.createConnection: the only way to get at the socket.
      this.#manager.connect(socket.connectOptions, function () {
        connected(socket.connected(this))
      })
    }).finally(() => this.#giveUp())
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
   * `AmiFailure` when no answer comes within 10 s or the connection ends; one that was over before says `nothingSent`.
   *
   * @param fields an `ActionID` among them is replaced
   */
  action(fields: Record<string, string>): Promise<AmiResponse> {
    if (this.#failure) return Promise.reject(new AmiFailure(this.#failure.problem, { nothingSent: true }))
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
    if (this.#connected && !this.#failure) {
      // Only those who signed in can log off; the others are just gone.
      this.#manager.action({ action: 'logoff' })
      this.#socket?.end()
    }
    this.#finish(connectionProblem('lost', this.#address), this.#connected)
    this.#queue.flush()
  }

  /** The way is there, encrypted where that is wanted: now the phone system has to greet. */
  #agreed(fingerprint: string | null): void {
    this.#fingerprint = fingerprint
    const trusted = this.#address.fingerprint ?? null
    if (fingerprint !== null && trusted !== null && fingerprintIn(trusted) !== fingerprintIn(fingerprint)) {
      this.#fail({ ...connectionProblem('certificate-changed', this.#address), fingerprint })
      return
    }
    this.#giveUpAfter(greetingWait, connectionProblem('not-ami', this.#address))
  }

  #giveUpAfter(ms: number, problem: ConnectionProblem): void {
    this.#giveUp()
    this.#giveUp = this.#clock.after(ms, () => this.#fail(problem))
  }

  /** Synchronous, in the socket's own work: only puts what came into the queue. */
  #tell(frame: string, run: () => void): void {
    this.#untold += frame.length
    if (this.#untold > mostUntold && !this.#pausing) this.#pause(true)
    this.#queue.push(() => {
      this.#untold -= frame.length
      if (this.#untold < mostUntold / 2 && this.#pausing) this.#pause(false)
      run()
    })
  }

  #pause(pausing: boolean): void {
    this.#pausing = pausing
    if (pausing) this.#socket?.pause()
    else this.#socket?.resume()
  }

  /** Has the package read an answer: what it cannot read it could only throw at us. */
  #read(frame: string): void {
    try {
      this.#readAnswer(`${frame}\r\n\r\n`)
    } catch {
      this.#unreadable++
    }
  }

  /** The package has read an answer. */
  #answered(block: Record<string, unknown>): void {
    const answer = readAnswer(block)
    if (answer?.actionId === undefined) return
    const { actionId, response } = answer
    // The login's ActionID is the package's own: digits, which are the name of nothing else.
    if (/^\d+$/.test(actionId) && this.#manager.listeners(actionId).length > 0) {
      this.#manager.emit(actionId, response.ok ? undefined : response, response)
      return
    }
    this.#waiting.get(actionId)?.resolve(response)
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
    // Not by `ended`: it would keep every answer for as long as the connection lasts.
    let hope: (failure: AmiFailure) => void = () => {}
    const settled = new Promise<T>((resolve, reject) => {
      hope = reject
      this.#hopes.add(hope)
      start(resolve, reject)
    })
    return settled.finally(() => this.#hopes.delete(hope))
  }

  #fail(problem: ConnectionProblem): void {
    this.#finish(problem, false)
  }

  #finish(problem: ConnectionProblem, closesItself: boolean): void {
    if (this.#failure) return
    const failure = new AmiFailure(problem)
    this.#failure = failure
    this.#intake.close()
    if (!closesItself) this.#abort.abort()
    this.#queue.push(() => {
      this.#end(failure)
      for (const giveUp of this.#hopes) giveUp(failure)
    })
  }
}

/** What OpenSSL says, without its numbers. */
function why(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'reason' in error) return inShort(String(error.reason))
  return inShort(error instanceof Error ? error.message : String(error))
}

/** Enough of what the other side said to recognise it, on one line and fit to be shown. */
function inShort(words: string): string {
  const shown = words.replace(/[^\x20-\x7e]+/g, ' ').trim()
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown
}
