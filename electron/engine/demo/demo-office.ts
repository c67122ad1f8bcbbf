/**
 * The demo office: a simulated phone system and simulated callers around the real engine. Calls come in every few
 * seconds at first; callers read the texts they get and answer, one wants no texts, one calls back.
 */
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import type { LoopbackGateway } from '../../../telephony/sms/loopback/loopback-gateway.ts'
import type { OutgoingText } from '../../../telephony/sms/gateway.ts'
import { demoBusiness, laterCallers, openingCallers, thanks } from './cast.ts'
import type { Caller } from './cast.ts'
import { SimulatedCallBack } from './simulated-call-back.ts'
import { SimulatedCall } from './simulated-call.ts'
import type { CallScript } from './simulated-call.ts'
import { SimulatedPbx } from './simulated-pbx.ts'
import type { Block } from './simulated-pbx.ts'

/** Seconds that somebody of the office talks with a caller who calls back. */
const callBackTalks = 20

export class DemoOffice {
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #gateway: LoopbackGateway
  readonly #calls = new Set<SimulatedCall | SimulatedCallBack>()
  readonly #pbx = new SimulatedPbx({
    channels: () => [...this.#calls].flatMap((call) => call.channels()),
    originate: (action) => this.#callBack(action),
    hangUp: (channel) => this.#hangUp(channel),
  })
  readonly #waiting = new Set<() => void>()
  readonly #answered = new Set<string>()
  #thanked = 0
  #stopped = false

  constructor(options: { clock: Clock; logger: Logger; gateway: LoopbackGateway }) {
    this.#clock = options.clock
    this.#logger = options.logger
    this.#gateway = options.gateway
  }

  /** Opens the phone system and says how to sign in to it. Nobody calls before `open`. */
  async start(): Promise<{ host: string; port: number; username: string; password: string }> {
    const { host, port } = await this.#pbx.listen()
    this.#gateway.onText((text) => this.#read(text))
    return { host, port, username: this.#pbx.username, password: this.#pbx.password }
  }

  /** Lets the callers in, one after another, for as long as the demo runs. */
  open(): void {
    this.#next(openingCallers, 0)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const giveUp of this.#waiting) giveUp()
    await this.#pbx.close()
  }

  #next(callers: Caller[], index: number): void {
    const caller = callers[index]
    if (!caller) {
      this.#next(laterCallers, 0)
      return
    }
    this.#after(caller.gap, () => {
      this.#call(caller.call)
      this.#next(callers, index + 1)
    })
  }

  #call(script: CallScript): void {
    this.#play(new SimulatedCall(script, (event) => this.#pbx.emit(event), this.#clock))
  }

  #callBack(action: Block): void {
    this.#play(new SimulatedCallBack(action, (event) => this.#pbx.emit(event), this.#clock))
  }

  #hangUp(channel: string): boolean {
    for (const call of this.#calls) {
      if (!(call instanceof SimulatedCallBack) || !call.has(channel)) continue
      call.hangUp()
      return true
    }
    return false
  }

  #play(call: SimulatedCall | SimulatedCallBack): void {
    this.#calls.add(call)
    call
      .play()
      .catch((error: unknown) => this.#logger.error('demo.call-failed', { error: String(error) }))
      .finally(() => this.#calls.delete(call))
      .catch(() => {})
  }

  /** A caller reads a text of the office, and does what the cast says. */
  #read(text: OutgoingText): void {
    const caller = [...openingCallers, ...laterCallers].find(
      ({ call }) => call.from !== null && text.to === `+1${call.from}`,
    )
    // The first text names the business; what people of the office write does not.
    const automatic = text.body.includes(demoBusiness.name)
    if (!automatic) {
      const body = thanks[this.#thanked++ % thanks.length]
      if (body !== undefined) this.#after(6, () => this.#gateway.receive({ from: text.to, body }))
      return
    }
    if (!caller || this.#answered.has(text.to)) return
    this.#answered.add(text.to)
    for (const reply of caller.replies ?? []) {
      this.#after(reply.after, () => this.#gateway.receive({ from: text.to, body: reply.body }))
    }
    if (caller.callsBackAfter !== undefined) {
      const { from, name, to, phones } = caller.call
      this.#after(caller.callsBackAfter, () =>
        this.#call({ from, name, to, phones, end: 'answered', by: phones[0] ?? '101', after: 2, talks: callBackTalks }),
      )
    }
  }

  #after(seconds: number, run: () => void): void {
    if (this.#stopped) return
    const giveUp = this.#clock.after(seconds * 1000, () => {
      this.#waiting.delete(giveUp)
      if (!this.#stopped) run()
    })
    this.#waiting.add(giveUp)
  }
}
