/** The newest follow-up of conversations, for list and conversation. */
import type { Kysely } from 'kysely'
import type { FollowUpView } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'

type NewestFollowUp = Omit<FollowUpView, 'nextWhy' | 'conversationId'>

/** Each conversation's newest follow-up, by conversation id; those without one are not in the map. */
export async function newestFollowUps(
  db: Kysely<Database>,
  conversationIds: readonly string[],
): Promise<Map<string, NewestFollowUp>> {
  const found = new Map<string, NewestFollowUp>()
  if (conversationIds.length === 0) return found
  const followUps = await db
    .selectFrom('follow_up')
    .selectAll()
    .where('conversation_id', 'in', conversationIds)
    .where('id', '=', (eb) =>
      eb
        .selectFrom('follow_up as newer')
        .select('newer.id')
        .whereRef('newer.conversation_id', '=', 'follow_up.conversation_id')
        .orderBy('newer.started_at', 'desc')
        .limit(1),
    )
    .execute()
  if (followUps.length === 0) return found
  const texts = await db
    .selectFrom('message')
    .leftJoin('outbox', 'outbox.message_id', 'message.id')
    .select([
      'message.id',
      'message.follow_up_id',
      'message.step',
      'message.state',
      'message.body',
      'message.edited',
      'outbox.due_at',
    ])
    .where(
      'message.follow_up_id',
      'in',
      followUps.map((followUp) => followUp.id),
    )
    .orderBy('message.step')
    .execute()
  for (const followUp of followUps) {
    const own = texts.filter((text) => text.follow_up_id === followUp.id)
    const sent = own.filter((text) => text.state === 'sent' || text.state === 'delivered')
    const next = followUp.state === 'running' ? own.find((text) => text.state === 'queued') : undefined
    found.set(followUp.conversation_id, {
      id: followUp.id,
      state: followUp.state,
      sentSteps: Math.max(0, ...sent.map((text) => text.step ?? 0)),
      steps: followUp.steps,
      nextAt: next?.due_at ?? null,
      nextId: next?.id ?? null,
      nextBody: next?.body ?? null,
      nextEdited: next?.edited === 1,
      stopReason: followUp.stop_reason,
    })
  }
  return found
}

/** Why the next text of this follow-up waits beyond its own time; null when it does not. */
export async function whyItWaits(
  db: Kysely<Database>,
  { id, nextId }: Pick<FollowUpView, 'id' | 'nextId'>,
): Promise<string | null> {
  if (nextId === null) return null
  const last = await db
    .selectFrom('follow_up')
    .innerJoin('decision', 'decision.call_id', 'follow_up.call_id')
    .select(['decision.verdict', 'decision.reason'])
    .where('follow_up.id', '=', id)
    .where('decision.message_id', '=', nextId)
    .orderBy('decision.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.verdict === 'hold' ? last.reason : null
}
