/** Does an automatic text answer a missed call, so that nobody has to call back? */
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

/** Calls this long after a follow-up began belong to it (design, "Whom to text": no second one within 24 h), ms. */
const reach = 24 * 60 * 60 * 1000

/**
 * True when the newest follow-up of the conversation covers a call that ended at `callEndedAt`: it runs or one of its
 * texts is with the gateway, it began less than 24 h before the call, and nobody wrote or talked between the two (a call
 * after that is a new matter).
 */
export async function isCallCovered(
  db: Kysely<Database>,
  conversationId: string,
  callEndedAt: number,
): Promise<boolean> {
  const followUp = await db
    .selectFrom('follow_up')
    .select(['id', 'state', 'started_at'])
    .where('conversation_id', '=', conversationId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!followUp || followUp.started_at + reach <= callEndedAt) return false
  if (followUp.state === 'running') return true
  const texted = await db
    .selectFrom('message')
    .select('id')
    .where('follow_up_id', '=', followUp.id)
    .where('state', 'in', ['sending', 'sent', 'delivered'])
    .limit(1)
    .executeTakeFirst()
  if (!texted) return false
  return !(await somethingBetween(db, conversationId, followUp.started_at, callEndedAt))
}

async function somethingBetween(
  db: Kysely<Database>,
  conversationId: string,
  from: number,
  to: number,
): Promise<boolean> {
  const wrote = await db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('at', '>', from)
    .where('at', '<', to)
    .where('author', '!=', 'auto')
    .where('state', 'not in', ['failed', 'cancelled'])
    .limit(1)
    .executeTakeFirst()
  if (wrote) return true
  const talked = await db
    .selectFrom('call')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('started_at', '>', from)
    .where('started_at', '<', to)
    .where('outcome', '=', 'answered')
    .limit(1)
    .executeTakeFirst()
  return talked !== undefined
}
