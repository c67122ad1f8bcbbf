/**
 * What the phone system lets our user see and do, found out without changing anything there: the write classes from
 * the list of commands that it offers this user, the read classes from the events that come, or fail to come.
 */
import type { AmiResponse } from './block.ts'
import type { AmiEvent } from './events.ts'

/** Classes of manager.conf. True and false are certain; null is not known (yet). */
export interface Permissions {
  /** read = call: the calls themselves. */
  readonly call: boolean | null
  /** read = agent: who waits in a queue. */
  readonly agent: boolean | null
  /** read = dialplan: voicemail, menus and announcements. */
  readonly dialplan: boolean | null
  /** write = reporting: the calls that go on already, after a time without a connection. */
  readonly reporting: boolean | null
  /** write = originate: calling back. */
  readonly originate: boolean | null
  /** write = system: being spared events that nobody needs, and the list of phones and trunks. */
  readonly system: boolean | null
}

export const nothingKnown: Permissions = {
  call: null,
  agent: null,
  dialplan: null,
  reporting: null,
  originate: null,
  system: null,
}

/** Actions that only users with the class are offered. */
const offered = { reporting: 'CoreShowChannels', originate: 'Originate', system: 'Filter' } as const

/** The write classes by the answer to `ListCommands`, which names what this user may ask for; any user may ask it. */
export function writeClasses(
  answer: Pick<AmiResponse, 'ok' | 'get'>,
): Pick<Permissions, 'reporting' | 'originate' | 'system'> {
  // Old phone systems without the action, and those that list nothing, tell nothing.
  if (!answer.ok || answer.get('Ping') === undefined) return { reporting: null, originate: null, system: null }
  const has = (action: string) => answer.get(action) !== undefined
  return { reporting: has(offered.reporting), originate: has(offered.originate), system: has(offered.system) }
}

type ReadClass = 'call' | 'agent' | 'dialplan'

/** More calls than any office has at a time. */
const mostWatched = 500

/** Learns the read classes from what comes on one connection. */
export class ReadClasses {
  readonly #known: Record<ReadClass, boolean | null> = { call: null, agent: null, dialplan: null }
  /** Channels seen from their beginning that will run the dialplan, and those that ran the queue. */
  readonly #begun = new Set<string>()
  readonly #queued = new Set<string>()
  readonly #names = new Set<string>()

  get known(): Readonly<Record<ReadClass, boolean | null>> {
    return this.#known
  }

  /** Takes one event; true when something is known now that was not before. */
  take(event: AmiEvent): boolean {
    const { call, agent, dialplan } = this.#known
    // An event's class goes by its name: looking once spares reading every event.
    if (!this.#names.has(event.event) && this.#names.size < mostWatched) {
      this.#names.add(event.event)
      const [first, ...others] = (event.get('Privilege') ?? '').split(',')
      // Answers to actions name a class too, but come to whoever asked.
      const isRead = others.length > 0 && (first === 'call' || first === 'agent' || first === 'dialplan')
      if (isRead) this.#known[first] = true
    }
    this.#miss(event)
    return call !== this.#known.call || agent !== this.#known.agent || dialplan !== this.#known.dialplan
  }

  /** Calls began or ended, and no event said so. */
  callsWentUnseen(): void {
    this.#known.call ??= false
  }

  /** What should have come before this event, and did not, is not permitted. */
  #miss(event: AmiEvent): void {
    const { dialplan, agent } = this.#known
    switch (event.event) {
      case 'Newchannel':
        // State 0 is a phone that the phone system calls: it runs nothing.
        if (dialplan === null && event.get('ChannelState') !== '0' && event.get('Exten')) note(this.#begun, event)
        return
      case 'Newexten':
        if (agent === null && /^queue$/i.test(event.get('Application') ?? '')) note(this.#queued, event)
        return
      case 'Hangup':
        if (this.#begun.size > 0 && this.#begun.delete(event.get('Uniqueid') ?? '')) this.#known.dialplan ??= false
        if (this.#queued.size > 0 && this.#queued.delete(event.get('Uniqueid') ?? '')) this.#known.agent ??= false
    }
  }
}

function note(channels: Set<string>, event: AmiEvent): void {
  if (channels.size < mostWatched) channels.add(event.get('Uniqueid') ?? '')
}
