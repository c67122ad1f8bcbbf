/**
 * What the carriers' rules want answered at once, where the gateway does not do it by itself: HELP says who texts and
 * how to stop it, START is confirmed. Such an answer is no follow-up: it is owed to the contact, day or night.
 */
import { randomUUID } from 'node:crypto'
import { parseNumber } from '../../../telephony/phone-number.ts'
import type { Language } from '../../contract/preferences.ts'
import { readPause } from '../followup/pause.ts'
import { answersAwaySince } from '../followup/watch-only.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import { remove } from '../outbox/rows.ts'
import type { OutboxRow } from '../outbox/rows.ts'
import { readSection } from '../settings/settings.ts'
import type { Work } from '../store/database.ts'
import type { Reply } from './inbound.ts'

const minute = 60 * 1000
/** Nothing older is answered by itself, ms: after a week without Ringback nobody waits for it. */
const freshFor = 15 * minute
/** The same answer goes to a contact once in this time, ms, so that two machines cannot keep each other busy. */
const onceIn = 24 * 60 * minute

/**
 * Puts the answer to `reply` into the outbox, in the transaction that stored it. `age`: ms since it was written, by the
 * gateway's clock.
 */
export async function answerKeyword(work: Work, reply: Reply, age: number, now: number): Promise<void> {
  if (reply.wants === null || age > freshFor) return
  const { name, country } = await readSection(work.db, 'business')
  // Whoever reads it must know who writes.
  if (name === '') return
  // Services that text from short numbers read no answers.
  const number = parseNumber(reply.from, country)
  if (!number.ok || number.country !== country || number.kind === 'toll-free') return
  if ((await isOptedOut(work.db, reply.from)) || (await readPause(work.db, now))) return
  if ((await answersAwaySince(work.db)) !== null) return
  const contact = await work.db
    .selectFrom('contact')
    .select('blocked')
    .where('number', '=', reply.from)
    .executeTakeFirst()
  if (contact?.blocked) return
  const { language } = await readSection(work.db, 'texts')
  const body = answerTo(reply.wants, /ayuda/i.test(reply.body) ? 'es' : language, name)
  const before = await work.db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', reply.conversationId)
    .where('author', '=', 'auto')
    .where('body', '=', body)
    .where('created_at', '>', now - onceIn)
    .executeTakeFirst()
  if (before) return
  const id = randomUUID()
  await work.db
    .insertInto('message')
    .values({
      id,
      conversation_id: reply.conversationId,
      direction: 'out',
      author: 'auto',
      body,
      state: 'queued',
      created_at: now,
      // Below what it answers.
      at: Math.max(now, reply.at + 1),
    })
    .execute()
  await work.db.insertInto('outbox').values({ message_id: id, state: 'queued', due_at: now }).execute()
  work.touched(reply.conversationId)
}

/** Takes an answer back that could not go out in time, or before everything was paused. False for all other texts. */
export async function dropLateAnswer(
  work: Work,
  row: Pick<OutboxRow, 'messageId' | 'conversationId' | 'author' | 'followUpId'>,
  now: number,
): Promise<boolean> {
  if (row.author !== 'auto' || row.followUpId !== null) return false
  const pause = await readPause(work.db, now)
  // One that staff sent again during the pause is theirs.
  const away = Math.max(pause?.since ?? 0, (await answersAwaySince(work.db)) ?? 0)
  return takeBack(work, row, Math.max(now - freshFor, away), now)
}

/** Everything automatic is paused: answers that have not gone out are taken back. One on its way is not touched. */
export async function dropAnswers(work: Work, now: number): Promise<void> {
  const waiting = await work.db
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.message_id')
    .select(['message.id as messageId', 'message.conversation_id as conversationId'])
    .where('outbox.state', '=', 'queued')
    .where('message.author', '=', 'auto')
    .where('message.follow_up_id', 'is', null)
    .execute()
  for (const row of waiting) await takeBack(work, row, Number.MAX_SAFE_INTEGER, now)
}

/** False when it was written after `writtenUntil`. */
async function takeBack(
  work: Work,
  { messageId, conversationId }: Pick<OutboxRow, 'messageId' | 'conversationId'>,
  writtenUntil: number,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('message')
    .set({ state: 'cancelled', settled_at: now })
    .where('id', '=', messageId)
    .where('at', '<=', writtenUntil)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await remove(work, messageId)
  await refreshConversation(work, conversationId)
  return true
}

/**
 * In the language of the office's texts, which need not be the window's, and in Spanish to whoever asks in Spanish. Plain
 * GSM-7 (which has no á, í, ó, ú), one SMS each for names up to 40.
 */
function answerTo(wants: 'help' | 'confirmation', language: Language, who: string): string {
  const said = {
    en: {
      confirmation: 'you will get our texts again. Reply STOP for no more texts.',
      help: 'we text you back when we miss your call. Reply to this text or call us. Reply STOP for no more texts.',
    },
    es: {
      confirmation: 'le escribiremos otra vez. Responda STOP si no quiere mensajes.',
      help: 'le escribimos cuando no atendemos su llamada. Conteste o llame. Responda STOP si no quiere mensajes.',
    },
  }
  return `${who}: ${said[language][wants]}`
}
