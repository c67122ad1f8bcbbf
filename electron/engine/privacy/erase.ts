/** Erases one contact on request: everything of all their numbers, but for a wish for no texts. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { CompiledQuery } from 'kysely'
import type { QueryResult } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { ErasureReceipt } from '../../contract/privacy.ts'
import { numbersOfPerson } from '../contacts/person.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import type { Store, Work } from '../store/database.ts'
import { eraseFromCopies } from './erase-copies.ts'
import { erasedTable, eraseThis, erasing, onTheWay, picturesOf } from './erase-sql.ts'

export interface ErasureContext {
  store: Store
  clock: Clock
  inboxFile: string
  /** Where the pictures of texts lie. */
  pictureFolder: string
  /** What stands of the number beside the inbox. */
  forgetTexted(number: string): void
}

/** `busy`: a text to them is on its way this moment. `gone`: there is no such contact. */
export async function eraseContact(
  contactId: string,
  { store, clock, inboxFile, pictureFolder, forgetTexted }: ErasureContext,
): Promise<ErasureReceipt | 'gone' | 'busy'> {
  const erased = await store.write(async (work) => {
    const row = await work.db.selectFrom('contact').select('number').where('id', '=', contactId).executeTakeFirst()
    if (!row) return 'gone' as const
    const numbers = await numbersOfPerson(work.db, row.number)
    await run(work, erasedTable)
    for (const number of numbers) await run(work, eraseThis, number)
    const busy = (await run(work, onTheWay)).rows.length > 0
    const done = busy ? ('busy' as const) : await eraseNumbers(work, numbers)
    await run(work, 'DROP TABLE temp.erased')
    return done
  })
  if (typeof erased === 'string') return erased
  const { numbers, files, removed, keptOptOuts } = erased
  for (const file of files) await rm(path.join(pictureFolder, path.basename(file)), { force: true })
  for (const number of numbers) forgetTexted(number)
  const copies = await eraseFromCopies(inboxFile, numbers)
  const erasedAt = new Date(clock.now()).toISOString()
  return { what: 'ringback-erasure', erasedAt, numbers, removed, copies, keptOptOuts }
}

async function eraseNumbers(work: Work, numbers: string[]) {
  const removed = { contacts: 0, calls: 0, texts: 0, notes: 0, pictures: 0 }
  const files = (await run<{ file: string }>(work, picturesOf)).rows.map(({ file }) => file)
  const keptOptOuts: string[] = []
  // What is deleted is written over.
  await run(work, 'PRAGMA secure_delete = ON')
  for (const { sql, as } of erasing) {
    const { numAffectedRows } = await run(work, sql)
    if (as) removed[as] += Number(numAffectedRows ?? 0n)
  }
  await run(work, 'PRAGMA secure_delete = OFF')
  for (const number of numbers) if (await isOptedOut(work.db, number)) keptOptOuts.push(number)
  work.callsChanged()
  return { numbers, files, keptOptOuts, removed: { ...removed, pictures: files.length } }
}

function run<T>(work: Work, sql: string, ...values: string[]): Promise<QueryResult<T>> {
  return work.db.executeQuery<T>(CompiledQuery.raw(sql, values))
}
