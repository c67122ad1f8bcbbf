/**
 * "Watch only": everything is judged as ever and shown, and nothing goes out by itself. It is read in the transaction
 * that judges, as the pause is, so that no text slips by that was planned a moment before.
 */
import type { Kysely } from 'kysely'
import { numberAsKept } from '../../../telephony/phone-number.ts'
import type { WatchOnly } from '../../contract/watch-only.ts'
import { changedAt, readSection } from '../settings/settings.ts'
import type { Database } from '../store/schema.ts'

/** The rule's name, stored with the decisions. */
export const watchOnlyRule = 'watch-only'

/** Whether calls to `line` (as it is stored with the call; null where none is known) are only watched. */
export async function isWatched(db: Kysely<Database>, line: string | null): Promise<boolean> {
  const watchOnly = await readSection(db, 'watch-only')
  if (watchOnly.lines.length === 0) return watchOnly.on
  const { country } = await readSection(db, 'business')
  return holdsFor(watchOnly, line, country)
}

/** The same for settings that are at hand. `country`: the office's, for numbers without their code. */
export function holdsFor({ on, lines }: WatchOnly, line: string | null, country: string): boolean {
  if (line === null) return on
  const number = numberAsKept(line, country)
  return lines.find((own) => numberAsKept(own.number, country) === number)?.on ?? on
}

/** `all`: nothing goes out by itself; `some`: there are lines of both kinds; null: every line is texted for. */
export async function watchedNow(db: Kysely<Database>): Promise<'all' | 'some' | null> {
  const { on, lines } = await readSection(db, 'watch-only')
  if (lines.some((line) => line.on !== on)) return 'some'
  return on ? 'all' : null
}

/** Since when answers to HELP and START stay away, too; null while they may go out. */
export async function answersAwaySince(db: Kysely<Database>): Promise<number | null> {
  return (await readSection(db, 'watch-only')).on ? changedAt(db, 'watch-only') : null
}

/**
 * When the caller of another call would have been texted last, after `after`: while calls are watched, that counts as
 * the text that it stands for. `ids`: the conversations with the person.
 */
export async function lastWatchedText(
  db: Kysely<Database>,
  { ids, after, callId }: { ids: string[]; after: number; callId: string },
): Promise<number | null> {
  const { at } = await db
    .selectFrom('call')
    .innerJoin('decision', 'decision.call_id', 'call.id')
    .select((eb) => eb.fn.max('decision.at').as('at'))
    .where('call.conversation_id', 'in', ids)
    .where('call.ended_at', '>', after)
    .where('call.id', '!=', callId)
    .where('decision.rule', '=', watchOnlyRule)
    .where('decision.would_text', 'is not', null)
    .executeTakeFirstOrThrow()
  return at
}
