/** A text whose fate is unknown is looked for at the gateway. What is not found is not proven absent: lists lag. */
import type { Kysely } from 'kysely'
import type { Gateway, GatewayMessage } from '../../../telephony/sms/gateway.ts'
import type { Database } from '../store/schema.ts'
import { isBound } from './bound.ts'
import { plainText } from './plain-text.ts'

const second = 1000
const minute = 60 * second

/** How long an unknown text is looked for before staff are asked (design, "Exactly once"). */
export const lookFor = 15 * minute
/** When to look, counted from when the fate became unknown. */
const looks = [5 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, lookFor]
/** A gateway's many machines, and its clock and ours, may differ by so much without our knowing. */
const tolerance = 2 * minute
/** More texts to one contact than an office sends while one is unknown. */
const mostPages = 10

/** The next look after `now`, for a text that has been unknown since `lookUntil - lookFor`. Never after `lookUntil`. */
export function nextLook(lookUntil: number, now: number): number {
  const since = lookUntil - lookFor
  return looks.map((wait) => since + wait).find((at) => at > now) ?? lookUntil
}

/**
 * The text at the gateway that an attempt begun after `since` (the gateway's time) must have made; the oldest of
 * several; null when none is listed. Throws `GatewayError`.
 */
export async function findSent(
  db: Kysely<Database>,
  gateway: Gateway,
  text: { to: string; body: string; since: number },
): Promise<GatewayMessage | null> {
  const earliest = text.since - tolerance
  let found: GatewayMessage | null = null
  let next: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await gateway.sentTo(text.to, next)
    for (const message of page.messages) {
      if (message.direction !== 'out' || message.at < earliest || !isSameText(text.body, message.body)) continue
      if (!(await isBound(db, gateway.account, message.providerId))) found = message
    }
    if (page.next === null || (page.span && page.span.oldestAt < earliest)) break
    next = page.next
  }
  return found
}

/** Whether the gateway's body is ours after what gateways do to it: line ends, typographic signs, a trial's prefix. */
export function isSameText(ours: string, theirs: string): boolean {
  const [own, other] = [plainText(ours), plainText(theirs)]
  return own === other || (own.length >= 20 && other.endsWith(own))
}
