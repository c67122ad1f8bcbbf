/** Who is at the other end of a channel: the outside world behind a trunk, or a desk phone of the office. */
import type { ChannelName } from './channel-name.ts'

/** `local` is the phone system's own machinery: nobody is at its end. */
export type Party = 'trunk' | 'phone' | 'local'

const machinery = new Set([
  'local',
  'asyncgoto',
  'surrogate',
  'message',
  'announcer',
  'recorder',
  'cbann',
  'cbrec',
  'confbridgerecorder',
  'multicastrtp',
  'unicastrtp',
])

/** What a channel shows of itself when it begins. */
export interface PartyHints {
  /** The dialplan context that it begins in. */
  context: string | undefined
  callerNumber: string | null
  extension: string | undefined
}

/** Names that offices and ready-made dialplans give to the contexts of callers from outside, and to their trunks. */
const outsideContext =
  /^(?:from-|ext-)?(?:trunk|pstn|did|provider|carrier|voip|zaptel|dahdi|analog|outside|external|public|incoming|inbound)(?:$|[-_])/i
const outsideEndpoint = /trunk|provider|carrier|gateway|pstn|(?:^|[-_])gw(?:$|[-_\d])|sip-?out/i
const insideContext = /internal|phones|users|extensions|desk|office|hotdesk|from-sip$/i

export class Parties {
  readonly #trunks: ReadonlySet<string>
  /** What was told of an endpoint by its clearest sign so far; endpoints are few, but unauthenticated ones may differ. */
  readonly #known = new Map<string, Party>()

  /** `trunks` are endpoints such as `PJSIP/trunk`; when none is given, trunks are told from what channels show. */
  constructor(trunks: readonly string[]) {
    this.#trunks = new Set(trunks.map((trunk) => trunk.toLowerCase()))
  }

  /** The party behind a channel. */
  of(name: ChannelName, hints: PartyHints): Party {
    if (machinery.has(name.tech.toLowerCase())) return 'local'
    const endpoint = `${name.tech}/${name.endpoint}`.toLowerCase()
    if (this.#trunks.size > 0) return this.#listed(endpoint) ? 'trunk' : 'phone'
    const sure = sureParty(name, hints)
    if (sure && this.#known.size < 5000) this.#known.set(endpoint, sure)
    return sure ?? this.#known.get(endpoint) ?? likelyParty(hints)
  }

  #listed(endpoint: string): boolean {
    // `DAHDI/i1` stands for every call of that span: `DAHDI/i1/5305550101`.
    for (const trunk of this.#trunks) if (endpoint === trunk || endpoint.startsWith(`${trunk}/`)) return true
    return false
  }
}

function sureParty(name: ChannelName, { context = '' }: PartyHints): Party | undefined {
  if (outsideContext.test(context)) return 'trunk'
  if (insideContext.test(context)) return 'phone'
  if (outsideEndpoint.test(name.endpoint)) return 'trunk'
  // Desk phones mostly are named by their extension; longer digits are a provider's account.
  if (/^\d{2,6}$/.test(name.endpoint)) return 'phone'
  return undefined
}

/** Callers from outside show a whole number and reach one; desk phones show their extension. */
function likelyParty({ callerNumber, extension = '' }: PartyHints): Party {
  const whole = (number: string) => /^\+?\d{7,}$/.test(number)
  return whole(extension) && (callerNumber === null || whole(callerNumber)) ? 'trunk' : 'phone'
}
