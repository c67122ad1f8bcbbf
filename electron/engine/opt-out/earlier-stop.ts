/** A wish for no texts from before this inbox read along: written to another PC, or to one that is gone. */
import type { Kysely } from 'kysely'
import type { GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { optOut } from '../followup/stop.ts'
import { knownOf } from '../replies/inbound.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { ownWordsOf } from './quoted.ts'
import { wish } from './wish.ts'

export interface Written {
  /** E.164. */
  number: string
  conversationId: string
  /** Of the gateway (`Gateway.account`). */
  account: string
  /** What this number has written to the office, newest first. */
  wrote: readonly GatewayMessage[]
}

/**
 * Enters the newest wish of what the inbox has not read, when it is one for no texts. What staff or the contact have
 * changed in the ledger since stands.
 */
export async function heedEarlierStop(work: Work, written: Written, now: number): Promise<void> {
  const { number, conversationId, account, wrote } = written
  const known = await knownOf(
    work.db,
    account,
    wrote.map(({ providerId }) => providerId),
  )
  const changed = await work.db
    .selectFrom('opt_out_audit')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('number', '=', number)
    .executeTakeFirst()
  for (const { providerId, body, at } of wrote) {
    if (at <= (changed?.at ?? 0)) continue
    const asked = wish(body) && wish(await ownWordsOf(work.db, conversationId, body))
    // One that was read here was heeded then: a START said so, too, though it had nothing to undo in this inbox.
    if (asked === 'out' && !known.has(providerId))
      await optOut(work, { number, source: 'text', evidence: body, now, writtenAt: at })
    if (asked === 'out' || asked === 'in') return
  }
}

/**
 * Whether a text of this follow-up went out, or may have: before the first that goes the gateway is asked for all they
 * wrote. False where there is no follow-up.
 */
export async function hasTexted(db: Kysely<Database>, followUpId: string | null): Promise<boolean> {
  const sent = await db
    .selectFrom('message')
    .select('id')
    .where('follow_up_id', '=', followUpId)
    .where('state', 'in', ['sent', 'delivered', 'check'])
    .executeTakeFirst()
  return sent !== undefined
}
