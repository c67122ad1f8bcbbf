/**
 * The life of a follow-up: begun by a missed call, moved on by its texts (its end: stop.ts). Everything here happens
 * inside the transaction of what caused it, so that neither can be there without the other.
 */
import { randomUUID } from 'node:crypto'
import { numberAsKept } from '../../../telephony/phone-number.ts'
import type { Work } from '../store/database.ts'
import { stateAt } from '../hours/opening-hours.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import { reachedThem } from '../inbox/reached.ts'
import { storeDecision } from './decisions.ts'
import { gatherFacts } from './facts.ts'
import type { FollowUpSettings, Surroundings } from './facts.ts'
import { judge } from './rules.ts'
import type { Judgement } from './rules.ts'
import { steps } from './steps.ts'
import { endFollowUp, stopFollowUp } from './stop.ts'
import { textFor } from './texts.ts'
import { ownTurn } from './turn.ts'

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
  const { now } = around
  const call = await work.db
    .selectFrom('call')
    .select(['direction', 'outcome', 'reason', 'ended_at', 'end_unseen', 'line'])
    .where('id', '=', callId)
    .executeTakeFirstOrThrow()
  if (conversationId !== null) {
    if (call.direction === 'outbound') {
      if (reachedThem({ ...call, endUnseen: call.end_unseen === 1 }))
        await stopFollowUp(work, conversationId, 'called-back', now)
    } else if (call.outcome === 'answered') await stopFollowUp(work, conversationId, 'answered', now)
  }
  if (call.direction !== 'inbound') return null

  const facts = await gatherFacts(work.db, { stage: 'call-ended', callId, followUpId: null }, around)
  const judgement = judge(facts, around.settings, now)
  const about = { callId, messageId: null, facts, now }
  if (judgement.verdict === 'skip' || conversationId === null) {
    await storeDecision(work, about, judgement)
    return judgement
  }
  const text = await firstText(work, conversationId, call.line, around)
  if (!text.ok) {
    const refused: Judgement = { verdict: 'skip', rule: 'template', reason: text.problem }
    await storeDecision(work, about, refused)
    return refused
  }
  const messageId = await begin(work, { callId, conversationId, endedAt: call.ended_at, body: text.body }, around)
  await storeDecision(work, { ...about, messageId }, judgement)
  await refreshConversation(work, conversationId)
  return judgement
}

async function firstText(work: Work, conversationId: string, line: string | null, { settings, now }: Surroundings) {
  const { name } = await work.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('contact.name')
    .where('conversation.id', '=', conversationId)
    .executeTakeFirstOrThrow()
  const { business, texts, hours } = settings
  const state = stateAt({ ...hours, timeZone: business.timeZone }, now)
  const dialled = line === null ? null : numberAsKept(line, business.country)
  return textFor(
    texts,
    { step: steps[0].number, line: dialled, state },
    {
      business: business.name,
      caller: name,
      line: lineName(line, settings),
      bookingLink: business.bookingLink,
    },
  )
}

/** What people call the line; its number may be written in another way than the phone system does. */
function lineName(line: string | null, { lines, business }: FollowUpSettings): string | null {
  if (line === null) return null
  const number = numberAsKept(line, business.country)
  return lines.find((known) => numberAsKept(known.number, business.country) === number)?.name ?? null
}

async function begin(
  work: Work,
  call: { callId: string; conversationId: string; endedAt: number; body: string },
  { settings, now }: Surroundings,
): Promise<string> {
  const followUpId = randomUUID()
  const messageId = randomUUID()
  const step = steps[0]
  await work.db
    .insertInto('follow_up')
    .values({
      id: followUpId,
      conversation_id: call.conversationId,
      call_id: call.callId,
      state: 'running',
      started_at: now,
      step: step.number,
      steps: steps.length,
    })
    .execute()
  await work.db
    .insertInto('message')
    .values({
      id: messageId,
      conversation_id: call.conversationId,
      direction: 'out',
      author: 'auto',
      body: call.body,
      state: 'queued',
      follow_up_id: followUpId,
      step: step.number,
      created_at: now,
      at: now,
    })
    .execute()
  // An office that wants no delay gets none, even at the price that two of its PCs may both text.
  const turn = settings.followUp.delaySeconds === 0 ? 0 : await ownTurn(work, now)
  await work.db
    .insertInto('outbox')
    .values({ message_id: messageId, state: 'queued', due_at: step.dueAt(call, settings) + turn })
    .execute()
  return messageId
}

/** A text of a follow-up is with the gateway: plans the next step, or completes the follow-up after the last. */
export async function onTextSent(work: Work, followUpId: string, step: number, now: number): Promise<void> {
  const followUp = await work.db
    .selectFrom('follow_up')
    .select(['state', 'steps'])
    .where('id', '=', followUpId)
    .executeTakeFirst()
  if (followUp?.state === 'running' && step >= followUp.steps)
    await endFollowUp(work, followUpId, 'completed', 'completed', now)
}
