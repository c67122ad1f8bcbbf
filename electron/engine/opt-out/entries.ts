/** The ledger as a row of changes, in the order in which they were entered. */
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'
import type { OptOutSource } from './ledger.ts'

export interface Entry {
  /** E.164. */
  number: string
  /** When it was entered, epoch ms. */
  at: number
  /** `ask`: what may have been a wish for no texts. */
  change: 'out' | 'in' | 'ask'
  source: OptOutSource
}

/** The newest rows that were seen. */
export interface Marks {
  audit: number
  question: number
}

/** What was entered after `marks`, and the marks to ask with next time. */
export async function entriesSince(db: Kysely<Database>, marks: Marks): Promise<{ entries: Entry[]; marks: Marks }> {
  const asked = await db
    .selectFrom('opt_out_question')
    .selectAll()
    .where('id', '>', marks.question)
    .orderBy('id')
    .execute()
  const changed = await db.selectFrom('opt_out_audit').selectAll().where('id', '>', marks.audit).orderBy('id').execute()
  const entries: Entry[] = [
    ...asked.map(({ number, at }) => ({ number, at, change: 'ask' as const, source: 'text' as const })),
    ...changed.map(({ number, at, change, source }) => ({ number, at, change, source: source as OptOutSource })),
  ]
  return {
    // Stable: of one instant, the question comes before its answer.
    entries: entries.sort((one, other) => one.at - other.at),
    marks: { audit: changed.at(-1)?.id ?? marks.audit, question: asked.at(-1)?.id ?? marks.question },
  }
}

/** The same for the same entry, in the inbox and in its copy. */
export function keyOf({ number, at, change }: Entry): string {
  return `${number} ${at} ${change}`
}
