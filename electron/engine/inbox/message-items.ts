/** A conversation's texts as the window shows them. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { numbersIn } from '../../../telephony/numbers-in-text.ts'
import { words } from '../../contract/text/index.ts'
import type { MessageItem } from '../../contract/view-models.ts'
import { pictureViews } from '../pictures/picture-views.ts'
import type { Database } from '../store/schema.ts'
import { readProblem } from '../outbox/problem.ts'

/** By their rows, in no order; or those of some conversations that wait to be sent, the next one first. */
export type WhichMessages = { rows: readonly number[] } | { waitingIn: readonly string[] }

/** Texts with the row that each stands in. `country`: where numbers without a country code are from. */
export async function messageItems(
  db: Kysely<Database>,
  which: WhichMessages,
  country: string,
): Promise<{ row: number; conversationId: string; item: MessageItem }[]> {
  if ('rows' in which && which.rows.length === 0) return []
  const rowid = sql<number>`message.rowid`
  const query = db
    .selectFrom('message')
    .leftJoin('outbox', 'outbox.message_id', 'message.id')
    .leftJoin('follow_up', 'follow_up.id', 'message.follow_up_id')
    .leftJoin('call', 'call.id', 'follow_up.call_id')
    .selectAll('message')
    .select([rowid.as('row'), 'outbox.due_at', 'outbox.planned_at', 'outbox.attempts'])
    .select(['follow_up.steps', 'call.ended_at as call_ended_at'])
  const rows =
    'rows' in which
      ? await query.where(rowid, 'in', which.rows).execute()
      : await query
          .where('message.conversation_id', 'in', which.waitingIn)
          // Spelt out, so that the index of those that wait is used.
          .where(sql<boolean>`message.state = 'queued'`)
          .orderBy('outbox.due_at')
          .orderBy(rowid)
          .execute()
  const pictures = await pictureViews(db, rows)
  return rows.map((row) => ({
    row: row.row,
    conversationId: row.conversation_id,
    item: {
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
      problem: row.state === 'failed' || row.state === 'check' ? problemOf(row.problem) : null,
      dueAt: row.state === 'queued' ? row.due_at : null,
      pictures: pictures.get(row.id) ?? [],
      waits: waits(row),
      numbers: numbersIn(row.body, country),
    },
  }))
}

/** What a text by staff waits for besides the gateway: the time that they chose, or the seconds in which they may undo. */
function waits(row: {
  author: string
  state: string
  at: number
  due_at: number | null
  planned_at: number | null
  attempts: number | null
}): 'time' | 'undo' | null {
  if (row.author !== 'staff' || row.state !== 'queued') return null
  if (row.planned_at !== null) return 'time'
  return row.attempts === 0 && (row.due_at ?? 0) > row.at ? 'undo' : null
}

function problemOf(stored: string | null): MessageItem['problem'] {
  return stored === null ? { message: words.failures.notSent, remedy: null, callInstead: false } : readProblem(stored)
}
