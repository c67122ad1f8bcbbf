/** What is known of a contact, for the pane beside the conversation. */
import type { Kysely } from 'kysely'
import { numberForPeople } from '../../../telephony/phone-number.ts'
import { words } from '../../contract/text/index.ts'
import type { ContactCard } from '../../contract/view-models.ts'
import { numbersForPeople } from '../contacts/numbers.ts'
import { contactsOfPerson, conversationsOfPerson } from '../contacts/person.ts'
import { tagsOf } from '../contacts/tags.ts'
import { automaticTextsThisWeek, mostPerWeek } from '../followup/weekly-limit.ts'
import { isOptOutAsked } from '../opt-out/question.ts'
import type { Database } from '../store/schema.ts'
import { lineForPeople, phoneForPeople } from './view.ts'
import type { InboxView } from './view.ts'

/** Lines of "Earlier". */
const earlierLines = 5

/** The card of a conversation's contact; null when there is no such conversation. */
export async function contactCard(
  db: Kysely<Database>,
  conversationId: string,
  facts: { now: number },
  view: InboxView,
): Promise<ContactCard | null> {
  const contact = await db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .leftJoin('opt_out', 'opt_out.number', 'contact.number')
    .selectAll('contact')
    .select(['opt_out.at as opted_out_at', 'opt_out.source as opted_out_source'])
    .where('conversation.id', '=', conversationId)
    .executeTakeFirst()
  if (!contact) return null
  const ids = await conversationsOfPerson(db, conversationId)
  const { opted_out_at: at, opted_out_source: source } = contact
  return {
    id: contact.id,
    number: contact.number,
    numberForPeople: numberForPeople(contact.number, view.country),
    name: contact.name,
    firstSeenAt: await firstSeen(db, contact.id),
    ...(await countCalls(db, ids)),
    optedOut: at !== null && source !== null ? { at, source } : null,
    optOutAsked: await isOptOutAsked(db, contact.number),
    automaticThisWeek: { sent: await automaticTextsThisWeek(db, ids, facts.now), most: mostPerWeek },
    earlier: await earlier(db, ids, view.country),
    notes: contact.notes,
    lines: await linesCalled(db, ids, view),
    nameFrom: contact.name_source,
    pbxName: contact.pbx_name,
    company: contact.company,
    blocked: contact.blocked === 1,
    numbers: await numbersForPeople(db, contact.id, view.country),
    tags: (await tagsOf(db, [contact.id])).get(contact.id) ?? [],
  }
}

/** When the first of the person's numbers was. */
async function firstSeen(db: Kysely<Database>, contactId: string): Promise<number> {
  const row = await db
    .selectFrom('contact')
    .select((eb) => eb.fn.min('created_at').as('at'))
    .where('id', 'in', await contactsOfPerson(db, contactId))
    .executeTakeFirstOrThrow()
  return row.at
}

async function countCalls(
  db: Kysely<Database>,
  conversationIds: readonly string[],
): Promise<{ calls: number; missedCalls: number }> {
  const rows = await db
    .selectFrom('call')
    .select((eb) => ['outcome', eb.fn.countAll<number>().as('count')])
    .where('conversation_id', 'in', conversationIds)
    .where('direction', '=', 'inbound')
    .groupBy('outcome')
    .execute()
  const of = (outcome: 'answered' | 'missed') => rows.find((row) => row.outcome === outcome)?.count ?? 0
  return { calls: of('answered') + of('missed'), missedCalls: of('missed') }
}

/** One line for each call before the last one, newest first. */
async function earlier(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  country: string,
): Promise<ContactCard['earlier']> {
  const calls = await db
    .selectFrom('call')
    .leftJoin('follow_up', 'follow_up.call_id', 'call.id')
    .select(['call.direction', 'call.outcome', 'call.answered_by', 'call.started_at', 'call.ended_at'])
    .select((eb) => [
      'follow_up.stop_reason',
      eb
        .selectFrom('message')
        .select('message.id')
        .whereRef('message.follow_up_id', '=', 'follow_up.id')
        .where('message.state', 'in', ['sent', 'delivered'])
        .limit(1)
        .as('texted'),
    ])
    .where('call.conversation_id', 'in', conversationIds)
    .orderBy('call.started_at', 'desc')
    .offset(1)
    .limit(earlierLines)
    .execute()
  return calls.map((call) => {
    const said = call.direction === 'inbound' ? incoming(call, country) : outgoing(call)
    const then = [
      call.texted ? words.inbox.earlier.texted : null,
      call.stop_reason === 'replied' ? words.inbox.earlier.replied : null,
    ]
    return { at: call.started_at, text: [said, ...then].filter((part) => part !== null).join(', ') }
  })
}

interface EarlierCall {
  outcome: 'answered' | 'missed'
  answered_by: string | null
  started_at: number
  ended_at: number
}

function incoming(call: EarlierCall, country: string): string {
  const { missed, answered } = words.inbox.earlier
  if (call.outcome === 'missed') return missed
  const by = call.answered_by === null ? null : phoneForPeople(call.answered_by, country)
  return answered(by, duration(call))
}

function outgoing(call: EarlierCall): string {
  const { outMissed, out } = words.inbox.earlier
  return call.outcome === 'missed' ? outMissed : out(duration(call))
}

function duration(call: EarlierCall): string {
  const seconds = Math.max(0, Math.round((call.ended_at - call.started_at) / 1000))
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

async function linesCalled(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  view: InboxView,
): Promise<string[]> {
  const rows = await db
    .selectFrom('call')
    .select('line')
    .distinct()
    .where('conversation_id', 'in', conversationIds)
    .where('direction', '=', 'inbound')
    .where('line', 'is not', null)
    .execute()
  return [...new Set(rows.map((row) => lineForPeople(view, row.line)).filter((line) => line !== null))].sort()
}
