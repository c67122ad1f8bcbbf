/** What waits in the outbox when this PC's clock is set back. */
import type { Surroundings } from '../followup/facts.ts'
import { timeAnew } from '../followup/plan-anew.ts'
import { readPlan } from '../followup/steps.ts'
import type { Work } from '../store/database.ts'
import { lookFor } from './reconcile.ts'
import { isAutomatic, outboxRows } from './rows.ts'
import type { OutboxRow } from './rows.ts'

/** Longer than this, in ms, no row waits before it is tried again or looked for once more. */
const longestWait = 60 * 1000
/** Further behind what the gateway said of the time at the last text, ms, this PC's clock is not set wrong but not set at all. */
const furthestBehind = 24 * 60 * 60 * 1000

/**
 * After this PC's clock was set back: rows made in what is now the future wait as long as they were meant to, counted
 * from now, or until the time of day that they were meant for, instead of until the old clock's time comes round again;
 * rows that were tried, held or looked for then are at once. To be called also when the engine starts, which may have missed it.
 */
export async function rebase(work: Work, around: Surroundings): Promise<number> {
  const { now } = around
  const rows = await outboxRows(work.db)
    .select('message.created_at as createdAt')
    .where((eb) =>
      eb.or([
        eb('message.created_at', '>', now),
        eb.and([
          eb('outbox.due_at', '>', now + longestWait),
          eb.or([
            eb('outbox.state', '=', 'unknown'),
            eb('outbox.planned_at', 'is', null),
            eb('outbox.due_at', '>', eb.ref('outbox.planned_at')),
          ]),
        ]),
      ]),
    )
    .execute()
  const isSpoilt = rows.length > 0 && (await hasNoTime(work, now))
  for (const row of rows) {
    if (isSpoilt && isAutomatic(row) && row.state === 'queued' && row.goBy !== null) continue
    const times = (await movedByRules(work, row, around)) ?? moved(row, now)
    await work.db.updateTable('outbox').set(times).where('message_id', '=', row.messageId).execute()
    if (row.createdAt <= now) continue
    // Moved once: the next time the clock is set back, or the engine starts, what was moved must not be moved again.
    await work.db
      .updateTable('message')
      .set((eb) => ({ created_at: now, at: eb.fn<number>('min', ['at', eb.val(now)]) }))
      .where('id', '=', row.messageId)
      .execute()
  }
  return rows.length
}

/**
 * A PC whose battery is empty begins years ago and has the right time a moment later: what waits for hours, or for a
 * morning, would be too late then if it were moved meanwhile.
 */
async function hasNoTime(work: Work, now: number): Promise<boolean> {
  const last = await work.db
    .selectFrom('attempt')
    .select('gateway_time')
    .where('gateway_time', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.gateway_time != null && now < last.gateway_time - furthestBehind
}

/** Null for a row that waits for nothing but some time to pass, and for one that the rules are no longer about. */
async function movedByRules(work: Work, row: OutboxRow & { createdAt: number }, around: Surroundings) {
  const { followUpId, callId, callEndedAt, plan, step, state, urged, goBy, createdAt } = row
  if (createdAt <= around.now || state !== 'queued' || !isAutomatic(row) || urged || goBy === null) return null
  const number = step === null || plan === null ? undefined : readPlan(plan)[step - 1]
  if (followUpId === null || callId === null || callEndedAt === null || !number) return null
  const time = await timeAnew(work, { id: followUpId, callId, endedAt: callEndedAt }, number, around)
  return time && { due_at: time.dueAt, planned_at: time.dueAt, go_by: time.goBy }
}

function moved(row: OutboxRow & { createdAt: number }, now: number) {
  const { dueAt, plannedAt, createdAt, lookUntil, goBy } = row
  if (row.state === 'unknown') {
    // Unknown since a time that is still to come: looked for from now on.
    const late = lookUntil !== null && lookUntil > now + lookFor
    return { due_at: Math.min(dueAt, now), ...(late ? { look_until: now + lookFor } : {}) }
  }
  // Staff chose a time of day: that stays what it is. One that was tried then is tried again as soon as it has come.
  if (row.author === 'staff' && plannedAt !== null)
    return { due_at: dueAt > plannedAt ? Math.max(plannedAt, now) : dueAt, planned_at: plannedAt }
  const again = (at: number) => (createdAt > now ? Math.min(at, now + Math.max(0, at - createdAt)) : at)
  const planned = plannedAt === null ? null : again(plannedAt)
  const waits = plannedAt === null || dueAt > plannedAt
  return {
    due_at: waits ? Math.min(again(dueAt), Math.max(planned ?? now, now)) : again(dueAt),
    planned_at: planned,
    go_by: goBy === null ? null : goBy + (planned ?? 0) - (plannedAt ?? 0),
  }
}
