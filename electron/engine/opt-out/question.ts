/**
 * A text that may be a wish for no more texts, or not: staff are asked, and nothing goes out by itself until they have
 * decided. Their decision is the next entry in the ledger's audit, whichever way it goes.
 */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { lastAsked, recordStaffsYes } from './ledger.ts'

/**
 * Puts the question into the time line, if there is one, and before staff. `number`: the contact's, E.164; `why`: what
 * stands there, where it is not about the contact's own words.
 */
export async function askAboutOptOut(
  work: Work,
  about: { number: string; conversationId: string | null; why?: string },
  now: number,
): Promise<void> {
  const { number, conversationId, why: text = words.optOut.asked } = about
  const decided = await lastDecided(work.db, number)
  // A decision in the future was timed by a clock that has been set back since: it came before.
  const at = decided !== null && decided > now ? decided : now
  await work.db.insertInto('opt_out_question').values({ number, at }).execute()
  if (conversationId === null) return
  await work.db
    .insertInto('happening')
    .values({ id: randomUUID(), conversation_id: conversationId, event: 'ask-opt-out', text, at: now })
    .execute()
  work.touched(conversationId)
}

/**
 * True while somebody with this number (E.164) may have asked for no texts and nobody has decided, whatever became of
 * the contact and what was said.
 */
export async function isOptOutAsked(db: Kysely<Database>, number: string): Promise<boolean> {
  const asked = await lastAsked(db, number)
  if (asked === null) return false
  const decided = await lastDecided(db, number)
  // At the same instant both came in one batch: then nobody has decided.
  return decided === null || decided <= asked
}

async function lastDecided(db: Kysely<Database>, number: string): Promise<number | null> {
  const { at } = await db
    .selectFrom('opt_out_audit')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return at
}

/** Staff say that texts are fine; `evidence` says how. False when no question is open. */
export async function decideTextsAreFine(work: Work, number: string, now: number, evidence?: string): Promise<boolean> {
  if (!(await isOptOutAsked(work.db, number))) return false
  await recordStaffsYes(work, number, now, evidence)
  return true
}
