/** Reads the gateway's list of received texts until nothing new can be further down. */
import type { Kysely } from 'kysely'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import type { Database } from '../store/schema.ts'
import type { Bookmark } from './bookmark.ts'
import { knownOf } from './inbound.ts'

export type ReceivedText = GatewayMessage & { direction: 'in' }

/** More pages than a year of a busy office; an end for a list that has none. */
const mostPages = 2000

/**
 * What has not been stored yet, oldest first, the time of the newest text of all, and the gateway's clock. Lists lag
 * and texts come in late, so that reading goes on until a whole page is known and it reaches back to the bookmark minus `overlap` (ms).
 * Only the gateway's own times are compared, those of texts that went out too: some lists mix them. To be stored in
 * this order: then whatever is missing after a crash lies above what is known, where the next reading finds it.
 * Throws `GatewayError`.
 */
export async function fetchNew(
  db: Kysely<Database>,
  gateway: Gateway,
  bookmark: Pick<Bookmark, 'ignoreUntil' | 'newestAt'>,
  overlap: number,
): Promise<{ texts: ReceivedText[]; newestAt: number; providerNow: number | null }> {
  const found: ReceivedText[] = []
  let newestAt = bookmark.newestAt
  let providerNow: number | null = null
  let next: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await gateway.received(next)
    const received = page.messages.filter((message): message is ReceivedText => message.direction === 'in')
    providerNow = page.providerNow
    newestAt = Math.max(newestAt, page.span?.newestAt ?? 0)
    let allKnown = true
    const fresh = received.filter(({ at }) => at > bookmark.ignoreUntil)
    const stored = await knownOf(
      db,
      gateway.account,
      fresh.map(({ providerId }) => providerId),
    )
    for (const message of fresh) {
      if (stored.has(message.providerId)) continue
      allKnown = false
      found.push(message)
    }
    const oldest = page.span?.oldestAt ?? Infinity
    const farEnough = oldest < bookmark.newestAt - overlap || oldest <= bookmark.ignoreUntil
    if (page.next === null || (allKnown && farEnough)) break
    next = page.next
  }
  return { texts: found.reverse(), newestAt, providerNow }
}

/**
 * Where a fresh profile begins: texts of the last `recent` ms are taken, older ones were there before Ringback. By the
 * gateway's clock, so that a wrong one of this PC cannot hide what comes later; a gateway that does not tell its time
 * shows at least how late it is by its newest text. `now`: our time, for when there is neither.
 */
export async function firstBookmark(gateway: Gateway, now: number, recent: number): Promise<Bookmark> {
  const { span, providerNow } = await gateway.received()
  const ignoreUntil = (providerNow ?? span?.newestAt ?? now) - recent
  return { ignoreUntil, newestAt: ignoreUntil, sweptAt: now }
}
