/** What the list shows of a conversation, read from its calls, messages and notes. */
import type { Kysely, Selectable } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { Snippet } from '../../contract/view-models.ts'
import { reachedThem } from './reached.ts'
import { readSection } from '../settings/settings.ts'
import type { CallTable, Database } from '../store/schema.ts'
import { endedCall } from './call-rows.ts'
import { sentence } from './call-sentence.ts'

export interface Glance {
  /** Epoch milliseconds; null when nothing happened yet. */
  lastActivityAt: number | null
  snippet: Snippet
  /** Missed calls since the last answered one. */
  missedCalls: number
  /** The line the contact called last, as stored with the call. */
  line: string | null
  /** The last text to the contact, when it failed or needs checking. */
  failedText: { author: 'staff' | 'auto' | 'elsewhere'; at: number } | null
}

/** Characters of a snippet: more than a line of the list holds. */
const snippetLength = 160
const characterSegments = new Intl.Segmenter()

export async function glance(db: Kysely<Database>, conversationId: string): Promise<Glance> {
  const newest = [
    await newestCall(db, conversationId),
    await newestText(db, conversationId),
    await newestNote(db, conversationId),
  ]
    .filter((item) => item !== null)
    .sort((a, b) => b.at - a.at)[0]
  return {
    lastActivityAt: newest?.at ?? null,
    snippet: newest?.snippet ?? { kind: 'call', text: '' },
    missedCalls: await missedSinceAnswered(db, conversationId),
    line: await lastLine(db, conversationId),
    failedText: await failedText(db, conversationId),
  }
}

interface Newest {
  at: number
  snippet: Snippet
}

async function newestCall(db: Kysely<Database>, conversationId: string): Promise<Newest | null> {
  const call = await db
    .selectFrom('call')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!call) return null
  const { answered, noAnswer, notOut, called } = words.inbox.newest
  // That it was missed stands in the row already.
  const incoming = call.outcome === 'missed' ? shorten(await missedStory(db, call)) : answered
  const failed = reachedThem({ ...call, endUnseen: call.end_unseen === 1 }) ? noAnswer : notOut
  const outgoing = call.outcome === 'missed' ? failed : called
  return { at: call.ended_at, snippet: { kind: 'call', text: call.direction === 'inbound' ? incoming : outgoing } }
}

async function missedStory(db: Kysely<Database>, call: Selectable<CallTable>): Promise<string> {
  const { country } = await readSection(db, 'business')
  return sentence(endedCall(call, country))
}

async function newestText(db: Kysely<Database>, conversationId: string): Promise<Newest | null> {
  const text = await db
    .selectFrom('message')
    .select(['at', 'author', 'direction', 'body', 'media'])
    .where('conversation_id', '=', conversationId)
    .where('state', '!=', 'cancelled')
    // An automatic text that is only planned has not been said yet.
    .where((eb) => eb.or([eb('author', '!=', 'auto'), eb('state', 'not in', ['queued', 'sending'])]))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!text) return null
  const kind = text.direction === 'in' ? 'text-in' : text.author === 'auto' ? 'auto' : 'text-out'
  return { at: text.at, snippet: { kind, text: shorten(text.body) || pictures(text.media) } }
}

async function newestNote(db: Kysely<Database>, conversationId: string): Promise<Newest | null> {
  const note = await db
    .selectFrom('note')
    .select(['at', 'body'])
    .where('conversation_id', '=', conversationId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return note ? { at: note.at, snippet: { kind: 'note', text: shorten(note.body) } } : null
}

async function missedSinceAnswered(db: Kysely<Database>, conversationId: string): Promise<number> {
  const answered = await db
    .selectFrom('call')
    .select('started_at')
    .where('conversation_id', '=', conversationId)
    .where('outcome', '=', 'answered')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = await db
    .selectFrom('call')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'inbound')
    .where('outcome', '=', 'missed')
    .where('started_at', '>', answered?.started_at ?? -1)
    .executeTakeFirstOrThrow()
  return row.count
}

async function lastLine(db: Kysely<Database>, conversationId: string): Promise<string | null> {
  const call = await db
    .selectFrom('call')
    .select('line')
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'inbound')
    .where('line', 'is not', null)
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return call?.line ?? null
}

async function failedText(db: Kysely<Database>, conversationId: string): Promise<Glance['failedText']> {
  const text = await db
    .selectFrom('message')
    .select(['state', 'author', 'at'])
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where('state', '!=', 'cancelled')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!text || text.author === 'contact') return null
  return text.state === 'failed' || text.state === 'check' ? { author: text.author, at: text.at } : null
}

function shorten(body: string): string {
  const line = body.replace(/\s+/g, ' ').trim()
  if (line.length <= snippetLength) return line
  // By what people see as one character, so that no emoji is cut in half.
  const characters = [...characterSegments.segment(line)].map(({ segment }) => segment)
  if (characters.length <= snippetLength) return line
  return `${characters.slice(0, snippetLength - 1).join('')}…`
}

/** What a text without words shows instead of them. */
export function pictures(count: number): string {
  return count === 0 ? '' : words.inbox.pictures.count(count)
}
