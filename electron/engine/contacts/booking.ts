/**
 * Staff's word that a caller has an appointment: Ringback keeps no calendar. It stands in the time line, ends the automatic
 * texts to the person, and the overview counts it.
 */
import { words } from '../../contract/text/index.ts'
import { refreshConversation } from '../inbox/conversations.ts'
import type { Work } from '../store/database.ts'
import { conversationsOfPerson } from './person.ts'

type GoOn = (work: Work, now: number) => Promise<unknown>

/** What is needed to take it back. */
export interface Booked {
  /** Of the mark in the time line. */
  id: string
  /** Let the follow-ups that it ended go on. Empty when none may go on any more. */
  goOn: GoOn[]
}

/** Marks are found by their time through their ids (`at`: epoch ms): there are few of them among all that is noted. */
export function markIdFrom(at: number): string {
  return `booked ${String(Math.max(0, Math.floor(at))).padStart(15, '0')}`
}

/** `id`: another one for each mark. `stop` ends the follow-up of a conversation. Null when there is no such conversation. */
export async function markBooked(
  work: Work,
  { id, conversationId }: { id: string; conversationId: string },
  now: number,
  stop: (work: Work, conversationId: string) => Promise<GoOn | null>,
): Promise<Booked | null> {
  const known = await work.db
    .selectFrom('conversation')
    .select('id')
    .where('id', '=', conversationId)
    .executeTakeFirst()
  if (!known) return null
  const goOn: GoOn[] = []
  for (const each of await conversationsOfPerson(work.db, conversationId)) {
    const again = await stop(work, each)
    if (again) goOn.push(again)
  }
  const markId = `${markIdFrom(now)} ${id}`
  await work.db
    .insertInto('happening')
    .values({ id: markId, conversation_id: conversationId, event: 'booked', text: words.contacts.booked, at: now })
    .execute()
  await changed(work, conversationId)
  return { id: markId, goOn }
}

/** It was a slip. */
export async function undoBooked(work: Work, { id, goOn }: Booked, now: number): Promise<void> {
  const mark = await work.db
    .deleteFrom('happening')
    .where('id', '=', id)
    .returning('conversation_id')
    .executeTakeFirst()
  for (const run of goOn) await run(work, now)
  if (mark) await changed(work, mark.conversation_id)
}

async function changed(work: Work, conversationId: string): Promise<void> {
  work.callsChanged()
  await refreshConversation(work, conversationId)
}
