/**
 * Two PCs of one office hear the same call at the same moment and would both text the caller: each asks the gateway
 * whether somebody has, both hear no, both send. So each waits a little longer, by a turn drawn at random for its
 * inbox, with whatever falls due on both at one moment: a text after a call, in the morning, at the end of a call. The
 * later one finds the text of the earlier. Two that have drawn the same turn (one pair in seven) text twice before they
 * notice and draw anew (outbox/same-moment.ts); two whose gateway lists a text only after seconds do so again and
 * again: an office should let one PC text.
 */
import { randomInt } from 'node:crypto'
import type { Work } from '../store/database.ts'

/** Between two turns, ms: longer than a gateway takes to answer, and to list what it took. */
export const between = 2000
const turns = 7
/** The last turn, ms. With the usual delay of 15 s it leaves half of the minute that a first text may take. */
export const longestTurn: number = between * (turns - 1)

const row = 'follow-up.turn'

/** How much longer than planned this inbox waits before an automatic text, ms. Drawn when it is asked first. */
export async function ownTurn(work: Work, now: number): Promise<number> {
  const found = await work.db.selectFrom('setting').select('value').where('name', '=', row).executeTakeFirst()
  if (found) return JSON.parse(found.value) as number
  const turn = between * randomInt(turns)
  await setTurn(work, turn, now)
  return turn
}

/**
 * Draws another turn, unless that was done since `textedAt`, when another PC texted at the same moment. What waits with
 * the old one takes the new one.
 */
export async function drawAnew(work: Work, textedAt: number, now: number): Promise<void> {
  const turn = await ownTurn(work, now)
  const { changed_at: drawnAt } = await work.db
    .selectFrom('setting')
    .select('changed_at')
    .where('name', '=', row)
    .executeTakeFirstOrThrow()
  // One that was drawn in the future was so by a clock that has been set back since: before the text.
  if (drawnAt > textedAt && drawnAt <= now) return
  const other = (turn + between * (1 + randomInt(turns - 1))) % (between * turns)
  await setTurn(work, other, now)
  await work.db
    .updateTable('outbox')
    .set((eb) => ({ due_at: eb('due_at', '+', other - turn), planned_at: eb('planned_at', '+', other - turn) }))
    .where('state', '=', 'queued')
    .where('due_at', '>', now + longestTurn)
    .whereRef('due_at', '=', 'planned_at')
    // Neither staff's own texts nor those that are to go out at once.
    .where('go_by', 'is not', null)
    .where('urged', '=', 0)
    .execute()
}

/** The first moment from `at` on that is no other turn's, epoch ms: for what all PCs do again and again until it works. */
export function nextMomentOf(turn: number, at: number): number {
  const round = between * turns
  return at + ((((turn - at) % round) + round) % round)
}

/** Sets the turn: where no other PC can be, or for a test. */
export async function setTurn(work: Work, turn: number, now: number): Promise<void> {
  const value = { value: JSON.stringify(turn), changed_at: now }
  await work.db
    .insertInto('setting')
    .values({ name: row, ...value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(value))
    .execute()
}
