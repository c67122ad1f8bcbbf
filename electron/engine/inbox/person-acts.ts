/** What staff do to a conversation as a whole, they do to the person: it holds for the conversations of all numbers. */
import { conversationsOfPerson } from '../contacts/person.ts'
import type { Work } from '../store/database.ts'
import { applyEvent, asItIs, markRead } from './conversations.ts'
import { stateOf } from './state.ts'

/** As `markRead`. */
export async function readPerson(work: Work, id: string, now?: number): Promise<boolean> {
  const [first, ...others] = await conversationsOfPerson(work.db, id)
  if (first === undefined || !(await markRead(work, first, now))) return false
  for (const other of others) await markRead(work, other, now)
  return true
}

/** Whether anything is unread on any number; null when there is no such conversation. */
export async function isAnyUnread(work: Work, id: string): Promise<boolean | null> {
  const all = await Promise.all((await conversationsOfPerson(work.db, id)).map((each) => asItIs(work.db, each)))
  return all[0] == null ? null : all.some((conversation) => conversation?.unread === true)
}

/** Brings back what waited before "Done"; where nothing did, this conversation waits from now on. */
export async function reopenPerson(work: Work, id: string, now: number): Promise<boolean> {
  const waited: string[] = []
  for (const each of await conversationsOfPerson(work.db, id)) {
    const situation = (await asItIs(work.db, each))?.situation
    const before = situation?.markedDone && stateOf({ ...situation, markedDone: false })
    if (before && before.state === 'needs-reply') waited.push(each)
  }
  const reopened = { kind: 'reopened', at: now } as const
  for (const each of waited) await applyEvent(work, each, reopened)
  return waited.length > 0 || applyEvent(work, id, reopened)
}
