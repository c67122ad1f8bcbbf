/**
 * What is asked of the phone system right after the sign-in: what our user may do, to be spared what nobody needs, and
 * everything that goes on already.
 */
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import type { AmiClient } from './client.ts'
import type { AmiEvent } from './events.ts'
import type { Permissions } from './permissions.ts'
import { writeClasses } from './permissions.ts'

type WriteClasses = Pick<Permissions, 'reporting' | 'originate' | 'system'>

/** So long the lists may take, in ms; then the connection is live without the rest of them. */
const listWait = 10_000

/** The classes of events that tell about calls, texts and the phone system itself. Any user may narrow them down. */
const eventMask = 'call,agent,dialplan,system,user'

/**
 * Events that come by the hundred and tell nothing about who answered. The filter is a pattern for the whole event as
 * it is sent: only its very beginning may count, or a caller could hide behind a name.
 */
const unneeded = '!^Event: (VarSet|RTCPSent|RTCPReceived)'

/** What goes on is listed in this order: `CoreShowChannels` completes the picture. */
const lists = [
  { action: 'BridgeList', complete: 'BridgeListComplete' },
  { action: 'QueueStatus', complete: 'QueueStatusComplete' },
  { action: 'Status', complete: 'StatusComplete' },
  { action: 'CoreShowChannels', complete: 'CoreShowChannelsComplete' },
] as const

type ListEnd = 'whole' | 'refused' | 'late'

export interface CaughtUp {
  write: WriteClasses
  /** All channels that go on were told. */
  complete: boolean
}

export class CatchUp {
  readonly #client: AmiClient
  readonly #clock: Clock
  readonly #logger: Logger
  /** Told when a list is complete, by ActionID and the name of its last event. */
  readonly #open = new Map<string, () => void>()

  constructor(client: AmiClient, { clock, logger }: { clock: Clock; logger: Logger }) {
    this.#client = client
    this.#clock = clock
    this.#logger = logger
  }

  /** To be called with every event, after whoever else it concerns. */
  take(event: AmiEvent): void {
    if (this.#open.size === 0) return
    this.#open.get(`${event.get('ActionID')} ${event.event}`)?.()
  }

  /** Rejects with an `AmiFailure` when the phone system does not answer at all. */
  async run(): Promise<CaughtUp> {
    const answer = await this.#client.action({ Action: 'ListCommands' })
    const write = writeClasses(answer)
    // Some phone systems are set not to answer this one: nobody waits for it.
    this.#client.action({ Action: 'Events', EventMask: eventMask }).catch(() => {})
    if (write.system === true) {
      this.#client.action({ Action: 'Filter', Operation: 'Add', Filter: unneeded }).catch(() => {})
    }
    const offers = (action: string) => !answer.ok || write.reporting === null || answer.get(action) !== undefined
    const asked = lists.map((list) => (offers(list.action) ? this.#list(list) : Promise.resolve<ListEnd>('refused')))
    const channels = (await Promise.all(asked)).at(-1)
    const complete = channels === 'whole'
    // Calls that began before can then not be told; all later ones can.
    if (!complete) this.#logger.warn('pbx.calls-not-listed', { why: channels })
    const reporting = write.reporting ?? (channels === 'late' ? null : complete)
    return { write: { ...write, reporting }, complete }
  }

  #list({ action, complete }: (typeof lists)[number]): Promise<ListEnd> {
    return new Promise((resolve) => {
      const answer = this.#client.action({ Action: action })
      const key = `${this.#client.lastActionId} ${complete}`
      const over = (end: ListEnd) => {
        giveUp()
        this.#open.delete(key)
        resolve(end)
      }
      const giveUp = this.#clock.after(listWait, () => over('late'))
      void this.#client.ended.then(() => over('late'))
      this.#open.set(key, () => over('whole'))
      answer.then(
        ({ ok }) => (ok ? undefined : over('refused')),
        () => over('late'),
      )
    })
  }
}
