/** What the user of the connection may ask the phone system for, as far as this gateway cares. */
import type { Clock } from '../../clock.ts'
import type { PhoneSystemPort } from './port.ts'

export interface Rights {
  /** write = message: sending texts. */
  send: boolean
  /** write = reporting: the texts that the phone system keeps, and how trunk and dialplan are set up. */
  look: boolean
}

/** Asked again after so long, in ms: the connection may be another one by then. */
const goodFor = 60_000

export class KnownRights {
  readonly #port: PhoneSystemPort
  readonly #clock: Clock
  #known: { rights: Rights; at: number } | null = null

  constructor({ port, clock }: { port: PhoneSystemPort; clock: Clock }) {
    this.#port = port
    this.#clock = clock
  }

  /** Null when nobody is connected. Rejects when no answer comes. */
  async ask({ anew = false } = {}): Promise<Rights | null> {
    const now = this.#clock.now()
    const known = this.#known
    if (!anew && known && now - known.at < goodFor && now >= known.at) return known.rights
    this.#known = null
    // Any user may ask this, and it names what this one may ask for.
    const answer = await this.#port.action({ Action: 'ListCommands' })
    if (!answer) return null
    const may = (action: string) => answer.get(action) !== undefined
    const rights = { send: may('MessageSend'), look: may('DBGet') }
    this.#known = { rights, at: now }
    return rights
  }
}
