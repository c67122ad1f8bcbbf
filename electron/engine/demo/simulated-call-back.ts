/** A call that the demo office's phone system begins: the desk phone is picked up by itself, and so is the caller's. */
import type { Clock } from '../../../telephony/clock.ts'
import { destinationOf, headersOf, newChannel } from './simulated-channel.ts'
import type { Channel } from './simulated-channel.ts'
import type { Block } from './simulated-pbx.ts'

/** Seconds until somebody picks up, and for which they talk. */
const pace = { deskPhone: 2.5, them: 4, talk: 45 }

export class SimulatedCallBack {
  readonly #emit: (event: Block) => void
  readonly #clock: Clock
  readonly #action: Block
  readonly #desk: Channel
  readonly #them: Channel
  #bridged = false
  #over = false
  #waitsFor: () => void = () => {}
  #finish: () => void = () => {}

  /** `action` is the Originate that asked for it, its headers in lower case. */
  constructor(action: Block, emit: (event: Block) => void, clock: Clock) {
    this.#emit = emit
    this.#clock = clock
    this.#action = action
    const endpoint = (action['channel'] ?? '').replace(/^[^/]*\//, '').replace(/@.*$/, '') || '101'
    const uniqueid = action['channelid'] ?? ''
    const exten = action['exten'] ?? ''
    const own = { endpoint, number: endpoint, callerName: `Desk ${endpoint}`, context: 'internal', exten: 's' }
    this.#desk = newChannel(uniqueid === '' ? own : { ...own, uniqueid }, clock)
    const theirs = { endpoint: 'trunk', number: exten, callerName: '<unknown>', context: 'from-trunk', exten }
    this.#them = newChannel(theirs, clock)
  }

  channels(): Block[] {
    return [this.#desk, this.#them].filter(({ state }) => state !== 0).map((channel) => this.#headers(channel))
  }

  /** True when this is the channel's name or Uniqueid. */
  has(channel: string): boolean {
    return channel === this.#desk.name || channel === this.#desk.uniqueid
  }

  /** Plays the call; resolves when it is over. */
  play(): Promise<void> {
    return new Promise((resolve) => {
      this.#finish = resolve
      this.#ringDesk()
      this.#later(pace.deskPhone, () => {
        this.#deskAnswers()
        this.#later(pace.them, () => {
          this.#theyAnswer()
          this.#later(pace.talk, () => this.hangUp())
        })
      })
    })
  }

  /** Ends it wherever it is. */
  hangUp(): void {
    if (this.#over) return
    this.#over = true
    this.#waitsFor()
    if (this.#desk.state !== 6) this.#originated('Failure', 1)
    if (this.#them.state !== 0) {
      if (this.#bridged) {
        for (const one of [this.#them, this.#desk]) this.#tell('BridgeLeave', one, this.#bridge())
      } else this.#dial('DialEnd', { DialStatus: 'CANCEL' })
      this.#tell('Hangup', this.#them, { Cause: '16', 'Cause-txt': 'Normal Clearing' })
    }
    this.#tell('Hangup', this.#desk, { Cause: '16', 'Cause-txt': 'Normal Clearing' })
    this.#them.state = 0
    this.#desk.state = 0
    this.#finish()
  }

  #ringDesk(): void {
    const dialed = destinationOf(this.#desk, this.#desk.uniqueid)
    this.#tell('Newchannel', this.#desk)
    this.#emit({ Event: 'DialBegin', Privilege: 'call,all', ...dialed, DialString: this.#desk.number })
    this.#desk.state = 5
    this.#tell('Newstate', this.#desk)
    this.#emit({ Event: 'DialState', Privilege: 'call,all', ...dialed, DialStatus: 'RINGING' })
  }

  #deskAnswers(): void {
    this.#desk.state = 6
    this.#tell('Newstate', this.#desk)
    this.#originated('Success', 4)
    this.#desk.exten = this.#them.exten
    this.#tell('Newexten', this.#desk, { Extension: this.#them.exten, Application: 'Dial', AppData: 'PJSIP/trunk' })
    this.#tell('Newchannel', this.#them)
    this.#dial('DialBegin', { DialString: `${this.#them.exten}@trunk` })
    this.#them.state = 5
    this.#tell('Newstate', this.#them)
    this.#dial('DialState', { DialStatus: 'RINGING' })
  }

  #theyAnswer(): void {
    this.#them.state = 6
    this.#tell('Newstate', this.#them)
    this.#dial('DialEnd', { DialStatus: 'ANSWER' })
    this.#bridged = true
    for (const one of [this.#them, this.#desk]) this.#tell('BridgeEnter', one, this.#bridge())
  }

  #originated(response: 'Success' | 'Failure', reason: number): void {
    const { actionid = '', channel = '', context = '', exten = '' } = this.#action
    this.#emit({
      Event: 'OriginateResponse',
      Privilege: 'call,all',
      ActionID: actionid,
      Response: response,
      Channel: response === 'Success' ? this.#desk.name : channel,
      Context: context,
      Exten: exten,
      Reason: String(reason),
      Uniqueid: this.#desk.uniqueid,
    })
  }

  #bridge(): Block {
    return { BridgeUniqueid: `demo-${this.#desk.uniqueid}`, BridgeType: 'basic', BridgeTechnology: 'simple_bridge' }
  }

  #headers(channel: Channel): Block {
    return headersOf(channel, this.#desk.uniqueid)
  }

  #tell(event: string, channel: Channel, more: Block = {}): void {
    this.#emit({ Event: event, Privilege: 'call,all', ...this.#headers(channel), ...more })
  }

  #dial(event: string, more: Block): void {
    this.#tell(event, this.#desk, { ...destinationOf(this.#them, this.#desk.uniqueid), ...more })
  }

  #later(seconds: number, run: () => void): void {
    this.#waitsFor = this.#clock.after(seconds * 1000, run)
  }
}
