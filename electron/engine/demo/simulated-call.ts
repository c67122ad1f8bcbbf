/** One call of the demo office, told event by event as Asterisk 22 tells it. */
import type { Clock } from '../../../telephony/clock.ts'
import { destinationOf, headersOf, newChannel } from './simulated-channel.ts'
import type { Channel } from './simulated-channel.ts'
import type { Block } from './simulated-pbx.ts'

/** What shall happen to a call. Times are seconds from the moment the phones begin to ring. */
export type CallScript = {
  /** As the provider sends it; null when withheld. */
  from: string | null
  name: string | null
  /** The dialled number: the office's line. */
  to: string
  phones: string[]
} & (
  | { end: 'answered'; by: string; after: number; talks: number }
  | { end: 'abandoned'; after: number }
  | { end: 'no-answer'; after: number }
  | { end: 'voicemail'; after: number; talks: number }
)

/** Plays one call over `emit`; resolves when the caller's channel is gone. `channels()` lists what is still up. */
export class SimulatedCall {
  readonly #script: CallScript
  readonly #emit: (event: Block) => void
  readonly #clock: Clock
  readonly #caller: Channel
  readonly #phones: Channel[]
  readonly #linkedid: string
  #startedAt: number
  #gone = false

  constructor(script: CallScript, emit: (event: Block) => void, clock: Clock) {
    this.#script = script
    this.#emit = emit
    this.#clock = clock
    this.#startedAt = clock.now()
    this.#caller = this.#channel(
      'trunk',
      script.from ?? '<unknown>',
      script.name ?? '<unknown>',
      'from-trunk',
      script.to,
    )
    this.#linkedid = this.#caller.uniqueid
    this.#caller.state = 4
    this.#phones = script.phones.map((phone) => this.#channel(phone, phone, `Desk ${phone}`, 'internal', script.to))
  }

  channels(): Block[] {
    if (this.#gone) return []
    const Duration = inHours(this.#clock.now() - this.#startedAt)
    return [this.#caller, ...this.#phones].map((channel) => ({ ...this.#headers(channel), Duration }))
  }

  async play(): Promise<void> {
    this.#startedAt = this.#clock.now()
    const { end } = this.#script
    this.#tell('Newchannel', this.#caller)
    this.#tell('Newexten', this.#caller, { Extension: this.#script.to, Application: 'Dial', AppData: 'PJSIP/phones' })
    for (const phone of this.#phones) {
      this.#tell('Newchannel', phone)
      this.#dial('DialBegin', phone, { DialString: phone.number })
      phone.state = 5
      this.#tell('Newstate', phone)
      this.#dial('DialState', phone, { DialStatus: 'RINGING' })
    }
    await this.#wait(this.#script.after)
    if (end === 'answered') await this.#answer(this.#script.by, this.#script.talks)
    else if (end === 'abandoned') this.#abandon()
    else {
      this.#endLegs(this.#phones, 'NOANSWER')
      if (end === 'voicemail') await this.#voicemail(this.#script.talks)
    }
    this.#gone = true
    this.#tell('Hangup', this.#caller, { Cause: '16', 'Cause-txt': 'Normal Clearing' })
  }

  async #answer(by: string, talks: number): Promise<void> {
    const winner = this.#phones.find((phone) => phone.number === by)
    if (!winner) throw new Error(`the demo lets ${by} answer a call that does not ring there`)
    const bridge = { BridgeUniqueid: `demo-${this.#linkedid}`, BridgeType: 'basic', BridgeTechnology: 'simple_bridge' }
    winner.state = 6
    this.#tell('Newstate', winner)
    this.#dial('DialEnd', winner, { DialStatus: 'ANSWER' })
    this.#endLegs(
      this.#phones.filter((phone) => phone !== winner),
      'CANCEL',
    )
    this.#caller.state = 6
    this.#tell('Newstate', this.#caller)
    this.#emit({ Event: 'BridgeCreate', Privilege: 'call,all', ...bridge, BridgeNumChannels: '0' })
    this.#tell('BridgeEnter', winner, { ...bridge, BridgeNumChannels: '1' })
    this.#tell('BridgeEnter', this.#caller, { ...bridge, BridgeNumChannels: '2' })
    await this.#wait(talks)
    this.#tell('HangupRequest', this.#caller, { Cause: '16' })
    this.#tell('BridgeLeave', this.#caller, { ...bridge, BridgeNumChannels: '1' })
    this.#tell('BridgeLeave', winner, { ...bridge, BridgeNumChannels: '0' })
    this.#emit({ Event: 'BridgeDestroy', Privilege: 'call,all', ...bridge, BridgeNumChannels: '0' })
    this.#tell('Hangup', winner, { Cause: '16', 'Cause-txt': 'Normal Clearing' })
  }

  #abandon(): void {
    this.#tell('HangupRequest', this.#caller, { Cause: '127' })
    this.#endLegs(this.#phones, 'CANCEL')
  }

  async #voicemail(talks: number): Promise<void> {
    this.#caller.state = 6
    this.#tell('Newexten', this.#caller, {
      Extension: this.#script.to,
      Application: 'VoiceMail',
      AppData: '101@default,u',
    })
    this.#tell('Newstate', this.#caller)
    await this.#wait(talks)
    this.#tell('HangupRequest', this.#caller, { Cause: '16' })
  }

  #endLegs(phones: Channel[], status: 'CANCEL' | 'NOANSWER'): void {
    for (const phone of phones) {
      this.#dial('DialEnd', phone, { DialStatus: status })
      this.#tell('Hangup', phone, { Cause: status === 'CANCEL' ? '26' : '0', 'Cause-txt': 'Answered elsewhere' })
    }
  }

  #channel(endpoint: string, number: string, callerName: string, context: string, exten: string): Channel {
    return newChannel({ endpoint, number, callerName, context, exten }, this.#clock)
  }

  #headers(channel: Channel): Block {
    return headersOf(channel, this.#linkedid)
  }

  #tell(event: string, channel: Channel, more: Block = {}): void {
    this.#emit({ Event: event, Privilege: 'call,all', ...this.#headers(channel), ...more })
  }

  #dial(event: string, phone: Channel, more: Block): void {
    this.#tell(event, this.#caller, { ...destinationOf(phone, this.#linkedid), ...more })
  }

  #wait(seconds: number): Promise<void> {
    return new Promise((resolve) => this.#clock.after(seconds * 1000, resolve))
  }
}

/** Ms as Asterisk tells for how long a channel is there, e.g. `00:01:30`. */
function inHours(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
