/**
 * Asks the phone system for its phones and trunks, as far as our user may and as far as this phone system knows the
 * question. Nothing is changed there. PJSIP's lists need `write = system`, the others `reporting` or nothing at all.
 */
import type { AmiResponse } from '../ami/block.ts'
import type { AmiEvent } from '../ami/events.ts'
import type { Clock } from '../clock.ts'
import type { EndpointSettings } from './evidence.ts'
import { factsIn, factsInPeer } from './facts.ts'

export interface InventoryOptions {
  clock: Clock
  /** Sends an action; rejects when there is no connection. */
  action: (fields: Record<string, string>) => Promise<Pick<AmiResponse, 'ok' | 'message' | 'get'>>
  /** Hears what the settings say of an endpoint, e.g. `PJSIP/101`. */
  found: (endpoint: string, settings: Partial<EndpointSettings>) => void
}

/** Whether the phone system told its endpoints: all of them, or not to this user, or it has no such list. */
export type InventoryAnswer = 'read' | 'not-permitted' | 'nothing'

/** So long one list may take, in ms. */
const listWait = 10_000
/** Of so many endpoints of a kind the details are asked for, one after another. */
const mostAsked = 300

export class Inventory {
  readonly #options: InventoryOptions
  /** Told when the list that is being read is complete. */
  #awaited: { event: string; complete: () => void } | null = null
  readonly #pjsip = new Set<string>()
  readonly #sip = new Set<string>()

  constructor(options: InventoryOptions) {
    this.#options = options
  }

  /** Takes every event: lists come as events, and some of them others have asked for. */
  handle(event: AmiEvent): void {
    for (const { endpoint, settings } of factsIn(event)) this.#options.found(endpoint, settings)
    const name = event.get('ObjectName') ?? ''
    if (event.event === 'EndpointList' && this.#pjsip.size < mostAsked) this.#pjsip.add(name)
    if (event.event === 'PeerEntry' && event.get('Channeltype') === 'SIP' && this.#sip.size < mostAsked) {
      this.#sip.add(name)
    }
    if (event.event === this.#awaited?.event) this.#awaited.complete()
  }

  /** Reads all that can be read. Never rejects: what breaks off is left at what was told until then. */
  async ask(): Promise<InventoryAnswer> {
    this.#pjsip.clear()
    this.#sip.clear()
    try {
      const pjsip = await this.#list({ Action: 'PJSIPShowEndpoints' }, 'EndpointListComplete')
      for (const endpoint of this.#pjsip) {
        await this.#list({ Action: 'PJSIPShowEndpoint', Endpoint: endpoint }, 'EndpointDetailComplete')
      }
      await this.#list({ Action: 'PJSIPShowRegistrationsOutbound' }, 'OutboundRegistrationDetailComplete')
      const sip = await this.#list({ Action: 'SIPpeers' }, 'PeerlistComplete')
      for (const peer of this.#sip) await this.#peer(peer)
      const iax = await this.#list({ Action: 'IAXpeerlist' }, 'PeerlistComplete')
      if (iax === 'nothing') await this.#list({ Action: 'IAXpeers' }, 'PeerlistComplete')
      await this.#list({ Action: 'DAHDIShowChannels' }, 'DAHDIShowChannelsComplete')
      await this.#list({ Action: 'ExtensionStateList' }, 'ExtensionStateListComplete')
      if (pjsip === 'read' || sip === 'read') return 'read'
      return pjsip === 'not-permitted' || sip === 'not-permitted' ? 'not-permitted' : 'nothing'
    } catch {
      return 'nothing'
    }
  }

  async #list(action: Record<string, string>, completeEvent: string): Promise<InventoryAnswer> {
    let complete = () => {}
    const completed = new Promise<void>((resolve) => {
      const giveUp = this.#options.clock.after(listWait, resolve)
      complete = () => {
        giveUp()
        resolve()
      }
    })
    const awaited = { event: completeEvent, complete }
    this.#awaited = awaited
    try {
      const { ok, message } = await this.#options.action(action)
      if (!ok) return /permission/i.test(message) ? 'not-permitted' : 'nothing'
      await completed
      return 'read'
    } finally {
      // Nobody waits for a list that will not come.
      complete()
      if (this.#awaited === awaited) this.#awaited = null
    }
  }

  async #peer(peer: string): Promise<void> {
    const answer = await this.#options.action({ Action: 'SIPshowpeer', Peer: peer })
    if (answer.ok) this.#options.found(`SIP/${peer}`, factsInPeer(answer))
  }
}
