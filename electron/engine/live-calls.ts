/** The calls that go on now, with the names the inbox has for those who are in them. */
import type { Kysely } from 'kysely'
import type { LiveCall as TrackedCall } from '../../telephony/calls/call.ts'
import { numberForPeople } from '../../telephony/phone-number.ts'
import { words } from '../contract/text/index.ts'
import type { LiveCall, LiveCallAbout } from '../contract/view-models.ts'
import { tagsOf } from './contacts/tags.ts'
import type { InboxView } from './inbox/view.ts'
import { lineForPeople, phoneForPeople } from './inbox/view.ts'
import { outsideParty } from './outside-party.ts'
import type { Store } from './store/database.ts'
import type { Database } from './store/schema.ts'

/** The number (E.164) that the call of this Linkedid calls back; null for all that Ringback did not begin. */
export type CalledBack = (linkedid: string) => string | null

/** The numbers (E.164) of outside parties in a call now: nobody texts somebody who is on the phone. */
export function liveNumbers(
  calls: readonly TrackedCall[],
  country: string,
  calledBack: CalledBack,
): ReadonlySet<string> {
  return new Set(calls.flatMap((call) => partyOf(call, country, calledBack) ?? []))
}

/** What the window shows of them, oldest first. */
export async function liveView(
  store: Store,
  calls: readonly TrackedCall[],
  view: InboxView,
  calledBack: CalledBack,
): Promise<LiveCall[]> {
  const oldestFirst = calls.toSorted((a, b) => a.startedAt - b.startedAt)
  return Promise.all(oldestFirst.map((call) => viewOf(store, call, view, calledBack)))
}

async function viewOf(store: Store, call: TrackedCall, view: InboxView, calledBack: CalledBack): Promise<LiveCall> {
  const { linkedid, state, startedAt: since } = call
  // A call back looks like a call within the office until the number is dialled.
  const direction = calledBack(linkedid) === null ? call.direction : 'outbound'
  if (direction === 'internal') {
    const caller = call.callerNumber ?? call.callerName ?? 'A desk phone'
    const none = { conversationId: null, numberForPeople: null, line: null, openable: false, about: null }
    return { linkedid, direction: 'inside', caller, state, since, phones: call.phones, ...none }
  }
  const number = partyOf(call, view.country, calledBack)
  const known = number === null ? undefined : await knownContact(store, number)
  const sent = direction === 'inbound' ? call.callerNumber : call.dialed
  const shown = number === null ? sent : numberForPeople(number, view.country)
  const name = known?.name ?? (direction === 'inbound' ? call.callerName : null)
  return {
    linkedid,
    direction,
    conversationId: known?.conversationId ?? null,
    caller: name ?? shown ?? words.inbox.withheld,
    numberForPeople: shown,
    line: direction === 'inbound' ? lineForPeople(view, call.dialed) : null,
    state,
    since,
    // Of an outbound call the tracker names those who are called; who calls is the office's own phone.
    phones: direction === 'inbound' ? call.phones.map((phone) => phoneForPeople(phone, view.country)) : ownPhone(call),
    openable: number !== null,
    about: known ? await aboutOf(store.db, known) : null,
  }
}

/** Who is at the other end (E.164), with the name that was sent; null where there is no number to talk to. */
export function livePartyOf(
  call: TrackedCall,
  country: string,
  calledBack: CalledBack,
): { number: string; name: string | null } | null {
  const number = partyOf(call, country, calledBack)
  return number === null ? null : { number, name: call.direction === 'inbound' ? call.callerName : null }
}

function partyOf(call: TrackedCall, country: string, calledBack: CalledBack): string | null {
  const callee = calledBack(call.linkedid)
  if (callee !== null || call.direction === 'internal') return callee
  const parsed = outsideParty({ ...call, called: call.phones }, country)
  return parsed.ok ? parsed.number : null
}

function ownPhone({ callerNumber }: TrackedCall): string[] {
  return callerNumber !== null && /^\d{2,6}$/.test(callerNumber) ? [callerNumber] : []
}

function knownContact(store: Store, number: string) {
  return store.db
    .selectFrom('contact')
    .leftJoin('conversation', 'conversation.contact_id', 'contact.id')
    .select(['contact.id', 'contact.name', 'contact.company', 'conversation.id as conversationId'])
    .where('contact.number', '=', number)
    .executeTakeFirst()
}

/** Characters of a text that there is room for. */
const longestText = 160

async function aboutOf(
  db: Kysely<Database>,
  { id, company, conversationId }: { id: string; company: string; conversationId: string | null },
): Promise<LiveCallAbout> {
  const tags = (await tagsOf(db, [id])).get(id) ?? []
  const last = await db
    .selectFrom('message')
    .select(['direction', 'body', 'at'])
    .where('conversation_id', '=', conversationId)
    .where('state', 'in', ['sent', 'delivered', 'received'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const by = last?.direction === 'in' ? 'them' : 'us'
  return { company, tags, lastText: last ? { by, body: last.body.slice(0, longestText), at: last.at } : null }
}
