/** One text from a contact, with everything that follows from it, in one transaction. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { GatewayMessage } from '../../../telephony/sms/gateway.ts'
import { optOut, stopFollowUp } from '../followup/stop.ts'
import { applyEvent, needsReply, openConversation, refreshConversation } from '../inbox/conversations.ts'
import { recordOptIn } from '../opt-out/ledger.ts'
import { askAboutOptOut } from '../opt-out/question.ts'
import { ownWordsOf } from '../opt-out/quoted.ts'
import { wish } from '../opt-out/wish.ts'
import { erasedText } from '../privacy/erase-sql.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

export interface Reply {
  conversationId: string
  messageId: string
  /** E.164. */
  from: string
  /** The gateway's id of it. */
  providerId: string
  body: string
  /** The gateway's time. */
  at: number
  /** Number of pictures. */
  pictures: number
  /** What has to be answered at once: a call for help, a START that undid an opt-out. */
  wants: 'help' | 'confirmation' | null
}

/**
 * Stores what a contact wrote: message, opt-out or opt-in, follow-up stopped, needs reply. A number that is not known
 * gets a conversation. Null when the text was stored before, or came from nobody who could be answered.
 */
export async function recordInbound(
  work: Work,
  gateway: string,
  message: GatewayMessage & { direction: 'in' },
  now: number,
): Promise<Reply | null> {
  const { from, body } = message
  if (from === null || from === '') return null
  if ((await knownOf(work.db, gateway, [message.providerId])).size > 0) return null
  const { id: conversationId } = await openConversation(work, from, { now })
  const messageId = randomUUID()
  await work.db
    .insertInto('message')
    .values({
      id: messageId,
      conversation_id: conversationId,
      direction: 'in',
      author: 'contact',
      body,
      state: 'received',
      created_at: now,
      at: await placeOnTimeLine(work, conversationId, message.at),
      gateway,
      provider_id: message.providerId,
      media: message.media,
    })
    .execute()
  if (message.media > 0)
    await work.db.insertInto('picture_fetch').values({ message_id: messageId, due_at: now }).execute()

  // Cut out only where it matters.
  const asked = wish(body) && wish(await ownWordsOf(work.db, conversationId, body))
  let wants: Reply['wants'] = asked === 'help' ? 'help' : null
  if (asked === 'out') {
    await optOut(work, { number: from, source: 'text', evidence: body, now, writtenAt: message.at })
    await work.db.updateTable('conversation').set({ unread: 1 }).where('id', '=', conversationId).execute()
    await refreshConversation(work, conversationId)
  } else {
    if (asked === 'in') {
      const change = { number: from, source: 'text', evidence: body, now, writtenAt: message.at } as const
      if (await recordOptIn(work, change)) wants = 'confirmation'
    }
    await stopFollowUp(work, conversationId, 'replied', now)
    await needsReply(work, conversationId, message.at)
  }
  if (asked === 'ask') {
    await askAboutOptOut(work, { number: from, conversationId }, now)
    await applyEvent(work, conversationId, { kind: 'look', at: now })
  }
  const { providerId } = message
  return { conversationId, messageId, from, providerId, body, at: message.at, pictures: message.media, wants }
}

/** Which of these texts of a gateway's account (`Gateway.account`) are stored already, or were erased, by the provider's ids. */
export async function knownOf(
  db: Kysely<Database>,
  account: string,
  providerIds: readonly string[],
): Promise<ReadonlySet<string | null>> {
  if (providerIds.length === 0) return new Set()
  const found = await db
    .selectFrom('message')
    .select('provider_id')
    .where('gateway', '=', account)
    .where('provider_id', 'in', providerIds)
    .execute()
  const known = new Set(found.map(({ provider_id }) => provider_id))
  const names = providerIds.filter((id) => !known.has(id)).map((id) => `${erasedText}${account}.${id}`)
  if (names.length === 0) return known
  const erased = await db.selectFrom('setting').select('name').where('name', 'in', names).execute()
  for (const { name } of erased) known.add(name.slice(`${erasedText}${account}.`.length))
  return known
}

/** The gateway's times are whole seconds: a quick answer must not stand before the text that it answers. */
async function placeOnTimeLine(work: Work, conversationId: string, at: number): Promise<number> {
  const sameSecond = await work.db
    .selectFrom('message')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where('at', '>=', at)
    .where('at', '<', at + 1000)
    .executeTakeFirst()
  return sameSecond?.at == null ? at : sameSecond.at + 1
}
