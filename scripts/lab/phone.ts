/** A desk phone of the lab. */
import type { Behaviour, CallReport } from './sip/behaviour.ts'
import type { OutgoingOptions } from './sip/outgoing-call.ts'
import { Party } from './sip/party.ts'
import type { Address, Transport } from './sip/transport.ts'

/** What a phone does when it is called, or what decides that each time. */
type Will = Behaviour | (() => Behaviour)

export class Phone {
  readonly party: Party
  readonly #extension: string
  #always: Will = 'ring'
  readonly #forCaller = new Map<string, Will>()

  constructor(extension: string, transport: Transport, pbx: Address) {
    this.#extension = extension
    const [forCaller, always] = [this.#forCaller, () => this.#always]
    this.party = new Party({
      transport,
      pbx,
      user: extension,
      behaviour({ caller }) {
        const will = forCaller.get(caller) ?? always()
        return typeof will === 'function' ? will() : will
      },
    })
  }

  /**
   * From now on, when it is called. With a `caller` (the number as the phone shows it, `anonymous` when withheld) only
   * for that caller, so that calls going on at a time do not disturb one another.
   * @returns call it to forget what was said for this caller
   */
  will(behaviour: Will, { caller }: { caller?: string } = {}): () => void {
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
