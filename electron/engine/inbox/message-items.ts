/** A conversation's texts as the window shows them. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { MessageItem } from '../../contract/view-models.ts'
import { pictureViews } from '../pictures/picture-views.ts'
import type { Database } from '../store/schema.ts'

/** The newest `limit` texts of a conversation, oldest first. Texts that were cancelled before they went are left out. */
export async function messageItems(
  db: Kysely<Database>,
  conversationId: string,
  limit: number,
): Promise<MessageItem[]> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('outbox', 'outbox.message_id', 'message.id')
    .leftJoin('follow_up', 'follow_up.id', 'message.follow_up_id')
    .leftJoin('call', 'call.id', 'follow_up.call_id')
    .selectAll('message')
    .select(['outbox.due_at', 'follow_up.steps', 'call.ended_at as call_ended_at'])
    .where('message.conversation_id', '=', conversationId)
    .where('message.state', '!=', 'cancelled')
    .orderBy('message.at', 'desc')
    .limit(limit)
    .execute()
  const pictures = await pictureViews(db, rows)
  return rows.reverse().map((row) => ({
    kind: 'message',
    id: row.id,
    at: row.at,
    direction: row.direction,
    author: row.author,
    body: row.body,
    state: row.state,
    step: row.step !== null && row.steps !== null ? { number: row.step, of: row.steps } : null,
    secondsAfterCall:
      row.step === 1 && row.sent_at !== null && row.call_ended_at !== null
        ? Math.max(0, Math.round((row.sent_at - row.call_ended_at) / 1000))
        : null,
    problem: row.state === 'failed' || row.state === 'check' ? readProblem(row.problem) : null,
    dueAt: row.state === 'queued' ? row.due_at : null,
    pictures: pictures.get(row.id) ?? [],
  }))
}

const problem = z.object({ message: z.string(), remedy: z.string().nullable().default(null) })

/** What is stored with a text that failed: `{message, remedy}` as JSON, or a plain sentence. */
function readProblem(stored: string | null): MessageItem['problem'] {
  if (stored === null) return { message: 'This text was not sent.', remedy: null }
  try {
    const result = problem.safeParse(JSON.parse(stored))
    return result.success ? result.data : { message: stored, remedy: null }
  } catch {
    return { message: stored, remedy: null }
  }
}
