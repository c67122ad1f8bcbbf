/** Entries that a restored inbox does not know come back into its ledger. */
import { evidence as marks } from './evidence.ts'
import type { Work } from '../store/database.ts'
import { entriesSince, keyOf } from './entries.ts'
import type { Entry } from './entries.ts'

const evidence = marks.fromCopy

/**
 * Enters those of `entries` (oldest first) that the inbox has not. Where the last word on a number is among them, it
 * holds from now on; nothing older undoes what the inbox knows. Tells how many were missing.
 */
export async function bringIn(work: Work, entries: readonly Entry[]): Promise<number> {
  const { entries: there } = await entriesSince(work.db, { audit: 0, question: 0 })
  const known = new Set(there.map(keyOf))
  const lastWords = new Map(entries.filter(({ change }) => change !== 'ask').map((entry) => [entry.number, entry]))
  const missing = new Map(entries.filter((entry) => !known.has(keyOf(entry))).map((entry) => [keyOf(entry), entry]))
  for (const entry of missing.values()) await enter(work, entry)
  for (const entry of lastWords.values()) if (!known.has(keyOf(entry))) await apply(work, entry)
  return missing.size
}

async function enter({ db }: Work, { number, at, change, source }: Entry): Promise<void> {
  if (change === 'ask') await db.insertInto('opt_out_question').values({ number, at }).execute()
  else await db.insertInto('opt_out_audit').values({ number, at, change, source, evidence }).execute()
}

async function apply({ db }: Work, { number, at, change, source }: Entry): Promise<void> {
  if (change === 'in') {
    await db.deleteFrom('opt_out').where('number', '=', number).where('at', '<=', at).execute()
    return
  }
  await db
    .insertInto('opt_out')
    .values({ number, source, evidence, at })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
}
