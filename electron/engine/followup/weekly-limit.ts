/** How many automatic texts one person may get, and has got, on all numbers together. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

/** Automatic texts that one contact may get in seven days (design, "Whom to text"). */
export const mostPerWeek = 3

/** ms */
export const week = 7 * 24 * 60 * 60 * 1000

/**
 * When a text was tried last, by the gateway's clock; null where that did not tell its time. For texts of what is the
 * future now: they were timed by a clock that has been set back since, and may be old.
 */
export const triedAtGateway = sql<
  number | null
>`(SELECT max(gateway_time) FROM attempt WHERE attempt.message_id = message.id)`

/** Automatic texts of the seven days before `now` that went out, or may have. Those that only wait do not count. */
export async function automaticTextsThisWeek(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  now: number,
): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('conversation_id', 'in', conversationIds)
    // Those of another Ringback, adopted by a follow-up of ours, count too.
    .where('follow_up_id', 'is not', null)
    .where('state', 'in', ['sending', 'sent', 'delivered', 'check'])
    .where('at', '>', now - week)
    .where((eb) => eb.or([eb('at', '<=', now), eb(eb.fn.coalesce(triedAtGateway, 'at'), '>', now - week)]))
    .executeTakeFirstOrThrow()
  return count
}

/** When the person last got an automatic text, or may have got one, epoch ms; null for never. */
export async function lastAutomaticText(
  db: Kysely<Database>,
  conversationIds: readonly string[],
): Promise<number | null> {
  const { at } = await db
    .selectFrom('message')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('conversation_id', 'in', conversationIds)
    .where('follow_up_id', 'is not', null)
    .where('state', 'in', ['sending', 'sent', 'delivered', 'check'])
    .executeTakeFirstOrThrow()
  return at
}
