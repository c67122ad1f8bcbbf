/**
 * Which toasts replies become. The first one is told at once; what comes while it is still fresh is gathered and told
 * together, so that a busy minute is a few toasts and not a hundred. A conversation's newer toast takes the place of
 * its older one.
 */
import type { EngineEvents } from '../contract/events.ts'
import { words } from '../contract/text/index.ts'
import type { Clock } from '../../telephony/clock.ts'
import type { Toast } from './notifications.ts'

type Reply = EngineEvents['reply:received']

export interface ReplyToastOptions {
  clock: Clock
  /** False for a conversation that is being read: it needs no toast. */
  wanted(conversationId: string): boolean
  show(toast: Toast): void
  /** The buttons of a toast of this conversation. */
  actions(conversationId: string): Toast['actions'] & object
  open(conversationId: string | null): void
  answer(conversationId: string, body: string): void
}

/** So long after a toast the next replies are gathered, ms. */
const gatherFor = 4000
/** Some desktops do not say when a toast is gone: after so long without a reply it is taken for seen, ms. */
const seenAfter = 60_000
/** Who else wrote is counted. */
const mostNamed = 3
/** Where a toast of several conversations stands. */
const together = 'replies'

export class ReplyToasts {
  readonly #options: ReplyToastOptions
  /** The newest reply of each conversation that waits to be told, and how many there are. */
  readonly #gathered = new Map<string, { reply: Reply; count: number }>()
  #gathering = false
  /** What the toast of several conversations tells while it stands: how many replies, by whom. */
  #told: { count: number; from: Map<string, string>; at: number } | null = null

  constructor(options: ReplyToastOptions) {
    this.#options = options
  }

  received(reply: Reply): void {
    const before = this.#gathered.get(reply.conversationId)
    this.#gathered.set(reply.conversationId, { reply, count: (before?.count ?? 0) + 1 })
    if (!this.#gathering) this.#tell()
  }

  #tell(): void {
    const { clock, wanted } = this.#options
    for (const id of this.#gathered.keys()) if (!wanted(id)) this.#gathered.delete(id)
    this.#gathering = this.#gathered.size > 0
    if (!this.#gathering) return
    if (this.#told && clock.now() - this.#told.at > seenAfter) this.#told = null
    const [only] = this.#gathered.values()
    if (this.#gathered.size === 1 && only && !this.#told) this.#tellOne(only.reply)
    else this.#tellTogether()
    this.#gathered.clear()
    clock.after(gatherFor, () => this.#tell())
  }

  #tellOne({ conversationId, from, preview }: Reply): void {
    const { show, open, answer, actions } = this.#options
    show({
      place: conversationId,
      title: from,
      body: preview,
      reply: (text) => answer(conversationId, text),
      actions: actions(conversationId),
      click: () => open(conversationId),
    })
  }

  /** Until somebody has seen it, it counts on. */
  #tellTogether(): void {
    const { show, open, clock } = this.#options
    const told = (this.#told ??= { count: 0, from: new Map<string, string>(), at: 0 })
    told.at = clock.now()
    for (const [id, { reply, count }] of this.#gathered) {
      told.count += count
      told.from.set(id, reply.from)
    }
    const names = [...told.from.values()]
    const seen = () => (this.#told = null)
    show({
      place: together,
      title: words.toasts.replies(told.count),
      body: words.toasts.from(names.slice(0, mostNamed), names.length - mostNamed),
      click: () => {
        seen()
        open(null)
      },
      gone: seen,
    })
  }
}
