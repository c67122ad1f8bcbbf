/** The brake against texting too much (design, "Brakes"), and what it leaves to which automatic texts. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { apart } from '../followup/step-time.ts'
import type { Database } from '../store/schema.ts'

/** So many automatic texts within so many ms, and Ringback pauses itself. */
export const brake = { texts: 30, within: 10 * 60 * 1000 }
/** Texts that answer no call of just now use this much of it at most: the rest is for callers who wait. */
const forLater = 20
/** Far more attempts than the brake needs to see; without it every claim would read all that were ever made. */
const mostAttempts = 1000
/** Attempts that begin together are not stored in their very order: within this, ms, they are. */
const disorder = 60 * 1000

/**
 * When the automatic texts of the last ten minutes, of all contacts, went out or may have: epoch ms, newest first. An
 * attempt that began in what is the future now, or before one that is older by the clock, was made by a clock that has
 * been set back since: when it really was nobody knows, and it does not count.
 */
export async function recentAutomaticTexts(db: Kysely<Database>, now: number): Promise<number[]> {
  const rows = await db
    .selectFrom('attempt')
    .innerJoin('message', 'message.id', 'attempt.message_id')
    .select(['attempt.message_id', 'attempt.started_at as at'])
    .where('message.author', '=', 'auto')
    .where('attempt.id', '>', (eb) => eb.selectFrom('attempt').select(sql<number>`max(id) - ${mostAttempts}`.as('id')))
    .where('attempt.started_at', '>', now - brake.within)
    .where('attempt.started_at', '<=', now)
    .where((eb) => eb.or([eb('attempt.end', 'is', null), eb('attempt.end', 'in', ['accepted', 'unknown'])]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('attempt as later')
            .select('later.id')
            .whereRef('later.id', '>', 'attempt.id')
            .where(sql<boolean>`later.started_at < attempt.started_at - ${disorder}`),
        ),
      ),
    )
    .orderBy('attempt.id', 'desc')
    .execute()
  const tried = new Set<string>()
  // One that was tried twice is one text.
  const texts = rows.filter(({ message_id }) => !tried.has(message_id) && tried.add(message_id))
  return texts.map(({ at }) => at).sort((one, other) => other - one)
}

/** From when on, epoch ms, a text that answers no call of just now may go; `now` when it may at once. */
export function nextTurn(recent: readonly number[], now: number): number {
  const [last = -Infinity] = recent
  const oldest = recent[forLater - 1] ?? -Infinity
  return Math.max(now, last + apart, oldest + brake.within)
}
