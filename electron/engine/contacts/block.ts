/** Blocking a person: nothing is sent to any of their numbers, by Ringback or by staff. Calls and texts still come in. */
import { randomUUID } from 'node:crypto'
import { words } from '../../contract/text/index.ts'
import { conversationOf, refreshConversation } from '../inbox/conversations.ts'
import type { Work } from '../store/database.ts'
import { contactsOfPerson } from './person.ts'

/** Lets a follow-up that the block ended go on. */
type GoOn = (work: Work, now: number) => Promise<unknown>

/** What a block did, for its Undo. */
export interface Blocked {
  contactIds: string[]
  /** What it wrote into the time lines. */
  notes: string[]
  /** Empty when none may go on any more. */
  goOn: GoOn[]
}

/** `stop` ends the follow-up of a conversation. Null when there is no such contact, or nothing is left to block. */
export async function blockContact(
  work: Work,
  id: string,
  now: number,
  stop: (work: Work, conversationId: string) => Promise<GoOn | null>,
): Promise<Blocked | null> {
  const contactIds = await setBlocked(work, id, 1)
  const blocked: Blocked = { contactIds, notes: [], goOn: [] }
  for (const contactId of contactIds) {
    const conversationId = await conversationOf(work.db, contactId)
    if (conversationId === null) continue
    const goOn = await stop(work, conversationId)
    if (goOn) blocked.goOn.push(goOn)
    blocked.notes.push(await note(work, conversationId, 'blocked', now))
  }
  return contactIds.length === 0 ? null : blocked
}

/** Ended follow-ups stay ended. */
export async function unblockContact(work: Work, id: string, now: number): Promise<void> {
  for (const contactId of await setBlocked(work, id, 0)) {
    const conversationId = await conversationOf(work.db, contactId)
    if (conversationId !== null) await note(work, conversationId, 'unblocked', now)
  }
}

/** All is as it was before the block. */
export async function undoBlock(work: Work, { contactIds, notes, goOn }: Blocked, now: number): Promise<void> {
  await work.db.updateTable('contact').set({ blocked: 0 }).where('id', 'in', contactIds).execute()
  await work.db.deleteFrom('happening').where('id', 'in', notes).execute()
  for (const run of goOn) await run(work, now)
  for (const contactId of contactIds) {
    const conversationId = await conversationOf(work.db, contactId)
    if (conversationId !== null) await refreshConversation(work, conversationId)
  }
}

/** The contacts that this changed. */
async function setBlocked(work: Work, id: string, blocked: 0 | 1): Promise<string[]> {
  const rows = await work.db
    .updateTable('contact')
    .set({ blocked })
    .where('id', 'in', await contactsOfPerson(work.db, id))
    .where('blocked', '!=', blocked)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

async function note(work: Work, conversationId: string, event: 'blocked' | 'unblocked', now: number): Promise<string> {
  const id = randomUUID()
  await work.db
    .insertInto('happening')
    .values({ id, conversation_id: conversationId, event, text: words.contacts[event], at: now })
    .execute()
  await refreshConversation(work, conversationId)
  return id
}
