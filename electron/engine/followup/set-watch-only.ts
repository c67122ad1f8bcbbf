/** Turning "Watch only" on and off (what it means: watch-only.ts). */
import { sql } from 'kysely'
import { numberAsKept } from '../../../telephony/phone-number.ts'
import { words } from '../../contract/text/index.ts'
import type { WatchOnly } from '../../contract/watch-only.ts'
import { dropAnswers } from '../replies/answers.ts'
import { readSection, saveSection } from '../settings/settings.ts'
import type { Work } from '../store/database.ts'
import { stopFollowUpHere } from './stop.ts'
import { isWatched, watchOnlyRule } from './watch-only.ts'

/** Sets it for the office, or for one line (`number`), and ends what would go out by itself from there. */
export async function setWatchOnly(work: Work, change: { on: boolean; number?: string }, now: number): Promise<void> {
  const { on, number } = change
  const before = await readSection(work.db, 'watch-only')
  const { country } = await readSection(work.db, 'business')
  await saveSection(work, 'watch-only', number === undefined ? { on } : withLine(before, number, on, country), now)
  if (on) await endWatched(work, { answers: number === undefined }, now)
}

/** Ends what would go out by itself from lines that are only watched now; `answers`: those to HELP and START, too. */
export async function endWatched(work: Work, { answers }: { answers: boolean }, now: number): Promise<void> {
  const running = await work.db
    .selectFrom('follow_up')
    .innerJoin('call', 'call.id', 'follow_up.call_id')
    .select(['follow_up.conversation_id as conversationId', 'call.line'])
    // In these very words, which let SQLite use the index of those that run.
    .where(sql<boolean>`follow_up.state = 'running'`)
    .execute()
  for (const { conversationId, line } of running) {
    if (!(await isWatched(work.db, line))) continue
    await stopFollowUpHere(work, conversationId, 'rule', now, words.followUp.inside(words.rules[watchOnlyRule]))
  }
  if (answers) await dropAnswers(work, now)
}

/** A line that does as the office does needs no word of its own. */
function withLine({ on: office, lines }: WatchOnly, number: string, on: boolean, country: string): WatchOnly {
  const kept = numberAsKept(number, country)
  const others = lines.filter((line) => numberAsKept(line.number, country) !== kept)
  return { on: office, lines: on === office ? others : [...others, { number: kept, on }] }
}
