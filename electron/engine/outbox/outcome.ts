/** What became of a text, each end in one transaction. */
import type { GatewayMessage, SendFailure } from '../../../telephony/sms/gateway.ts'
import { inCode } from '../../../telephony/said.ts'
import type { OutageSaid } from '../../../telephony/sms/texting-facts.ts'
import { words } from '../../contract/text/index.ts'
import type { Surroundings } from '../followup/facts.ts'
import { planNext } from '../followup/next-step.ts'
import { optOut, stopFollowUp } from '../followup/stop.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Work } from '../store/database.ts'
import { storedProblem } from './problem.ts'
import type { Problem } from './problem.ts'
import { lookFor, nextLook } from './reconcile.ts'
import { isAutomatic, remove, rowOf } from './rows.ts'
import type { OutboxRow } from './rows.ts'

/** Waits before another attempt, ms: by how many there were. */
const backoff = [1, 2, 4, 8, 15, 30, 60].map((seconds) => seconds * 1000)

/** The gateway took the text, as it said itself or as was found there; the next step is planned. `sentAt` is our time. */
export async function markSent(
  work: Work,
  row: OutboxRow,
  attemptId: number | null,
  sent: { gateway: string; message: GatewayMessage; sentAt: number },
  around: Surroundings,
): Promise<void> {
  const { now } = around
  const { gateway, message, sentAt } = sent
  await work.db
    .updateTable('message')
    .set({ state: 'sent', gateway, provider_id: message.providerId, sent_at: sentAt, at: sentAt, problem: null })
    .where('id', '=', row.messageId)
    .execute()
  await remove(work, row.messageId)
  await endAttempt(work, attemptId, 'accepted', message.providerId, now, gateway)
  if (row.followUpId !== null && row.step !== null) await planNext(work, row.followUpId, row.step, around)
  await refreshConversation(work, row.conversationId)
}

/** Nothing left this PC, or the gateway took nothing: to be sent again after a while. Returns when, epoch ms. */
export async function markNotSent(
  work: Work,
  row: OutboxRow,
  attemptId: number,
  why: { said: OutageSaid; retryAfterMs: number | null },
  now: number,
): Promise<number> {
  const wait = backoff[Math.min(row.attempts, backoff.length) - 1] ?? 1000
  const dueAt = now + Math.max(wait, why.retryAfterMs ?? 0)
  await endAttempt(work, attemptId, 'not-sent', inCode(why.said), now)
  await backIntoQueue(work, row, dueAt, now)
  return dueAt
}

/** The account or the sender is at fault: the text waits until that is mended. */
export async function markStopped(
  work: Work,
  row: OutboxRow,
  attemptId: number,
  failure: SendFailure,
  now: number,
): Promise<void> {
  await endAttempt(work, attemptId, 'rejected', failure.code, now)
  await backIntoQueue(work, row, now, now)
}

/** The gateway will not take this text, or not to this number. */
export async function markRejected(
  work: Work,
  row: OutboxRow,
  attemptId: number,
  failure: SendFailure,
  now: number,
): Promise<void> {
  await endAttempt(work, attemptId, 'rejected', failure.code, now)
  // First: the follow-up ends because of the opt-out, not because a text failed.
  if (failure.reaction === 'opted-out') {
    await optOut(work, { number: row.number, source: 'gateway', evidence: failure.code, now })
  }
  await failText(work, row, failure, now)
}

/** It may or may not be out: to be looked for. Where nobody can look, staff are asked at once. */
export async function markUnknown(
  work: Work,
  row: OutboxRow,
  attemptId: number | null,
  why: { said: OutageSaid; canLookUp: boolean },
  now: number,
): Promise<void> {
  await endAttempt(work, attemptId, 'unknown', inCode(why.said), now)
  if (!why.canLookUp) {
    await markCheck(work, row, now)
    return remove(work, row.messageId)
  }
  const lookUntil = now + lookFor
  await work.db
    .updateTable('outbox')
    .set({ state: 'unknown', look_until: lookUntil, due_at: nextLook(lookUntil, now) })
    .where('message_id', '=', row.messageId)
    .execute()
  work.touched(row.conversationId)
}

/** Staff decide. The outbox row is the caller's matter. */
export async function markCheck(work: Work, row: OutboxRow, now: number): Promise<void> {
  await giveUp(work, row, 'check', { said: { code: 'nobody-knows', facts: {} }, code: null }, now)
}

/** The text failed for good; its follow-up with it. */
export async function failText(work: Work, row: OutboxRow, problem: Problem, now: number): Promise<void> {
  await remove(work, row.messageId)
  await giveUp(work, row, 'failed', problem, now)
}

/** Every row that was on its way when the engine ended. Returns how many there were. */
export async function recover(work: Work, now: number): Promise<number> {
  const rows = await work.db.selectFrom('outbox').select('message_id').where('state', '=', 'sending').execute()
  for (const { message_id } of rows) {
    await work.db
      .updateTable('attempt')
      .set({ ended_at: now, end: 'unknown', detail: 'engine-ended' })
      .where('message_id', '=', message_id)
      .where('end', 'is', null)
      .execute()
    await work.db
      .updateTable('outbox')
      // The first look at once: the gateway has had time.
      .set({ state: 'unknown', look_until: now + lookFor, due_at: now })
      .where('message_id', '=', message_id)
      .execute()
  }
  return rows.length
}

async function giveUp(
  work: Work,
  row: OutboxRow,
  state: 'failed' | 'check',
  problem: Problem,
  now: number,
): Promise<void> {
  await work.db
    .updateTable('message')
    .set({ state, settled_at: now, problem: storedProblem(problem) })
    .where('id', '=', row.messageId)
    .execute()
  if (isAutomatic(row)) {
    const { notSent, notKnown } = words.followUp
    await stopFollowUp(work, row.conversationId, 'failed', now, state === 'failed' ? notSent : notKnown)
  }
  await refreshConversation(work, row.conversationId)
}

/** Back into the queue, unless its follow-up has ended while it was on its way. */
async function backIntoQueue(work: Work, row: OutboxRow, dueAt: number, now: number): Promise<void> {
  const current = await rowOf(work.db, row.messageId)
  const ended = isAutomatic(row) && current?.followUpState !== 'running'
  if (ended) await remove(work, row.messageId)
  else {
    await work.db
      .updateTable('outbox')
      .set({ state: 'queued', due_at: dueAt })
      .where('message_id', '=', row.messageId)
      .execute()
  }
  await work.db
    .updateTable('message')
    .set(ended ? { state: 'cancelled', settled_at: now } : { state: 'queued' })
    .where('id', '=', row.messageId)
    .execute()
  await refreshConversation(work, row.conversationId)
}

async function endAttempt(
  work: Work,
  id: number | null,
  end: 'not-sent' | 'rejected' | 'accepted' | 'unknown',
  detail: string,
  now: number,
  gateway: string | null = null,
): Promise<void> {
  if (id === null) return
  await work.db.updateTable('attempt').set({ ended_at: now, end, detail, gateway }).where('id', '=', id).execute()
}
