/**
 * Automatic texts that answer no call of just now (second and third ones, first ones that waited for the office to
 * open) take turns: those that piled up while the PC was off, or that all waited for noon, leave one after another, so
 * that they do not set off the brake. The one that has to go out soonest goes first.
 */
import { sql } from 'kysely'
import { apart } from '../followup/step-time.ts'
import type { Store } from '../store/database.ts'
import { nextTurn, recentAutomaticTexts } from './brake.ts'

/** So many are given their turns at once; what a day can bring, in one short transaction. */
const mostAtOnce = 400

/** Lets the one text go whose turn it is by now, if any, and puts all others that are due off. `busy`: being sent. */
export async function takeTurns(store: Store, busy: readonly string[], now: number): Promise<void> {
  const due = await store.db
    .selectFrom('outbox')
    .select('message_id')
    .where('state', '=', 'queued')
    .where('go_by', 'is not', null)
    .where('due_at', '<=', now)
    .limit(mostAtOnce)
    .execute()
  const waiting = due.filter(({ message_id }) => !busy.includes(message_id)).length
  if (waiting === 0) return
  const opens = waiting < due.length ? now + apart : nextTurn(await recentAutomaticTexts(store.db, now), now)
  if (opens <= now && waiting === 1) return
  await store.write(async ({ db, touched }) => {
    const order = await db
      .selectFrom('outbox')
      .innerJoin('message', 'message.id', 'outbox.message_id')
      .select(['message.id', 'message.conversation_id as conversationId'])
      .where('outbox.state', '=', 'queued')
      .where('outbox.go_by', 'is not', null)
      .where('outbox.due_at', '<=', now)
      .where('outbox.message_id', 'not in', busy)
      .orderBy('outbox.go_by')
      .orderBy(sql`message.rowid`)
      .limit(mostAtOnce)
      .execute()
    const places = JSON.stringify(order.map(({ id }) => id))
    await sql`UPDATE outbox SET due_at = max(due_at, ${opens} + ${apart} * place.key)
      FROM json_each(${places}) AS place
      WHERE outbox.message_id = place.value
    `.execute(db)
    for (const { conversationId } of order.slice(opens <= now ? 1 : 0)) touched(conversationId)
  })
}
