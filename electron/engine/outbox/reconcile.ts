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
export const tolerance: number = 2 * minute
/** More texts to one contact than an office sends while one is unknown. */
const mostPages = 10

/** The next look after `now`, for a text that has been unknown since `lookUntil - lookFor`. Never after `lookUntil`. */
export function nextLook(lookUntil: number, now: number): number {
  const since = lookUntil - lookFor
  return looks.map((wait) => since + wait).find((at) => at > now) ?? lookUntil
}

/**
 * The text at the gateway that an attempt begun after `since` (the gateway's time) must have made; null when none is
 * listed. `others`: ids that were listed before it began, so that they are none of it. Another PC's of the very same
 * words and time cannot be told apart; whoever got it has got this text, too. Throws `GatewayError`.
 */
export async function findSent(
  db: Kysely<Database>,
  gateway: Gateway,
  text: { to: string; body: string; since: number; others: ReadonlySet<string> },
): Promise<GatewayMessage | null> {
  const earliest = text.since - tolerance
  /** Newest first. */
  const found: GatewayMessage[] = []
  let next: string | undefined
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await gateway.sentTo(text.to, next)
    for (const message of page.messages) {
      if (message.direction !== 'out' || message.at < earliest || !isSameText(text.body, message.body)) continue
      if (text.others.has(message.providerId)) continue
      if (!(await isBound(db, gateway.account, message.providerId))) found.push(message)
    }
    if (page.next === null || (page.span && page.span.oldestAt < earliest)) break
    next = page.next
  }
  // The first one from then on, else the last one before: clocks are never quite right.
  return found.findLast(({ at }) => at >= text.since - second) ?? found[0] ?? null
}

/** Whether the gateway's body is ours after what gateways do to it: line ends, typographic signs, a trial's prefix. */
export function isSameText(ours: string, theirs: string): boolean {
  const [own, other] = [plainText(ours), plainText(theirs)]
  return own === other || (own.length >= 20 && other.endsWith(own))
}
