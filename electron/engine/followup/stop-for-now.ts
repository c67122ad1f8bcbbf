/** A follow-up stopped in such a way that staff can take it back: "Done" or a block, and its Undo. */
import type { Selectable } from 'kysely'
import type { Work } from '../store/database.ts'
import type { OutboxTable } from '../store/schema.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Surroundings } from './facts.ts'
import { planNext } from './next-step.ts'
import { notedBy } from './noted-by.ts'
import { newestFollowUp, stopFollowUpHere } from './stop.ts'

/** Lets the follow-up go on as if it had not been stopped; false when anything else has ended it for good since. */
export type GoOn = (work: Work, now: number) => Promise<boolean>

type KeptText = Pick<Selectable<OutboxTable>, 'message_id' | 'due_at' | 'attempts' | 'planned_at' | 'urged' | 'go_by'>

/**
 * Stops the running follow-up of a conversation as staff's wish. Null when none runs. `surroundings` are asked for when
 * it goes on.
 */
export async function stopForNow(
  work: Work,
  conversationId: string,
  now: number,
  surroundings: () => Promise<Surroundings>,
  reason: 'stopped' | 'blocked' | 'staff-wrote' = 'stopped',
): Promise<GoOn | null> {
  const running = await work.db
    .selectFrom('follow_up')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (!running) return null
  const texts = await work.db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select(['outbox.message_id', 'outbox.due_at', 'outbox.attempts', 'outbox.planned_at', 'outbox.urged'])
    .select('outbox.go_by')
    .where('message.follow_up_id', '=', running.id)
    .execute()
  const notes = await notedBy(work, conversationId, () => stopFollowUpHere(work, conversationId, reason, now))
  const wishes = await wishesOf(work, conversationId)
  const stopped = { followUpId: running.id, conversationId, reason, stoppedAt: now, texts, notes, wishes }
  return async (later, at) => goOn(later, stopped, { ...(await surroundings()), now: at })
}

interface Stopped {
  followUpId: string
  conversationId: string
  reason: 'stopped' | 'blocked' | 'staff-wrote'
  stoppedAt: number
  /** What was in the outbox, on its way or not. */
  texts: KeptText[]
  /** What the stop wrote into the time line. */
  notes: string[]
  /** How often the contact's wish for no texts, or for texts, had changed. */
  wishes: number
}

async function goOn(work: Work, stopped: Stopped, around: Surroundings): Promise<boolean> {
  const { followUpId, conversationId, texts, notes } = stopped
  if (!(await mayGoOn(work, stopped))) return false
  await work.db
    .updateTable('follow_up')
    .set({ state: 'running', ended_at: null, stop_reason: null })
    .where('id', '=', followUpId)
    .execute()
  for (const text of texts) await putBack(work, text)
  await work.db.deleteFrom('happening').where('id', 'in', notes).execute()
  const sent = await lastSentStep(work, followUpId)
  // A text that was on its way has gone out meanwhile, and nothing was planned after it.
  if (sent !== null) await planNext(work, followUpId, sent, around)
  work.callsChanged()
  await refreshConversation(work, conversationId)
  return true
}

async function mayGoOn(work: Work, stopped: Stopped): Promise<boolean> {
  const { followUpId, conversationId, reason, stoppedAt, texts, wishes } = stopped
  const newest = await newestFollowUp(work, conversationId)
  const untouched = newest?.state === 'stopped' && newest.stop_reason === reason && newest.ended_at === stoppedAt
  if (!untouched || newest.id !== followUpId) return false
  if ((await wishesOf(work, conversationId)) > wishes) return false
  const failed = await work.db
    .selectFrom('message')
    .select('id')
    .where(
      'id',
      'in',
      texts.map((text) => text.message_id),
    )
    .where('state', 'in', ['failed', 'check'])
    .executeTakeFirst()
  return failed === undefined
}

async function wishesOf(work: Work, conversationId: string): Promise<number> {
  const { count } = await work.db
    .selectFrom('opt_out_audit')
    .innerJoin('contact', 'contact.number', 'opt_out_audit.number')
    .innerJoin('conversation', 'conversation.contact_id', 'contact.id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('conversation.id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return count
}

/** Puts back what the stop took out of the outbox; one that was on its way then and still is stays as it is. */
async function putBack(work: Work, text: KeptText): Promise<void> {
  const taken = await work.db
    .updateTable('message')
    .set({ state: 'queued', settled_at: null })
    .where('id', '=', text.message_id)
    .where('state', '=', 'cancelled')
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return
  await work.db
    .insertInto('outbox')
    .values({ ...text, state: 'queued' })
    .execute()
}

async function lastSentStep(work: Work, followUpId: string): Promise<number | null> {
  const open = await work.db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select('message.id')
    .where('message.follow_up_id', '=', followUpId)
    .executeTakeFirst()
  if (open) return null
  const { step } = await work.db
    .selectFrom('message')
    .select((eb) => eb.fn.max('step').as('step'))
    .where('follow_up_id', '=', followUpId)
    .where('state', 'in', ['sent', 'delivered'])
    .executeTakeFirstOrThrow()
  return step
}
