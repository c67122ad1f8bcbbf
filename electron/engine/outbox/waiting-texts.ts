/**
 * Texts by staff that wait: for the time that was chosen, for the seconds in which they can be taken back, or for the
 * gateway. Whether one still waits is decided in the transaction at hand, as the claim decides whether it goes.
 */
import type { Work } from '../store/database.ts'
import type { UndoMemory } from '../contacts/undo-memory.ts'
import type { GoOn } from '../followup/stop-for-now.ts'
import { bringBack, refreshConversation } from '../inbox/conversations.ts'
import type { Answered } from '../inbox/conversations.ts'
import { failText } from './outcome.ts'
import { remove, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'

const hour = 60 * 60 * 1000
/** A text whose time was missed by more than this, ms (the PC was off), is shown to staff instead: it may not fit any more. */
const tooLate = hour

/** What writing a text changed, kept for taking it back. In memory: after a restart the conversation needs a look. */
export interface Written {
  /** What this conversation and those with the person's other numbers were before. */
  answered: Answered[]
  /** Null when no follow-up was stopped by it. */
  goOn: GoOn | null
}

/** Takes a waiting text back. Null when it is gone: on its way, sent, or no text by staff. */
export async function cancelWaiting(
  work: Work,
  messageId: string,
  memory: UndoMemory<Written>,
  now: number,
): Promise<{ body: string } | null> {
  const row = await waiting(work, messageId)
  if (!row) return null
  await remove(work, messageId)
  await work.db
    .updateTable('message')
    .set({ state: 'cancelled', settled_at: now })
    .where('id', '=', messageId)
    .execute()
  const { answered, goOn } = memory.get(messageId) ?? { answered: [{ id: row.conversationId }], goOn: null }
  await goOn?.(work, now)
  for (const was of answered) await bringBack(work, was, now)
  await refreshConversation(work, row.conversationId)
  work.afterCommit(() => memory.forget(messageId))
  return { body: row.body }
}

/**
 * Gives a waiting text other words or another time; `at` null sends it now. False when it does not wait any more, or
 * has other words to get although it was tried: by its words it would be found at the gateway.
 */
export async function changeWaiting(
  work: Work,
  messageId: string,
  change: { body?: string | undefined; at: number | null },
  now: number,
): Promise<boolean> {
  const row = await waiting(work, messageId)
  if (!row || (change.body !== undefined && row.attempts > 0)) return false
  if (change.body !== undefined)
    await work.db.updateTable('message').set({ body: change.body }).where('id', '=', messageId).execute()
  await work.db
    .updateTable('outbox')
    .set({ due_at: change.at ?? now, planned_at: change.at })
    .where('message_id', '=', messageId)
    .execute()
  await refreshConversation(work, row.conversationId)
  return true
}

async function waiting(work: Work, messageId: string): Promise<OutboxRow | null> {
  const row = await rowOf(work.db, messageId)
  return row?.state === 'queued' && row.author === 'staff' ? row : null
}

/** A text for later comes to its place on the time line, or not at all when its time was missed. True when it failed. */
export async function comesDue(work: Work, row: OutboxRow, now: number): Promise<boolean> {
  if (row.author !== 'staff' || row.plannedAt === null || row.attempts > 0) return false
  await work.db.updateTable('message').set({ at: now }).where('id', '=', row.messageId).execute()
  if (now - row.plannedAt <= tooLate) return false
  await failText(work, row, { said: { code: 'time-missed', facts: {} }, code: null }, now)
  return true
}
