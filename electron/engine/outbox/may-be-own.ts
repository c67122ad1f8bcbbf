/** A text that the gateway lists may be one of ours whose fate is not known yet. */
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import { isSameText } from './reconcile.ts'

/**
 * Whether a text of this conversation that is on its way, or looked for, says the same as `body`. It will be found as
 * what it is; taken for somebody else's before that, it could never be found.
 */
export async function mayBeOwn(db: Kysely<Database>, conversationId: string, body: string): Promise<boolean> {
  const onTheirWay = await db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select('message.body')
    .where('message.conversation_id', '=', conversationId)
    .where('outbox.state', '!=', 'queued')
    .execute()
  return onTheirWay.some((own) => isSameText(own.body, body))
}
