/**
 * Two PCs of the office that text at the same moment: both have drawn the same turn (followup/turn.ts), or the gateway
 * lists texts late, so that neither saw the other's before it sent its own.
 */
import type { Kysely } from 'kysely'
import type { GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { between } from '../followup/turn.ts'
import type { Database } from '../store/schema.ts'
import { isBound } from './bound.ts'
import { isSameText } from './reconcile.ts'

/** So much later than ours a text of the same words is no other PC's copy of it, ms. */
const copiedWithin = 60 * 1000

/**
 * True when one of `texts`, those of the gateway to one contact, is none of ours and came within one turn of our
 * `own`. `account`: the gateway's.
 */
export async function isTextedAtOnce(
  db: Kysely<Database>,
  account: string,
  own: GatewayMessage,
  texts: readonly GatewayMessage[],
): Promise<boolean> {
  for (const { providerId, direction, at } of texts) {
    if (direction !== 'out' || providerId === own.providerId || Math.abs(at - own.at) > between) continue
    if (!(await isBound(db, account, providerId))) return true
  }
  return false
}

/**
 * True when another PC said the same only after us. Of the two, ours is then the one that the follow-up goes on with,
 * and the other PC, which sees the same two texts, leaves its own.
 */
export function isCopyOf(ours: GatewayMessage, theirs: GatewayMessage): boolean {
  const later = theirs.at - ours.at
  if (later < 0 || later > copiedWithin || !isSameText(ours.body, theirs.body)) return false
  return later > 0 || ours.providerId < theirs.providerId
}
