/** What the rules have against a row that is due: it waits, it goes to another time, or it is dropped. */
import type { Kysely } from 'kysely'
import type { StepNumber } from '../../contract/texts.ts'
import type { StopReason } from '../../contract/view-models.ts'
import { storeDecision } from '../followup/decisions.ts'
import { gatherFacts } from '../followup/facts.ts'
import type { FollowUpFacts, Subject, Surroundings } from '../followup/facts.ts'
import { inside, leaveOut } from '../followup/next-step.ts'
import { timeAnew } from '../followup/plan-anew.ts'
import { judge } from '../followup/rules.ts'
import type { Judgement } from '../followup/rules.ts'
import { apartFromOthers, findTime } from '../followup/step-time.ts'
import { goBy, readPlan } from '../followup/steps.ts'
import { stopFollowUp } from '../followup/stop.ts'
import { ownTurn } from '../followup/turn.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { postpone, replan } from './rows.ts'
import type { OutboxRow } from './rows.ts'

export type Objection =
  /** Not now; the row is due again later. `rule`: which one says so; null for what is no rule about the call. */
  | { kind: 'held'; row: OutboxRow; rule: string | null }
  /** It will not be sent. */
  | { kind: 'dropped'; row: OutboxRow; judgement: Judgement | null }

/** A caller in a call is asked about again this soon, ms: the text must be out within a minute of the hang-up. */
const liveRetry = 1000
/** Unless it has waited for so long, ms: then the call is a long one, or nobody sees whether it still goes on. */
const longCall = 60_000
const longCallRetry = 10_000
/** While nobody knows who is in a call, ms: whoever hears of it asks sooner. */
const liveUnknownRetry = 10_000
/** What the rules say to a row right now; for looking ahead without writing anything. */
export async function judgeRow(
  db: Kysely<Database>,
  row: OutboxRow,
  around: Surroundings,
): Promise<{ facts: FollowUpFacts; judgement: Judgement }> {
  const facts = await gatherFacts(db, subjectOf(row), around)
  return { facts, judgement: judge(facts, around.settings, around.now) }
}

function subjectOf(row: OutboxRow): Subject {
  if (row.callId === null) throw new Error('An automatic text without a call')
  return {
    stage: 'sending',
    callId: row.callId,
    followUpId: row.followUpId,
    step: stepOf(row),
    // Rows of before there were steps: they are first texts, which the call's own time makes late.
    plannedAt: row.plannedAt ?? 0,
    urged: row.urged === 1,
  }
}

/** Does what the judgement of a row says, `text` left out, in the transaction that judged it. */
export async function object(
  work: Work,
  row: OutboxRow,
  facts: FollowUpFacts,
  judgement: Judgement,
  around: Surroundings,
): Promise<Objection> {
  const { now } = around
  if (judgement.verdict === 'hold' && judgement.until != null && judgement.until > now) {
    const turn = await ownTurn(work, now)
    const subject = { ...subjectOf(row), plannedAt: judgement.until + turn, urged: false }
    const later = await findTime(work.db, subject, around, turn)
    if (later.judgement.verdict === 'skip') return object(work, row, later.facts, later.judgement, around)
    await storeDecision(work, aboutOf(row, facts, now), judgement)
    const dueAt = await apartFromOthers(work.db, later.dueAt)
    const by = goBy(stepOf(row), dueAt, facts.callEndedAt, around.settings)
    await replan(work, row.messageId, { dueAt, urged: 0, goBy: by })
    return { kind: 'held', row, rule: judgement.rule }
  }
  if (await backToItsTime(work, row, facts, judgement, around)) return { kind: 'held', row, rule: judgement.rule }
  await storeDecision(work, aboutOf(row, facts, now), judgement)
  if (judgement.verdict === 'hold') {
    await postpone(work, row.messageId, now + retryAfter(row, facts, now))
    return { kind: 'held', row, rule: judgement.rule }
  }
  const why = inside(judgement.reason)
  if (judgement.stepOnly && row.followUpId !== null) {
    const { messageId, conversationId, followUpId } = row
    const text = {
      messageId,
      conversationId,
      followUpId,
      position: positionOf(row),
      of: readPlan(row.plan ?? '').length,
    }
    await leaveOut(work, text, why, around)
    await refreshConversation(work, conversationId)
    return { kind: 'dropped', row, judgement }
  }
  await stopFollowUp(work, row.conversationId, stopReasons[judgement.rule] ?? 'rule', now, why)
  return { kind: 'dropped', row, judgement }
}

/** A text that staff hurried, and that could not go in time for that, goes when it was to go by itself. False where that is past. */
async function backToItsTime(
  work: Work,
  row: OutboxRow,
  facts: FollowUpFacts,
  judgement: Judgement,
  around: Surroundings,
): Promise<boolean> {
  const { messageId, followUpId, callId } = row
  if (row.urged !== 1 || judgement.stepOnly !== true || followUpId === null || callId === null) return false
  const followUp = { id: followUpId, callId, endedAt: facts.callEndedAt }
  const time = await timeAnew(work, followUp, stepOf(row), around)
  if (time === null || time.goBy <= around.now) return false
  await storeDecision(work, aboutOf(row, facts, around.now), { ...judgement, verdict: 'hold', until: time.dueAt })
  await replan(work, messageId, { ...time, urged: 0 })
  return true
}

function retryAfter({ plannedAt, dueAt }: OutboxRow, { live }: FollowUpFacts, now: number): number {
  if (live === null) return liveUnknownRetry
  return now - (plannedAt ?? dueAt) > longCall ? longCallRetry : liveRetry
}

/** Why a follow-up ends when this rule says no; for any other: by a rule. */
const stopReasons: Record<string, Exclude<StopReason, 'completed'>> = {
  'opted-out': 'opted-out',
  blocked: 'blocked',
  spoke: 'answered',
  replied: 'replied',
  'staff-wrote': 'staff-wrote',
  paused: 'paused',
  brake: 'brake',
  'too-late': 'failed',
}

export function aboutOf(row: OutboxRow, facts: FollowUpFacts, now: number) {
  const { messageId, body: wouldText } = row
  return { callId: row.callId ?? '', messageId, position: positionOf(row), facts, wouldText, now }
}

function stepOf(row: OutboxRow): StepNumber {
  return readPlan(row.plan ?? '')[positionOf(row) - 1] ?? 1
}

export function positionOf(row: OutboxRow): number {
  return row.step ?? 1
}
