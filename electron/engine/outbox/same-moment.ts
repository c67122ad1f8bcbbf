/**
 * Whether another PC of the office texts at the same moments as this one: then both have drawn the same turn
 * (followup/turn.ts), and neither sees the other's text before it sends its own.
 */
import type { Kysely } from 'kysely'
import type { GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { between } from '../followup/turn.ts'
import type { Database } from '../store/schema.ts'
import { isBound } from './bound.ts'

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
