/** One text of a follow-up left out in such a way that staff can take it back: "Skip", and its Undo. */
import type { Work } from '../store/database.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Surroundings } from './facts.ts'
import { leaveOut } from './next-step.ts'
import { notedBy } from './noted-by.ts'
import { newestFollowUp } from './stop.ts'

/** Takes back the last "skip" or "stop"; false when something new has happened since. */
export type FollowUpUndo = (work: Work, now: number) => Promise<boolean>

type LeftOut = Parameters<typeof leaveOut>[1]

/**
 * Leaves the text out and plans the one after it. What it returns puts the text back; it says false when something else
 * has happened to the follow-up since.
 */
export async function skipForNow(
  work: Work,
  text: LeftOut,
  words: string,
  around: Surroundings,
): Promise<FollowUpUndo> {
  const { messageId, conversationId, followUpId } = text
  const row = await work.db
    .selectFrom('outbox')
    .selectAll()
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow()
  const before = await followUp(work, followUpId)
  const notes = await notedBy(work, conversationId, () => leaveOut(work, text, words, around))
  await refreshConversation(work, conversationId)
  const afterwards = await followUp(work, followUpId)

  return async (later) => {
    // A later call is answered by a follow-up of its own, and only one can run.
    if ((await newestFollowUp(later, conversationId))?.id !== followUpId) return false
    const now = await followUp(later, followUpId)
    const same = JSON.stringify({ ...now, next: null }) === JSON.stringify({ ...afterwards, next: null })
    // The text that was planned in its place may have been given another time, but must not have been tried.
    if (!same || now.next?.message_id !== afterwards.next?.message_id || (now.next && !isUntried(now.next)))
      return false
    if (now.next) {
      await later.db.deleteFrom('outbox').where('message_id', '=', now.next.message_id).execute()
      await later.db.deleteFrom('message').where('id', '=', now.next.message_id).execute()
    }
    const { state, step, ended_at, stop_reason } = before
    await later.db
      .updateTable('follow_up')
      .set({ state, step, ended_at, stop_reason })
      .where('id', '=', followUpId)
      .execute()
    await later.db
      .updateTable('message')
      .set({ state: 'queued', settled_at: null })
      .where('id', '=', messageId)
      .execute()
    await later.db.insertInto('outbox').values(row).execute()
    if (notes.length > 0) await later.db.deleteFrom('happening').where('id', 'in', notes).execute()
    await refreshConversation(later, conversationId)
    return true
  }
}

async function followUp(work: Work, id: string) {
  const row = await work.db
    .selectFrom('follow_up')
    .select(['state', 'step', 'ended_at', 'stop_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const next = await work.db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select(['outbox.message_id', 'outbox.state', 'outbox.attempts'])
    .where('message.follow_up_id', '=', id)
    .executeTakeFirst()
  return { ...row, next: next ?? null }
}

function isUntried({ state, attempts }: { state: string; attempts: number }): boolean {
  return state === 'queued' && attempts === 0
}
