/** When a text of a follow-up may go out: its own time, and what the rules make of it. */
import type { Kysely } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { StepNumber } from '../../contract/texts.ts'
import type { Database } from '../store/schema.ts'
import { gatherFacts } from './facts.ts'
import type { FollowUpFacts, Subject, Surroundings } from './facts.ts'
import { judge, unwatched } from './rules.ts'
import type { Judgement } from './rules.ts'
import { dueOf } from './steps.ts'

/** Holds that follow upon each other (closed, then quiet, then closed again …) are looked through this often. */
const mostHolds = 20

/**
 * Texts that wait for the same morning go out this far apart, ms: an office with forty callers on a weekend must not
 * set off its own brake.
 */
export const apart = 30 * 1000
/** … but none later than this after the first. */
const mostApart = 2 * 60 * 60 * 1000

export interface PlannedTime {
  dueAt: number
  facts: FollowUpFacts
  /** `hold` with the first reason when it was put off. */
  judgement: Judgement
}

/**
 * When the rules let a text go out that is due at `subject.plannedAt`; their "no" when they never do. `turn`: this
 * inbox's (turn.ts), ms, after each time that other PCs would hold it until as well.
 */
export async function findTime(
  db: Kysely<Database>,
  subject: Subject,
  around: Surroundings,
  turn: number,
): Promise<PlannedTime> {
  let dueAt = subject.plannedAt
  let held: Judgement | null = null
  for (let holds = 0; ; holds += 1) {
    const facts = await gatherFacts(db, { ...subject, plannedAt: dueAt }, around)
    // Also of a text that is only watched it is told what it would say at its time.
    const judgement = judge(unwatched(facts), around.settings, around.now)
    const until = judgement.verdict === 'hold' ? (judgement.until ?? null) : null
    if (until === null || until <= dueAt) {
      if (judgement.verdict === 'skip') return { dueAt, facts, judgement }
      if (facts.watchOnly) return { dueAt, facts, judgement: judge(facts, around.settings, around.now) }
      return { dueAt, facts, judgement: held ?? judgement }
    }
    if (holds === mostHolds) return { dueAt, facts, judgement: noTime(subject) }
    held ??= judgement
    dueAt = until + turn
  }
}

function noTime({ step }: Subject): Judgement {
  return { verdict: 'skip', rule: 'no-time', reason: words.rules['no-time'], stepOnly: step !== 1 }
}

export interface RunningFollowUp {
  id: string
  callId: string
  /** Of the call. */
  endedAt: number
}

/** As `findTime`, for a text of a follow-up that runs. `plannedAt` null: an office that never opens has no such time. */
export async function timeOfStep(
  db: Kysely<Database>,
  { id, callId, endedAt }: RunningFollowUp,
  step: StepNumber,
  around: Surroundings,
  turn: number,
): Promise<PlannedTime & { plannedAt: number | null }> {
  // What ended in the future was timed by a clock that has been set back since.
  const notAfter = <T extends number | null>(at: T) => (at === null ? at : Math.min(at, around.now))
  const { firstSentAt, lastSentAt } = await whenSent(db, id)
  const done = { endedAt: notAfter(endedAt), firstSentAt: notAfter(firstSentAt), lastSentAt: notAfter(lastSentAt) }
  const dueForAll = dueOf(step, done, around.settings)
  const plannedAt = dueForAll === null ? null : dueForAll + turn
  const about = { callId, followUpId: id, step, urged: false }
  const subject: Subject = { stage: 'sending', ...about, plannedAt: plannedAt ?? endedAt }
  return { ...(await findTime(db, subject, around, turn)), plannedAt }
}

/** Other texts wait for that morning already: this one goes after them. */
export async function apartFromOthers(db: Kysely<Database>, dueAt: number): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('due_at', '>=', dueAt)
    .where('due_at', '<=', dueAt + mostApart)
    .executeTakeFirstOrThrow()
  return dueAt + Math.min(count * apart, mostApart)
}

async function whenSent(
  db: Kysely<Database>,
  followUpId: string,
): Promise<{ firstSentAt: number | null; lastSentAt: number | null }> {
  return db
    .selectFrom('message')
    .select((eb) => [eb.fn.min('sent_at').as('firstSentAt'), eb.fn.max('sent_at').as('lastSentAt')])
    .where('follow_up_id', '=', followUpId)
    .where('state', 'in', ['sent', 'delivered'])
    .executeTakeFirstOrThrow()
}
