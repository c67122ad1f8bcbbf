/** Entries that a restored inbox does not know come back into its ledger. */
import type { Work } from '../store/database.ts'
import type { Entry } from './entries.ts'

const evidence = 'from the copy beside the inbox'

/**
 * Enters those of `entries` (oldest first) that the inbox has not. Where the last word on a number is among them, it
 * holds from now on; nothing older undoes what the inbox knows. Tells how many were missing.
 */
export async function bringIn(work: Work, entries: readonly Entry[]): Promise<number> {
  const lastWords = new Map<string, { entry: Entry; missing: boolean }>()
  let count = 0
  for (const entry of entries) {
    const missing = !(await isThere(work, entry))
    if (entry.change !== 'ask') lastWords.set(entry.number, { entry, missing })
    if (!missing) continue
    count += 1
    await enter(work, entry)
  }
  for (const { entry, missing } of lastWords.values()) if (missing) await apply(work, entry)
  return count
}

async function isThere({ db }: Work, { number, at, change }: Entry): Promise<boolean> {
  const found =
    change === 'ask'
      ? await db
          .selectFrom('opt_out_question')
          .select('id')
          .where('number', '=', number)
          .where('at', '=', at)
          .executeTakeFirst()
      : await db
          .selectFrom('opt_out_audit')
          .select('id')
          .where('number', '=', number)
          .where('at', '=', at)
          .where('change', '=', change)
          .executeTakeFirst()
  return found !== undefined
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
    .values({ number, source: source, evidence, at })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
}
