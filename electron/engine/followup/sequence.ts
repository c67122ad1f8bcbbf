/**
 * The beginning of a follow-up, by a missed call (its way on: next-step.ts, its end: stop.ts). Everything here happens
 * inside the transaction of what caused it, so that neither can be there without the other.
 */
import { randomUUID } from 'node:crypto'
import type { Work } from '../store/database.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { reachedThem } from '../inbox/reached.ts'
import { storeDecision } from './decisions.ts'
import type { Subject, Surroundings } from './facts.ts'
import { planNext, putIntoOutbox } from './next-step.ts'
import type { Judgement } from './rules.ts'
import { beganAt } from './since-call.ts'
import { writeStep } from './step-text.ts'
import { apartFromOthers, findTime } from './step-time.ts'
import { dueOf, goBy, planOf } from './steps.ts'
import { stopFollowUp } from './stop.ts'
import { ownTurn } from './turn.ts'
import { watchOnlyRule } from './watch-only.ts'

/**
 * To be called in the transaction that recorded the call (`recordCall` with `fresh`). Ends the contact's follow-up if
 * somebody talked, judges an inbound call, and plans its first text: decision, follow-up, message and outbox row.
 * Null for calls that are not judged: those that the office made.
 */
export async function onCallEnded(
  work: Work,
  recorded: { callId: string; conversationId: string | null },
  around: Surroundings,
): Promise<Judgement | null> {
  const { callId, conversationId } = recorded
  const { now, settings } = around
  const call = await work.db
    .selectFrom('call')
    .select(['direction', 'outcome', 'reason', 'started_at', 'ended_at', 'end_unseen', 'line'])
    .where('id', '=', callId)
    .executeTakeFirstOrThrow()
  if (conversationId !== null) {
    if (call.direction === 'outbound') {
      if (reachedThem({ ...call, endUnseen: call.end_unseen === 1 }))
        await stopFollowUp(work, conversationId, 'called-back', now)
    } else if (call.outcome === 'answered') await stopFollowUp(work, conversationId, 'answered', now)
  }
  if (call.direction !== 'inbound') return null

  const plan = planOf(settings)
  const step = plan[0] ?? 1
  const turn = await ownTurn(work, now)
  const dueForAll =
    dueOf(step, { endedAt: call.ended_at, firstSentAt: null, lastSentAt: null }, settings) ?? call.ended_at
  // An office that wants no delay gets none, even at the price that two of its PCs may both text.
  const plannedAt = dueForAll + (step === 1 && settings.followUp.delaySeconds === 0 ? 0 : turn)
  const subject: Subject = { stage: 'call-ended', callId, followUpId: null, step, plannedAt, urged: false }
  const { dueAt, facts, judgement } = await findTime(work.db, subject, around, turn)
  const about = { callId, messageId: null, position: 1, facts, now }
  if (conversationId === null || (judgement.verdict === 'skip' && judgement.stepOnly !== true)) {
    const watched = judgement.rule === watchOnlyRule && conversationId !== null
    const would = watched
      ? await writeStep(work.db, { conversationId, line: call.line, position: 1 }, facts, settings)
      : null
    await storeDecision(work, { ...about, wouldText: would?.ok ? would.body : null }, judgement)
    return judgement
  }
  const text = await writeStep(work.db, { conversationId, line: call.line, position: 1 }, facts, settings)
  if (!text.ok) {
    const refused: Judgement = { verdict: 'skip', rule: 'template', reason: text.problem }
    await storeDecision(work, about, refused)
    return refused
  }
  // One that waits for a morning days ahead gives way: this call is answered by texts of its own.
  await stopFollowUp(work, conversationId, 'called-again', now)
  const followUpId = randomUUID()
  await work.db
    .insertInto('follow_up')
    .values({
      id: followUpId,
      conversation_id: conversationId,
      call_id: callId,
      state: 'running',
      started_at: now,
      step: 1,
      steps: plan.length,
      plan: plan.join(','),
      gateway_time: around.gatewayAhead === null ? null : beganAt(call) + around.gatewayAhead,
    })
    .execute()
  if (step === 1) {
    const held = dueAt > plannedAt
    const goesAt = held ? await apartFromOthers(work.db, dueAt) : dueAt
    const by = held ? goBy(1, goesAt, call.ended_at, settings) : null
    const planned = { followUpId, conversationId, position: 1, body: text.body, dueAt: goesAt, goBy: by }
    const messageId = await putIntoOutbox(work, planned, now)
    await storeDecision(work, { ...about, messageId }, judgement)
  } else {
    // A "no" to this step alone is found and noted again there.
    if (judgement.verdict !== 'skip') await storeDecision(work, about, judgement)
    await planNext(work, followUpId, 0, around)
  }
  await refreshConversation(work, conversationId)
  if (judgement.verdict !== 'skip') return judgement
  const { state } = await work.db
    .selectFrom('follow_up')
    .select('state')
    .where('id', '=', followUpId)
    .executeTakeFirstOrThrow()
  return state === 'running' ? { ...judgement, verdict: 'hold' } : judgement
}
