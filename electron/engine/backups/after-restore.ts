/**
 * The first start after a restore that knew nothing of what came after the backup: what was to be sent then may have been
 * sent since. Follow-ups end, staff look at their own texts, and nothing goes out by itself until somebody resumes.
 */
import { words } from '../../contract/text/index.ts'
import { writePause } from '../followup/pause.ts'
import { stopFollowUpHere } from '../followup/stop.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Store } from '../store/database.ts'

/** The row that says that this is still to be done; written into the restored file before it takes its place. */
export const unsettled = 'restored.unsettled'

/** To be called before anything can be sent. Tells how many follow-ups and texts were ended. */
export async function settleRestored(store: Store, now: number): Promise<number> {
  const marked = await store.db.selectFrom('setting').select('name').where('name', '=', unsettled).executeTakeFirst()
  if (!marked) return 0
  return store.write(async (work) => {
    const running = await work.db
      .selectFrom('follow_up')
      .select('conversation_id')
      .where('state', '=', 'running')
      .execute()
    for (const { conversation_id: id } of running) await stopFollowUpHere(work, id, 'restored', now)
    // One that was on its way then is looked for at the gateway, as after any end of the engine.
    const waiting = await work.db
      .selectFrom('outbox')
      .innerJoin('message', 'message.id', 'outbox.message_id')
      .select(['message.id', 'message.conversation_id'])
      .where('outbox.state', '=', 'queued')
      .execute()
    const [message, remedy] = words.failures.restoredText
    for (const { id, conversation_id: conversation } of waiting) {
      await work.db.deleteFrom('outbox').where('message_id', '=', id).execute()
      await work.db
        .updateTable('message')
        .set({ state: 'check', settled_at: now, problem: JSON.stringify({ message, remedy, code: null }) })
        .where('id', '=', id)
        .execute()
      await refreshConversation(work, conversation)
    }
    // Somebody may have paused since, or wanted calls only watched: a person is to look first.
    await writePause(work, { since: now, until: null, by: 'restore' }, now)
    await work.db.deleteFrom('setting').where('name', '=', unsettled).execute()
    return running.length + waiting.length
  })
}
