/** The provider's side of the trunk: everybody outside the office. */
import type { Behaviour, CallReport } from './sip/behaviour.ts'
import type { Headers } from './sip/message.ts'
import type { OutgoingOptions } from './sip/outgoing-call.ts'
import { Party } from './sip/party.ts'
import type { SipText, TextAnswer } from './sip/text.ts'
import type { Address, Transport } from './sip/transport.ts'

export interface OutsideCall extends Omit<OutgoingOptions, 'from' | 'headers'> {
  /** The caller's number in whatever way it is to be written. */
  from: string
  name?: string
  /**
   * `true`: the number is not sent at all. `passed-on`: the provider sends it, marked as withheld (P-Asserted-Identity
   * with Privacy).
   */
  withheld?: boolean | 'passed-on'
  /** What desk phones do with this call, by extension; others do what they always do. */
  phones?: Record<string, Behaviour>
}

export class Trunk {
  readonly party: Party
  readonly #behaviours = new Map<string, Behaviour>()
  readonly #callers = new Map<string, string>()
  readonly #textAnswers = new Map<string, TextAnswer>()
  readonly #texts: SipText[] = []
  readonly #textListeners = new Set<(text: SipText) => void>()

  constructor(transport: Transport, pbx: Address) {
    this.party = new Party({
      transport,
      pbx,
      user: 'trunk',
      behaviour: ({ caller, called }) => {
        this.#callers.set(called, caller)
        return this.#behaviours.get(called) ?? 'ring'
      },
    })
    this.party.onText((text) => {
      this.#texts.push(text)
      for (const listener of this.#textListeners) listener(text)
      return this.#textAnswers.get(text.to) ?? 202
    })
  }

  /** Texts that the office sent, in the order they came. */
  get texts(): readonly SipText[] {
    return this.#texts
  }

  onText(listener: (text: SipText) => void): void {
    this.#textListeners.add(listener)
  }

  /** From now on, when a text for this number comes (default: 202, accepted). */
  willSayToTexts(number: string, answer: TextAnswer): void {
    this.#textAnswers.set(number, answer)
  }

  /** Somebody outside texts the office; resolves with the PBX's answer. */
  text({ from, name, to, body }: { from: string; name?: string; to: string; body: string }): Promise<number> {
    return this.party.text({ to, from: address(name, `sip:${from}@${this.party.host}`), body })
  }

  /** From now on, when this number outside is called. */
  will(number: string, behaviour: Behaviour): void {
    this.#behaviours.set(number, behaviour)
  }

  /** The number that the office showed when it called this number last; null when it never did. */
  calledBy(number: string): string | null {
    return this.#callers.get(number) ?? null
  }

  call(call: OutsideCall): Promise<CallReport> {
    const { from, name, withheld = false } = call
    const caller = address(name, `sip:${from}@${this.party.host}`)
    const nobody = '"Anonymous" <sip:anonymous@anonymous.invalid>'
    const asserted: Headers = [
      ['P-Asserted-Identity', caller],
      ['Privacy', 'id'],
    ]
    const headers = withheld === 'passed-on' ? asserted : []
    return this.party.call({ ...call, from: withheld ? nobody : caller, headers }).report
  }
}

function address(name: string | undefined, uri: string): string {
  return name === undefined ? `<${uri}>` : `"${name.replace(/["\\]/g, '\\$&')}" <${uri}>`
}
