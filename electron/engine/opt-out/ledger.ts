/**
 * The ledger of who wants no texts, by number: it never expires and survives the deletion of a contact. Every change
 * is audited. What else follows from an opt-out is `optOut` in followup/stop.ts.
 */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { evidence as marks } from './evidence.ts'

export type OptOutSource = 'text' | 'staff' | 'gateway'

export interface OptOutChange {
  /** E.164. */
  number: string
  source: OptOutSource
  /** What it rests on: the contact's words, who entered it, the gateway's code. */
  evidence: string
  now: number
  /** When the contact wrote it, by the gateway's clock; left out for what nobody wrote. */
  writtenAt?: number
}

/** Characters of evidence that are kept. */
const longestEvidence = 300

export async function isOptedOut(db: Kysely<Database>, number: string): Promise<boolean> {
  const found = await db.selectFrom('opt_out').select('at').where('number', '=', number).executeTakeFirst()
  return found !== undefined
}

/**
 * Enters an opt-out. False when the number was opted out before: the first entry stays (the contact's own word in
 * place of staff's), with the time of the newest wish, so that no older START can undo it.
 */
export async function recordOptOut(work: Work, change: OptOutChange): Promise<boolean> {
  const { number, source, now, writtenAt: at = now } = change
  const evidence = change.evidence.slice(0, longestEvidence)
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('opt_out')
    .values({ number, source, evidence, at })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 0n) {
    await work.db.updateTable('opt_out').set({ at }).where('number', '=', number).where('at', '<', at).execute()
    if (source === 'text' && (await isNowTheirOwn(work, number, evidence))) await audit(work, change, 'out')
    return false
  }
  await audit(work, change, 'out')
  await note(work, change, 'opted-out', words.optOut.out[source])
  return true
}

/** The contact's own word stands above what staff entered: no Undo of theirs takes it back. False when it stood before. */
async function isNowTheirOwn(work: Work, number: string, evidence: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('opt_out')
    .set({ source: 'text', evidence })
    .where('number', '=', number)
    .where('source', '=', 'staff')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/**
 * Takes an opt-out back. Ended follow-ups stay ended. False when the number was not opted out, or when the contact
 * wrote START before the newest wish for no texts: lists lag.
 */
export async function recordOptIn(work: Work, change: OptOutChange): Promise<boolean> {
  const { numDeletedRows } = await work.db
    .deleteFrom('opt_out')
    .where('number', '=', change.number)
    .$if(change.writtenAt !== undefined, (query) => query.where('at', '<', change.writtenAt ?? 0))
    .executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await audit(work, change, 'in')
  const { inByText, inByStaff } = words.optOut
  await note(work, change, 'opted-in', change.source === 'text' ? inByText : inByStaff)
  return true
}

/** Staff say of a contact who is not opted out that texts are fine. */
export async function recordStaffsYes(
  work: Work,
  number: string,
  now: number,
  evidence: string = marks.byStaff,
): Promise<void> {
  const change: OptOutChange = { number, source: 'staff', evidence, now }
  await audit(work, change, 'in')
  await note(work, change, 'opted-in', words.optOut.fine)
}

async function audit(work: Work, { number, source, evidence, now }: OptOutChange, change: 'out' | 'in'): Promise<void> {
  const asked = await lastAsked(work.db, number)
  // A question in the future was timed by a clock that has been set back since: this decides it.
  const at = asked !== null && asked > now ? asked + 1 : now
  await work.db
    .insertInto('opt_out_audit')
    .values({ number, at, change, source, evidence: evidence.slice(0, longestEvidence) })
    .execute()
}

/** When it was asked last whether somebody with this number wants no texts (question.ts), epoch ms; null for never. */
export async function lastAsked(db: Kysely<Database>, number: string): Promise<number | null> {
  const { at } = await db
    .selectFrom('opt_out_question')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return at
}

/** Notes the change in the time line, if there is one. */
async function note(work: Work, change: OptOutChange, event: 'opted-out' | 'opted-in', text: string): Promise<void> {
  const conversation = await work.db
    .selectFrom('conversation')
    .innerJoin('contact', 'contact.id', 'conversation.contact_id')
    .select('conversation.id')
    .where('contact.number', '=', change.number)
    .executeTakeFirst()
  if (!conversation) return
  await work.db
    .insertInto('happening')
    .values({ id: randomUUID(), conversation_id: conversation.id, event, text, at: change.now })
    .execute()
  work.touched(conversation.id)
}
