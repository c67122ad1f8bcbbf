/** Who is at the other end of a channel: the outside world behind a trunk, or a desk phone of the office. */
import { numberThrough } from '../parties/dialled.ts'
import type { EndpointSettings, Evidence } from '../parties/evidence.ts'
import { isShort, isWhole, noEvidence, remember } from '../parties/evidence.ts'
import type { Judgement } from '../parties/judge.ts'
import { judge } from '../parties/judge.ts'
import type { Side } from '../parties/names.ts'
import { contextSide, nameSays } from '../parties/names.ts'
import type { Around } from '../parties/signs.ts'
import type { ChannelName } from './channel-name.ts'

/** `local` is the phone system's own machinery: nobody is at its end. */
export type Party = 'trunk' | 'phone' | 'local'

const machinery = new Set([
  'local',
  'asyncgoto',
  // Stand-ins of old versions, which take a channel's place and then its name.
  'parked',
  'transfered',
  'bridge',
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

/** What a channel shows of itself when it is seen first. */
export interface PartyHints {
  /** The dialplan context that it is in: its endpoint's own, unless the channel is under way. */
  context: string | undefined
  callerNumber: string | null
  extension: string | undefined
  /** It came by itself, was called by the phone system, or was under way already. Default: it came. */
  how?: 'came' | 'called' | 'under way' | undefined
  /** Epoch milliseconds. */
  at?: number | undefined
}

/** An endpoint with all that is known of it, to be kept from one start to the next. */
export interface KnownEndpoint extends Evidence {
  /** Epoch milliseconds; null when it is only known from the phone system's settings. */
  firstSeenAt: number | null
  lastSeenAt: number | null
}

/** What is made of an endpoint, and why. */
export interface Finding extends Judgement, KnownEndpoint {
  /** Who says so. */
  by: 'office' | 'trunk list' | 'ringback'
}

/** Endpoints are few; only those of strangers, who come by an address of their own, are without number. */
const mostEndpoints = 1000
/** What is known of an endpoint, and what was made of it as long as nothing new was learnt that could change that. */
interface Entry {
  known: KnownEndpoint
  judged: Judgement | null
  /** As far as signs look at what calls have shown. */
  shape: string
}

/** What the present context of a channel under way tells: a hint, since the dialplan may have led it anywhere. */
const underWay = { outside: 3, inside: -2 }

export class Parties {
  /** Hears that something new is known of an endpoint. */
  onLearnt: (() => void) | null = null
  #trunks: ReadonlySet<string> = new Set()
  readonly #entries = new Map<string, Entry>()
  readonly #choices = new Map<string, Side>()
  readonly #changed = new Set<string>()
  #around: Map<string, number> | null = null

  /** `trunks` are endpoints such as `PJSIP/trunk`. When any is given, these are the trunks and no others. */
  constructor(trunks: readonly string[]) {
    this.listTrunks(trunks)
  }

  /** What was known before, from an earlier time; to be told before the first call. */
  recall(known: readonly KnownEndpoint[]): void {
    for (const one of known.slice(0, mostEndpoints)) {
      this.#entries.set(one.endpoint.toLowerCase(), { known: structuredClone(one), judged: null, shape: '' })
    }
    this.#around = null
  }

  listTrunks(trunks: readonly string[]): void {
    this.#trunks = new Set(trunks.map((trunk) => trunk.toLowerCase()))
  }

  /** The office says which side an endpoint is on; null lets the signs decide again. Holds from the next call on. */
  choose(endpoint: string, side: Side | null): void {
    if (side === null) this.#choices.delete(endpoint.toLowerCase())
    else this.#choices.set(endpoint.toLowerCase(), side)
  }

  /** The party behind a channel; what the channel shows is remembered of its endpoint. */
  of(name: ChannelName, hints: PartyHints): Party {
    return this.sight(name, hints).party
  }

  /** As `of`; `sure` is false when few signs speak for it. */
  sight(name: ChannelName, hints: PartyHints): { party: Party; sure: boolean } {
    if (isMachinery(name)) return { party: 'local', sure: true }
    const entry = this.#at(endpointOf(name))
    this.#observe(entry, hints)
    const present = hints.how === 'under way' ? contextSide(hints.context) : null
    return asParty(this.#find(entry, present === null ? 0 : underWay[present]))
  }

  /** The party as it is known by now, without a new channel; null where somebody has decided it. */
  reconsider(name: ChannelName): { party: Party; sure: boolean } | null {
    if (isMachinery(name)) return null
    const found = this.#find(this.#at(endpointOf(name)))
    return found.by === 'ringback' ? asParty(found) : null
  }

  /** A channel of this name is called with `dialString`; returns the number beyond it, null when it rings itself. */
  dialed(name: ChannelName, dialString: string | undefined, at?: number): string | null {
    if (!dialString || isMachinery(name)) return null
    const entry = this.#at(endpointOf(name))
    const { endpoint, calls } = entry.known
    const through = numberThrough(dialString, endpoint.slice(endpoint.indexOf('/') + 1))
    if (through === null) calls.rang += 1
    else if (through.certain) calls.through += 1
    this.#learnt(entry, at)
    return through?.number ?? null
  }

  /** The number that a channel of this name has dialled went out through another endpoint. */
  wentOut(name: ChannelName): void {
    if (isMachinery(name)) return
    const entry = this.#at(endpointOf(name))
    entry.known.calls.wentOut += 1
    this.#learnt(entry)
  }

  /** Takes what the phone system's settings say of an endpoint; what is left out stays as it is. */
  read(endpoint: string, settings: Partial<EndpointSettings>): void {
    this.#settle(this.#at(endpoint), settings)
  }

  /** Everything known, with what is made of it. */
  findings(): Finding[] {
    return [...this.#entries.values()].map((entry) => {
      // Words tell the counts of today, which alone make no new judgement.
      entry.judged = null
      return { ...structuredClone(entry.known), ...this.#find(entry) }
    })
  }

  /** What is known of the endpoints of which something new was learnt since this was asked last. */
  takeChanged(): KnownEndpoint[] {
    const changed = [...this.#changed].flatMap((key) => this.#entries.get(key)?.known ?? [])
    this.#changed.clear()
    return structuredClone(changed)
  }

  #find(entry: Entry, more = 0): Judgement & { by: Finding['by'] } {
    const key = entry.known.endpoint.toLowerCase()
    const choice = this.#choices.get(key)
    if (choice) return { side: choice, sure: true, why: [{ code: 'office-says', facts: {} }], by: 'office' }
    if (this.#trunks.size > 0) {
      const listed = this.#trunks.has(key)
      const why = { code: listed ? 'listed' : 'not-listed', facts: {} } as const
      return { side: listed ? 'outside' : 'inside', sure: true, why: [why], by: 'trunk list' }
    }
    if (more !== 0) return { ...judge(entry.known, this.#aroundOf(entry.known), more), by: 'ringback' }
    entry.judged ??= judge(entry.known, this.#aroundOf(entry.known))
    return { ...entry.judged, by: 'ringback' }
  }

  #observe(entry: Entry, { context, callerNumber, extension = '', how = 'came', at }: PartyHints): void {
    if (how === 'under way') return
    const { endpoint, settings, calls } = entry.known
    const isKnown = contextSide(settings.context) !== null
    // A context that says nothing does not replace one that does.
    if (context && context !== settings.context && (!isKnown || contextSide(context) !== null)) {
      this.#settle(entry, { context })
    }
    if (how === 'came') {
      calls.came += 1
      if (callerNumber !== null && isShort(callerNumber)) calls.short += 1
      if (callerNumber !== null && isWhole(callerNumber)) remember(calls.callers, callerNumber)
      if (isWhole(extension)) remember(calls.reached, extension)
      if (callerNumber !== null && endpoint.endsWith(`/${callerNumber}`)) calls.named += 1
      if (isWhole(extension) && (callerNumber === null || isWhole(callerNumber))) calls.whole += 1
      if (isShort(extension)) calls.inner += 1
      if (extension.startsWith('*')) calls.codes += 1
    }
    this.#learnt(entry, at)
  }

  #settle(entry: Entry, settings: Partial<EndpointSettings>): void {
    const told = Object.entries(settings)
    const now: Record<string, unknown> = { ...entry.known.settings }
    if (told.every(([name, value]) => now[name] === value)) return
    Object.assign(entry.known.settings, settings)
    // What one endpoint is may speak for its neighbours.
    this.#around = null
    for (const other of this.#entries.values()) other.judged = null
    this.#tell(entry)
  }

  #learnt(entry: Entry, at?: number): void {
    const { known } = entry
    if (at !== undefined) {
      known.firstSeenAt ??= at
      known.lastSeenAt = at
    }
    const shape = shapeOf(known)
    if (shape !== entry.shape) entry.judged = null
    entry.shape = shape
    this.#tell(entry)
  }

  #tell(entry: Entry): void {
    this.#changed.add(entry.known.endpoint.toLowerCase())
    this.onLearnt?.()
  }

  #at(endpoint: string): Entry {
    const key = endpoint.toLowerCase()
    const known = this.#entries.get(key)
    if (known) return known
    if (this.#entries.size >= mostEndpoints) this.#forgetOne()
    const entry = {
      known: { ...noEvidence(endpoint), firstSeenAt: null, lastSeenAt: null },
      judged: null,
      shape: '',
    }
    this.#entries.set(key, entry)
    return entry
  }

  /** Makes room: those only known by an address go first, then the one known longest. */
  #forgetOne(): void {
    const keys = [...this.#entries.keys()].filter((key) => !this.#choices.has(key))
    const gone = keys.find((key) => nameSays(key) === 'host') ?? keys[0]
    if (gone === undefined) return
    this.#entries.delete(gone)
    this.#changed.delete(gone)
  }

  #aroundOf(known: KnownEndpoint): Around {
    this.#around ??= phonesByContext([...this.#entries.values()].map((entry) => entry.known))
    const all = [...this.#around.values()].reduce((sum, count) => sum + count, 0)
    const here = this.#around.get(known.settings.context ?? '') ?? 0
    return { phonesInContext: isPlainPhone(known) ? here - 1 : here, phonesElsewhere: all - here }
  }
}

function asParty({ side, sure }: Judgement): { party: Party; sure: boolean } {
  return { party: side === 'outside' ? 'trunk' : 'phone', sure }
}

/** Changes exactly when a sign could hold that did not before. */
function shapeOf({ calls }: Evidence): string {
  const { whole, short, named, inner, codes, wentOut, rang, through, callers, reached } = calls
  const some = [whole, short, named, inner, codes, wentOut, through].map((count) => (count > 0 ? 1 : 0)).join('')
  return `${some} ${Math.min(rang, 3)} ${callers.length} ${reached.length}`
}

/** The endpoint of a channel's name. A span of ISDN lines names each channel after the number called. */
function endpointOf({ tech, endpoint }: ChannelName): string {
  return /^(?:dahdi|zap)$/i.test(tech) ? `${tech}/${endpoint.split('/')[0] ?? ''}` : `${tech}/${endpoint}`
}

function isMachinery({ tech }: ChannelName): boolean {
  return machinery.has(tech.toLowerCase())
}

/** A desk phone by signs of its own, which may then speak for its neighbours. */
function isPlainPhone({ endpoint, settings }: Evidence): boolean {
  const name = nameSays(endpoint)
  return name === 'extension' || name === 'mac' || settings.watched || settings.signsInHere || settings.phoneFeatures
}

function phonesByContext(all: Iterable<Evidence>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) {
    const { context } = one.settings
    if (context !== null && isPlainPhone(one)) counts.set(context, (counts.get(context) ?? 0) + 1)
  }
  return counts
}
