/** Reads the gateway's list of received texts until nothing new can be further down. */
import type { Kysely } from 'kysely'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import type { Database } from '../store/schema.ts'
import type { Bookmark } from './bookmark.ts'
import { isKnown } from './inbound.ts'

export type ReceivedText = GatewayMessage & { direction: 'in' }

/** More pages than a year of a busy office; an end for a list that has none. */
const mostPages = 2000

/**
 * What has not been stored yet, oldest first, and the time of the newest text of all. Lists lag and texts come in
 * late, so that reading goes on until a whole page is known and it reaches back to the newest minus `overlap` (ms). Only
 * the gateway's own times are compared. To be stored in this order: then whatever is missing after a crash lies above
 * what is known, where the next reading finds it. Throws `GatewayError`.
 */
export async function fetchNew(
  db: Kysely<Database>,
  gateway: Gateway,
  bookmark: Pick<Bookmark, 'ignoreUntil' | 'newestAt'>,
  overlap: number,
): Promise<{ texts: ReceivedText[]; newestAt: number }> {
  const found: ReceivedText[] = []
  let newestAt = bookmark.newestAt
  let next: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await gateway.received(next)
    const received = page.messages.filter((message): message is ReceivedText => message.direction === 'in')
    newestAt = Math.max(newestAt, ...received.map((message) => message.at))
    let allKnown = true
    for (const message of received) {
      if (message.at <= bookmark.ignoreUntil || (await isKnown(db, gateway.name, message.providerId))) continue
      allKnown = false
      found.push(message)
    }
    const oldest = received.at(-1)?.at ?? newestAt
    const farEnough = oldest < newestAt - overlap || oldest <= bookmark.ignoreUntil
    if (page.next === null || (allKnown && farEnough)) break
    next = page.next
  }
  return { texts: found.reverse(), newestAt }
}

/**
 * Where a fresh profile begins: texts of the last `recent` ms are taken, older ones were there before Ringback. Our
 * clock only chooses among the texts that are there; the bookmark itself is the gateway's time, so that a wrong clock
 * of this PC cannot hide what comes later.
 */
export async function firstBookmark(gateway: Gateway, now: number, recent: number): Promise<Bookmark> {
  const { messages } = await gateway.received()
  const old = messages.filter((message) => message.at < now - recent).map((message) => message.at)
  const ignoreUntil = Math.max(0, ...old)
  return { ignoreUntil, newestAt: ignoreUntil, sweptAt: now }
}
