/** The end of a follow-up, inside the transaction of what ends it, so that neither can be there without the other. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { StopReason } from '../../contract/view-models.ts'
import { askOfOtherNumbers } from '../contacts/ask-of-others.ts'
import { conversationsOfPerson } from '../contacts/person.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { recordOptOut } from '../opt-out/ledger.ts'
import type { OptOutChange } from '../opt-out/ledger.ts'
import type { Work } from '../store/database.ts'

/** What concerns one follow-up alone; everything else ends those on all numbers of the person. */
const ofThisOne: ReadonlySet<StopReason> = new Set(['rule', 'failed', 'paused', 'brake'])

/**
 * Ends the running follow-up of a conversation, and those with the person's other numbers where the reason concerns the
 * person: takes the waiting texts back and notes it in the time line. `why` says why; without it the reason does. A
 * text that is on its way already is not touched. False when none runs.
 */
export async function stopFollowUp(
  work: Work,
  conversationId: string,
  reason: Exclude<StopReason, 'completed'>,
  now: number,
  why?: string,
): Promise<boolean> {
  const ids = ofThisOne.has(reason) ? [conversationId] : await conversationsOfPerson(work.db, conversationId)
  let stopped = false
  for (const id of ids) stopped = (await stopFollowUpHere(work, id, reason, now, why)) || stopped
  return stopped
}

/** The same for this conversation alone. */
export async function stopFollowUpHere(
  work: Work,
  conversationId: string,
  reason: Exclude<StopReason, 'completed'>,
  now: number,
  why?: string,
): Promise<boolean> {
  const running = await runningFollowUp(work, conversationId)
  if (running === null) return false
  await endFollowUp(work, running, 'stopped', reason, now)
  await work.db
    .deleteFrom('outbox')
    .where('state', '=', 'queued')
    .where('message_id', 'in', (eb) =>
      eb.selectFrom('message').select('message.id').where('message.follow_up_id', '=', running),
    )
    .execute()
  await work.db
    .updateTable('message')
    .set({ state: 'cancelled', settled_at: now })
    .where('follow_up_id', '=', running)
    .where('state', '=', 'queued')
    .execute()
  const text = words.followUp.stopped(why ?? words.followUp.why[reason](await nameOf(work, conversationId)))
  await work.db
    .insertInto('happening')
    .values({ id: randomUUID(), conversation_id: conversationId, event: 'follow-up-stopped', text, at: now })
    .execute()
  work.callsChanged()
  await refreshConversation(work, conversationId)
  return true
}

/** Staff wrote to the contact. `except`: the follow-up that this very text belongs to, if to one, goes on. */
export async function onStaffText(
  work: Work,
  conversationId: string,
  now: number,
  { except = null }: { except?: string | null } = {},
): Promise<void> {
  for (const id of await conversationsOfPerson(work.db, conversationId)) {
    const running = await runningFollowUp(work, id)
    if (running !== null && running !== except) await stopFollowUpHere(work, id, 'staff-wrote', now)
  }
}

/** In the order in which they began, whatever the clock showed. */
export async function newestFollowUp(work: Work, conversationId: string) {
  return work.db
    .selectFrom('follow_up')
    .select(['id', 'state', 'stop_reason', 'ended_at'])
    .where('conversation_id', '=', conversationId)
    .orderBy(sql`rowid`, 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function runningFollowUp(work: Work, conversationId: string): Promise<string | null> {
  const row = await work.db
    .selectFrom('follow_up')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Enters an opt-out with all that follows from it; whether it holds for the person's other numbers, staff are asked. False when the number was opted out before.
 */
export async function optOut(work: Work, change: OptOutChange): Promise<boolean> {
  const fresh = await recordOptOut(work, change)
  const conversation = await work.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('conversation.id')
    .where('contact.number', '=', change.number)
    .executeTakeFirst()
  if (conversation) {
    await stopFollowUp(work, conversation.id, 'opted-out', change.now)
    await refreshConversation(work, conversation.id)
  }
  if (fresh) await askOfOtherNumbers(work, change)
  return fresh
}

/** The follow-up is over; its texts are the caller's matter. */
export async function endFollowUp(
  work: Work,
  followUpId: string,
  state: 'stopped' | 'completed',
  reason: StopReason,
  now: number,
): Promise<void> {
  await work.db
    .updateTable('follow_up')
    .set({ state, ended_at: now, stop_reason: reason })
    .where('id', '=', followUpId)
    .execute()
}

async function nameOf(work: Work, conversationId: string): Promise<string> {
  const { name } = await work.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('contact.name')
    .where('conversation.id', '=', conversationId)
    .executeTakeFirstOrThrow()
  return name ?? words.followUp.theCaller
}
