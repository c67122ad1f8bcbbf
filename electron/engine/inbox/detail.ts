/**
 * One conversation as the window shows it: its time line, its follow-up, its contact. Of a person with several numbers it
 * shows all that happened on any of them; the conversation itself tells which number is written to.
 */
import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { ConversationDetail, TimelineItem } from '../../contract/view-models.ts'
import { conversationsOfPerson } from '../contacts/person.ts'
import { readSection } from '../settings/settings.ts'
import type { ConversationTable, Database, Flag } from '../store/schema.ts'
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
  const ids = await conversationsOfPerson(db, id)
  const [conversation, ...others] = await conversationsById(db, ids)
  const contact = await contactCard(db, id, facts, view)
  const page = await readTimeline(db, ids, { kind: 'end' }, facts.limit, view)
  if (!conversation || !contact || !page) return null
  const all = [conversation, ...others]
  const waiting = await messageItems(db, { waitingIn: ids }, view.country)
  const newest = await newestFollowUps(db, ids)
  // At most one runs for a person, whichever number it is on.
  const running = ids.find((each) => newest.get(each)?.state === 'running') ?? id
  const followUp = newest.get(running)
  return {
    id,
    contact,
    // As the person stands in the list.
    state: all.find(({ behind }) => behind === null)?.state ?? conversation.state,
    // A text that waits stands below everything that has happened.
    timeline: [
      ...page.items,
      ...waiting.map(({ item, conversationId }) => (others.length > 0 ? { ...item, conversationId } : item)),
    ],
    hasOlder: page.hasOlder,
    firstNew: await firstNewOf(db, all, page.items),
    followUp: followUp ? { ...followUp, conversationId: running, nextWhy: await whyItWaits(db, followUp) } : null,
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

type Read = Pick<Selectable<ConversationTable>, 'id' | 'state' | 'unread' | 'read_at' | 'behind'> & { blocked: Flag }

/** In the order of `ids`; those that are gone are left out. */
async function conversationsById(db: Kysely<Database>, ids: readonly string[]): Promise<Read[]> {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select(['conversation.id', 'conversation.state', 'conversation.unread', 'conversation.read_at'])
    .select(['conversation.behind', 'contact.blocked'])
    .where('conversation.id', 'in', ids)
    .execute()
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
}

/** The first thing on this page that came in since somebody read the conversations; null when nothing did. */
async function firstNewOf(
  db: Kysely<Database>,
  conversations: readonly Read[],
  page: readonly TimelineItem[],
): Promise<string | null> {
  const first: { id: string; at: number }[] = []
  for (const conversation of conversations) first.push(...(await firstNewIn(db, conversation, page)))
  return first.sort((one, other) => one.at - other.at)[0]?.id ?? null
}

async function firstNewIn(db: Kysely<Database>, { id, unread, read_at: readAt }: Read, page: readonly TimelineItem[]) {
  const [oldest] = page
  if (unread === 0 || !oldest) return []
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
  return [call, text].filter((item) => item !== undefined)
}
