/** One conversation as the window shows it: its time line, its follow-up, its contact. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { ConversationDetail, TimelineItem } from '../../contract/view-models.ts'
import { readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'
import { quietAt } from '../writing/send-times.ts'
import { contactCard } from './contact-card.ts'
import { newestFollowUps, whyItWaits } from './follow-up-glance.ts'
import { messageItems } from './message-items.ts'
import { readTimeline } from './timeline.ts'
import type { InboxView } from './view.ts'

export interface DetailFacts {
  now: number
  /** Items of the time line, the newest ones. */
  limit: number
  /** Why nobody may write to this contact besides an opt-out and a block; null when one may. */
  noTextReason?: string | null
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
    .select(['conversation.state', 'conversation.unread', 'conversation.read_at', 'contact.blocked'])
    .where('conversation.id', '=', id)
    .executeTakeFirst()
  const contact = await contactCard(db, id, facts, view)
  const page = await readTimeline(db, id, { kind: 'end' }, facts.limit, view)
  if (!conversation || !contact || !page) return null
  const waiting = await messageItems(db, { waitingIn: id }, view.country)
  const followUp = (await newestFollowUps(db, [id])).get(id)
  const reading = { id, unread: conversation.unread === 1, readAt: conversation.read_at }
  return {
    id,
    contact,
    state: conversation.state,
    // A text that waits stands below everything that has happened.
    timeline: [...page.items, ...waiting.map(({ item }) => item)],
    hasOlder: page.hasOlder,
    firstNew: await firstNew(db, reading, page.items),
    followUp: followUp ? { ...followUp, nextWhy: await whyItWaits(db, followUp) } : null,
    // What an opt-out advises is no help while the block holds.
    noTextReason:
      conversation.blocked === 1
        ? words.noTexts.blocked
        : contact.optedOut
          ? words.noTexts[contact.optedOut.source]
          : (facts.noTextReason ?? null),
    quiet: await quietNow(db, contact.number, facts.now),
    bookingLink: view.bookingLink === '' ? null : view.bookingLink,
  }
}

async function quietNow(db: Kysely<Database>, number: string, now: number): Promise<string | null> {
  const { country, timeZone } = await readSection(db, 'business')
  const hours = await readSection(db, 'quiet-hours')
  return quietAt(number, now, { ...hours, office: { country, timeZone } })
}

/** The first thing on this page that came in since somebody read the conversation; null when nothing did. */
async function firstNew(
  db: Kysely<Database>,
  { id, unread, readAt }: { id: string; unread: boolean; readAt: number | null },
  page: readonly TimelineItem[],
): Promise<string | null> {
  const [oldest] = page
  if (!unread || !oldest) return null
  const text = await db
    .selectFrom('message')
    .select(['id', 'at'])
    .where('conversation_id', '=', id)
    .where('at', '>=', oldest.at)
    .where('direction', '=', 'in')
    // When it was stored: the gateway's clock need not agree with ours.
    .where('created_at', '>', readAt ?? 0)
    .orderBy('at')
    .orderBy(sql`rowid`)
    .limit(1)
    .executeTakeFirst()
  const call = await db
    .selectFrom('call')
    .select(['id', 'started_at as at'])
    .where('conversation_id', '=', id)
    .where('started_at', '>=', oldest.at)
    .where('direction', '=', 'inbound')
    .where('outcome', '=', 'missed')
    .where('ended_at', '>', readAt ?? 0)
    .orderBy('started_at')
    .limit(1)
    .executeTakeFirst()
  const first = [call, text].filter((item) => item !== undefined).sort((one, other) => one.at - other.at)[0]
  return first?.id ?? null
}
