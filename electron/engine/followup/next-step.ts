/** Plans the texts of a follow-up one after another, each in the transaction of what ended the one before. */
import { randomUUID } from 'node:crypto'
import { words } from '../../contract/text/index.ts'
import type { Work } from '../store/database.ts'
import { storeDecision } from './decisions.ts'
import type { Surroundings } from './facts.ts'
import type { Judgement } from './rules.ts'
import { writeStep } from './step-text.ts'
import { apartFromOthers, timeOfStep } from './step-time.ts'
import { goBy, readPlan } from './steps.ts'
import { endFollowUp } from './stop.ts'
import { ownTurn } from './turn.ts'

/** A text of a follow-up is with the gateway, or was left out: plans the next one, or completes the follow-up. */
export async function planNext(work: Work, followUpId: string, after: number, around: Surroundings): Promise<void> {
  const followUp = await work.db
    .selectFrom('follow_up')
    .innerJoin('call', 'call.id', 'follow_up.call_id')
    .select(['follow_up.id', 'follow_up.conversation_id as conversationId', 'follow_up.state', 'follow_up.plan'])
    .select(['call.id as callId', 'call.ended_at as endedAt', 'call.line'])
    .where('follow_up.id', '=', followUpId)
    .executeTakeFirst()
  if (followUp?.state !== 'running') return
  const { conversationId, callId, endedAt, line } = followUp
  const plan = readPlan(followUp.plan)
  const turn = await ownTurn(work, around.now)
  for (const [index, step] of plan.entries()) {
    const position = index + 1
    if (position <= after) continue
    const { plannedAt, dueAt, facts, judgement } = await timeOfStep(work.db, followUp, step, around, turn)
    const text = await writeStep(work.db, { conversationId, line, position }, facts, around.settings)
    const no = objectionTo(judgement, plannedAt, text)
    if (no === null && text.ok) {
      // A second text at its own time, two hours after the call, meets no others.
      const ownTime = step === 2 && dueAt === plannedAt
      const spreadAt = ownTime ? dueAt : await apartFromOthers(work.db, dueAt)
      const by = goBy(step, spreadAt, endedAt, around.settings)
      const planned = { followUpId, conversationId, position, body: text.body, dueAt: spreadAt, goBy: by }
      const messageId = await putIntoOutbox(work, planned, around.now)
      if (judgement.verdict === 'hold')
        await storeDecision(work, { callId, messageId, position, facts, now: around.now }, judgement)
      return
    }
    if (no === null) continue
    const wouldText = text.ok ? text.body : null
    await storeDecision(work, { callId, messageId: null, position, facts, wouldText, now: around.now }, no)
    if (no.stepOnly !== true) {
      await note(work, conversationId, words.followUp.noMore(inside(no.reason)), around.now)
      break
    }
    await noteLeftOut(work, { conversationId, position, of: plan.length }, inside(no.reason), around.now)
  }
  await endFollowUp(work, followUpId, 'completed', 'completed', around.now)
  work.touched(conversationId)
}

function objectionTo(
  judgement: Judgement,
  plannedAt: number | null,
  text: { ok: true } | { ok: false; problem: string },
): Judgement | null {
  if (judgement.verdict === 'skip') return judgement
  if (plannedAt === null)
    return { verdict: 'skip', rule: 'closed', reason: words.reasons.closedForGood, stepOnly: true }
  return text.ok ? null : { verdict: 'skip', rule: 'template', reason: text.problem, stepOnly: true }
}

/**
 * Writes the message of a step with its row in the outbox. Returns the message's id. `goBy`: by when it must be out,
 * for a text that takes turns with others; null for one that answers a call of just now.
 */
export async function putIntoOutbox(
  work: Work,
  text: {
    followUpId: string
    conversationId: string
    position: number
    body: string
    dueAt: number
    goBy: number | null
  },
  now: number,
): Promise<string> {
  const id = randomUUID()
  const { followUpId, conversationId, position, body, dueAt, goBy: by } = text
  await work.db
    .insertInto('message')
    .values({
      id,
      conversation_id: conversationId,
      direction: 'out',
      author: 'auto',
      body,
      state: 'queued',
      follow_up_id: followUpId,
      step: position,
      created_at: now,
      at: now,
    })
    .execute()
  await work.db
    .insertInto('outbox')
    .values({ message_id: id, state: 'queued', due_at: dueAt, planned_at: dueAt, go_by: by })
    .execute()
  await work.db.updateTable('follow_up').set({ step: position }).where('id', '=', followUpId).execute()
  work.touched(conversationId)
  return id
}

/** Takes back one text that waits; the follow-up goes on with the one after it. `why` is told inside a sentence. */
export async function leaveOut(
  work: Work,
  text: { messageId: string; conversationId: string; followUpId: string; position: number; of: number },
  why: string,
  around: Surroundings,
): Promise<void> {
  const { now } = around
  await work.db.deleteFrom('outbox').where('message_id', '=', text.messageId).execute()
  await work.db
    .updateTable('message')
    .set({ state: 'cancelled', settled_at: now })
    .where('id', '=', text.messageId)
    .execute()
  await noteLeftOut(work, text, why, now)
  await planNext(work, text.followUpId, text.position, around)
}

/** A reason as it stands inside a sentence; one that begins with a name of a state or a city keeps its capital. */
export function inside(reason: string): string {
  return words.followUp.inside(reason)
}

async function noteLeftOut(
  work: Work,
  { conversationId, position, of }: { conversationId: string; position: number; of: number },
  why: string,
  now: number,
): Promise<void> {
  await note(work, conversationId, words.followUp.leftOut(position, of, why), now)
}

async function note(work: Work, conversationId: string, text: string, now: number): Promise<void> {
  await work.db
    .insertInto('happening')
    .values({ id: randomUUID(), conversation_id: conversationId, event: 'step-left-out', text, at: now })
    .execute()
}
