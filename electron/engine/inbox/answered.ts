/** What counts as an answer, also to what waits on the person's other numbers. */
import { conversationsOfPerson } from '../contacts/person.ts'
import type { Work } from '../store/database.ts'
import { applyEvent, asItIs } from './conversations.ts'
import type { Answered } from './conversations.ts'
import type { InboxEvent } from './state.ts'

/**
 * Moves the conversations with the person's other numbers on by an answer that was given in this one. Those in which
 * nothing waits stay as they are, and so does a text that nobody has read yet.
 */
export async function answerOtherNumbers(work: Work, conversationId: string, answer: InboxEvent): Promise<void> {
  const others = (await conversationsOfPerson(work.db, conversationId)).filter((id) => id !== conversationId)
  if (others.length === 0) return
  const waiting = await work.db
    .selectFrom('conversation')
    .select('id')
    .where('id', 'in', others)
    .where('state', '=', 'needs-reply')
    .where('unread', '=', 0)
    .execute()
  for (const { id } of waiting) await applyEvent(work, id, answer)
}

/** Staff wrote to the contact: nothing waits for us any more. */
export async function staffWrote(work: Work, id: string): Promise<void> {
  await applyEvent(work, id, { kind: 'staff-wrote' })
  await answerOtherNumbers(work, id, { kind: 'staff-wrote' })
}

/** The same; returns what this conversation and those with the person's other numbers were before. */
export async function answeredByStaff(work: Work, id: string): Promise<Answered[]> {
  const ids = new Set([id, ...(await conversationsOfPerson(work.db, id))])
  const before: Answered[] = []
  for (const each of ids) {
    const conversation = await asItIs(work.db, each)
    if (conversation) before.push(conversation)
  }
  await staffWrote(work, id)
  return before
}
