/** A desk phone of the lab. */
import type { Behaviour, CallReport } from './sip/behaviour.ts'
import type { OutgoingOptions } from './sip/outgoing-call.ts'
import { Party } from './sip/party.ts'
import type { Address, Transport } from './sip/transport.ts'

export class Phone {
  readonly party: Party
  readonly #extension: string
  #always: Behaviour = 'ring'
  readonly #forCaller = new Map<string, Behaviour>()

  constructor(extension: string, transport: Transport, pbx: Address) {
    this.#extension = extension
    this.party = new Party({
      transport,
      pbx,
      user: extension,
      behaviour: ({ caller }) => this.#forCaller.get(caller) ?? this.#always,
    })
  }

  /**
   * From now on, when it is called. With a `caller` (the number as the phone shows it, `anonymous` when withheld) only
   * for that caller, so that calls going on at a time do not disturb one another.
   * @returns call it to forget what was said for this caller
   */
  will(behaviour: Behaviour, { caller }: { caller?: string } = {}): () => void {
    if (caller === undefined) {
      this.#always = behaviour
      return () => {}
    }
    this.#forCaller.set(caller, behaviour)
    return () => {
      if (this.#forCaller.get(caller) === behaviour) this.#forCaller.delete(caller)
    }
  }

  /** Calls a number inside (`102`), outside (`15305550999`), or `*8`, which picks up a call that rings elsewhere. */
  call(call: Omit<OutgoingOptions, 'from' | 'headers'>): Promise<CallReport> {
    return this.party.call({ ...call, from: `<sip:${this.#extension}@${this.party.host}>` }).report
  }
}
