/** Calls that ended: each stored once, in the conversation with the outside party. */
import { randomUUID } from 'node:crypto'
import type { EndedCall } from '../../../telephony/calls/call.ts'
import { reachedThem } from './reached.ts'
import type { Work } from '../store/database.ts'
import { answerOtherNumbers } from './answered.ts'
import { applyEvent, conversationOf, openConversation } from './conversations.ts'

export interface RecordedCall {
  callId: string
  /** Null when there is no number to talk to, or staff called somebody with whom there is no conversation. */
  conversationId: string | null
  /** False when the call was stored before; then nothing was changed. */
  fresh: boolean
}

/**
 * Stores a call that ended and moves its conversation on. `party` is the outside party's number (E.164; null when
 * withheld or no number), `line` the number the contact dialled. The same call twice (by Linkedid and start) is
 * stored once. Null for internal calls, which are not kept.
 */
export async function recordCall(
  work: Work,
  call: EndedCall,
  facts: { party: string | null; line: string | null },
  now: number,
): Promise<RecordedCall | null> {
  if (call.direction === 'internal') return null
  const known = await work.db
    .selectFrom('call')
    .select(['id', 'conversation_id'])
    .where('linkedid', '=', call.linkedid)
    .where('started_at', '=', call.startedAt)
    .executeTakeFirst()
  if (known) return { callId: known.id, conversationId: known.conversation_id, fresh: false }

  const conversationId = facts.party === null ? null : await conversationFor(work, call, facts.party, now)
  const callId = randomUUID()
  await work.db
    .insertInto('call')
    .values({
      id: callId,
      linkedid: call.linkedid,
      conversation_id: conversationId,
      direction: call.direction,
      caller_number: call.callerNumber,
      caller_name: call.callerName,
      party: facts.party,
      line: facts.line,
      dialed: call.dialed,
      withheld: call.presentationWithheld === true ? 1 : 0,
      outcome: call.outcome,
      reason: call.reason,
      answered_by: call.answeredBy,
      started_at: call.startedAt,
      ended_at: call.endedAt,
      legs: JSON.stringify(call.legs),
      end_unseen: call.endUnseen ? 1 : 0,
      part_unseen: call.partUnseen ? 1 : 0,
    })
    .execute()
  work.callsChanged()
  if (conversationId !== null) await moveOn(work, conversationId, call)
  return { callId, conversationId, fresh: true }
}

/** Who calls the office gets a conversation; whom the office calls joins one if there is one. */
async function conversationFor(work: Work, call: EndedCall, party: string, now: number): Promise<string | null> {
  if (call.direction === 'inbound') {
    return (await openConversation(work, party, { now, pbxName: call.callerName })).id
  }
  const contact = await work.db.selectFrom('contact').select('id').where('number', '=', party).executeTakeFirst()
  return contact ? conversationOf(work.db, contact.id) : null
}

async function moveOn(work: Work, conversationId: string, call: EndedCall): Promise<void> {
  if (call.outcome === 'answered') {
    const { unread } = await work.db
      .selectFrom('conversation')
      .select('unread')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
    await applyEvent(work, conversationId, { kind: 'call-answered', textRead: unread === 0 })
    await answerOtherNumbers(work, conversationId, { kind: 'call-answered', textRead: true })
  } else if (call.direction === 'inbound') {
    await applyEvent(work, conversationId, { kind: 'call-missed', at: call.endedAt })
  } else if (reachedThem(call)) {
    await applyEvent(work, conversationId, { kind: 'call-tried' })
    await answerOtherNumbers(work, conversationId, { kind: 'call-tried' })
  }
}
