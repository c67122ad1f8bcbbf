/** One conversation as the window shows it: its time line, its follow-up, its contact. */
import type { Kysely } from 'kysely'
import type { ConversationDetail, TimelineItem } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import { callItem, lastDecisions } from './call-rows.ts'
import { contactCard } from './contact-card.ts'
import { newestFollowUps } from './follow-up-glance.ts'
import { messageItems } from './message-items.ts'
import type { InboxView } from './view.ts'

/** Of each kind (calls, texts, notes) the newest so many: more than anybody scrolls back. */
const most = 500

export interface DetailFacts {
  now: number
  /** Why nobody may write to this contact besides an opt-out and a block; null when one may. */
  noTextReason?: string | null
}

const callInstead = 'Call instead. If they ask for texts again, press “Allow texts again” under Details.'
/** By where the opt-out came from. */
const optedOut = {
  text: `This contact wrote that they want no more texts. ${callInstead} START from them does the same.`,
  staff: `Somebody here entered that this contact wants no texts. ${callInstead}`,
  gateway: 'The text service refuses texts to this contact because of an earlier STOP. Call, or have them text START.',
}

/** The conversation `id`; null when there is none. */
export async function conversationDetail(
  db: Kysely<Database>,
  id: string,
  facts: DetailFacts,
  view: InboxView,
): Promise<Omit<ConversationDetail, 'revision'> | null> {
  const conversation = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select(['conversation.state', 'contact.blocked'])
    .where('conversation.id', '=', id)
    .executeTakeFirst()
  const contact = await contactCard(db, id, facts, view)
  if (!conversation || !contact) return null
  return {
    id,
    contact,
    state: conversation.state,
    timeline: await timeline(db, id, view),
    followUp: (await newestFollowUps(db, [id])).get(id) ?? null,
    noTextReason: contact.optedOut
      ? optedOut[contact.optedOut.source]
      : conversation.blocked === 1
        ? 'This contact is blocked.'
        : (facts.noTextReason ?? null),
    bookingLink: view.bookingLink === '' ? null : view.bookingLink,
  }
}

async function timeline(db: Kysely<Database>, id: string, view: InboxView): Promise<TimelineItem[]> {
  const calls = await db
    .selectFrom('call')
    .selectAll()
    .where('conversation_id', '=', id)
    .orderBy('started_at', 'desc')
    .limit(most)
    .execute()
  const decisions = await lastDecisions(
    db,
    calls.map((call) => call.id),
  )
  const notes = await db
    .selectFrom('note')
    .select(['id', 'at', 'body'])
    .where('conversation_id', '=', id)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const happenings = await db
    .selectFrom('happening')
    .select(['id', 'at', 'event', 'text'])
    .where('conversation_id', '=', id)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  const items: TimelineItem[] = [
    ...calls.reverse().map((call) => callItem(call, decisions.get(call.id), view)),
    ...(await messageItems(db, id, most)),
    ...happenings.reverse().map((happening) => ({ kind: 'system' as const, ...happening })),
    ...notes.reverse().map((note) => ({ kind: 'note' as const, ...note })),
  ]
  // At the same instant a text stands before what Ringback noted because of it; the sort keeps that order.
  return items.sort((a, b) => Number(isPlanned(a)) - Number(isPlanned(b)) || a.at - b.at)
}

/** An automatic text that waits for its time stands below everything that has happened. */
function isPlanned(item: TimelineItem): boolean {
  return item.kind === 'message' && item.author === 'auto' && item.state === 'queued'
}
