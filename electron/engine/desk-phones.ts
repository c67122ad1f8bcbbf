/** The office's desk phones, as far as calls have shown them since the connection was made. */
import type { AmiEvent } from '../../telephony/ami/events.ts'
import { callerNumber } from '../../telephony/calls/caller-name.ts'
import { parseChannelName } from '../../telephony/calls/channel-name.ts'
import { Parties } from '../../telephony/calls/party.ts'
import type { DeskPhone } from '../contract/view-models.ts'

/** More than any office has; the rest of a longer list is not kept. */
const mostPhones = 500

export class DeskPhones {
  readonly #parties: Parties
  readonly #phones = new Map<string, DeskPhone>()

  /** `trunks` are endpoints that lead outside, e.g. `PJSIP/trunk`; empty to tell them by what they show. */
  constructor(trunks: readonly string[]) {
    this.#parties = new Parties(trunks)
  }

  /** By extension. */
  list(): DeskPhone[] {
    return [...this.#phones.values()].sort((a, b) =>
      a.extension.localeCompare(b.extension, undefined, { numeric: true }),
    )
  }

  /** Takes any event of the phone system. */
  handle(event: AmiEvent): void {
    // A new channel is where its endpoint's calls begin; later the dialplan leads it elsewhere.
    if (event.event !== 'Newchannel') return
    const name = parseChannelName(event.get('Channel') ?? '')
    const number = callerNumber(event.get('CallerIDNum'))
    const context = event.get('Context')
    const extension = event.get('Exten')
    const isPhone = this.#parties.of(name, { context, callerNumber: number, extension }) === 'phone'
    const channel = `${name.tech}/${name.endpoint}`
    if (!isPhone || name.endpoint === '' || (this.#phones.size >= mostPhones && !this.#phones.has(channel))) return
    const digits = [name.endpoint, number ?? ''].find((text) => /^\d{2,6}$/.test(text))
    this.#phones.set(channel, { channel, extension: digits ?? name.endpoint, name: null, context: context ?? null })
  }
}
