/** Erases one contact on request: everything of all their numbers, but for a wish for no texts. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { CompiledQuery } from 'kysely'
import type { QueryResult } from 'kysely'
import type { Clock } from '../../../telephony/clock.ts'
import type { ErasureReceipt } from '../../contract/privacy.ts'
import { inSqliteThread } from '../backups/sqlite-thread.ts'
import { numbersOfPerson } from '../contacts/person.ts'
import { isOptedOut } from '../opt-out/ledger.ts'
import type { Store, Work } from '../store/database.ts'
import { eraseFromCopies } from './erase-copies.ts'
import type { CopiesHooks } from './erase-copies.ts'
import { erasedThings, noteErased } from './erased-ids.ts'
import type { ErasedIds } from './erased-ids.ts'
import { erasedTable, eraseThis, erasing, idsOf, onTheWay, picturesOf, wordIndexes } from './erase-sql.ts'

export interface ErasureContext {
  store: Store
  clock: Clock
  inboxFile: string
  /** Where the pictures of texts lie. */
  pictureFolder: string
  /** What stands of the number beside the inbox. */
  forgetTexted(number: string): void
}

/**
 * `busy`: a text to them is on its way this moment. `gone`: there is no such contact. `stopped`: as was asked, in the middle. The contact itself goes last: where
 * something is in the way, or Ringback is killed, it can be asked for again.
 */
export async function eraseContact(
  contactId: string,
  { store, clock, inboxFile, pictureFolder, forgetTexted, ...hooks }: ErasureContext & Partial<CopiesHooks>,
): Promise<ErasureReceipt | 'gone' | 'busy' | 'stopped'> {
  const asked = await withNumbers(store, contactId, async (_work, numbers) => numbers)
  if (typeof asked === 'string') return asked
  for (const number of asked) forgetTexted(number)
  const { ids, ...copies } = await eraseFromCopies(inboxFile, asked, hooks)
  if (hooks.stopped?.()) return 'stopped'
  const known = await withNumbers(store, contactId, (work) => idsIn(work, ids))
  if (typeof known === 'string') return known
  noteErased(inboxFile, known)
  const erased = await withNumbers(store, contactId, (work, numbers) => eraseNumbers(work, numbers, pictureFolder))
  if (typeof erased === 'string') return erased
  await writeOver(store, inboxFile)
  const { numbers, removed, keptOptOuts } = erased
  const erasedAt = new Date(clock.now()).toISOString()
  return { what: 'ringback-erasure', erasedAt, numbers, removed, copies, keptOptOuts }
}

/** Runs `act` with the contact's numbers in `temp.erased`, unless a text to them is on its way. */
async function withNumbers<T>(
  store: Store,
  contactId: string,
  act: (work: Work, numbers: string[]) => Promise<T>,
): Promise<T | 'gone' | 'busy'> {
  return store.write(async (work) => {
    const row = await work.db.selectFrom('contact').select('number').where('id', '=', contactId).executeTakeFirst()
    if (!row) return 'gone' as const
    const numbers = await numbersOfPerson(work.db, row.number)
    await run(work, erasedTable)
    for (const number of numbers) await run(work, eraseThis, number)
    const busy = (await run(work, onTheWay)).rows.length > 0
    const done = busy ? ('busy' as const) : await act(work, numbers)
    await run(work, 'DROP TABLE temp.erased')
    return done
  })
}

/** What stands for them in the inbox, added to `ids`. */
async function idsIn(work: Work, ids: ErasedIds): Promise<ErasedIds> {
  for (const thing of erasedThings) {
    const { rows } = await run<{ id: string }>(work, idsOf[thing])
    ids[thing].push(...rows.map(({ id }) => id))
  }
  return ids
}

/** Takes what stands in `temp.erased` out of the inbox, in the transaction at hand. */
export async function eraseNumbers(work: Work, numbers: string[], pictureFolder: string) {
  const removed = { contacts: 0, calls: 0, texts: 0, notes: 0, pictures: 0 }
  const files = (await run<{ file: string }>(work, picturesOf)).rows.map(({ file }) => file)
  for (const file of files) await rm(path.join(pictureFolder, path.basename(file)), { force: true })
  const keptOptOuts: string[] = []
  // What is deleted is written over.
  await run(work, 'PRAGMA secure_delete = ON')
  for (const { sql, as } of erasing) {
    const { numAffectedRows } = await run(work, sql)
    if (as) removed[as] += Number(numAffectedRows ?? 0n)
  }
  await run(work, 'PRAGMA secure_delete = FAST')
  for (const number of numbers) if (await isOptedOut(work.db, number)) keptOptOuts.push(number)
  work.callsChanged()
  return { numbers, keptOptOuts, removed: { ...removed, pictures: files.length } }
}

/** Pages of the word index that one transaction merges. */
const pagesAtOnce = 200

/** Takes the words out of the search index, bit by bit, and what was deleted out of the -wal file. */
export async function writeOver(store: Store, inboxFile: string): Promise<void> {
  for (const index of wordIndexes) {
    // A negative number begins to merge everything into one (FTS5, "The 'merge' Command").
    for (let pages = -pagesAtOnce, more = true; more; pages = pagesAtOnce) {
      more = await store.write(async (work) => {
        const before = await changes(work)
        await run(work, 'PRAGMA secure_delete = ON')
        await run(work, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${pages})`)
        await run(work, 'PRAGMA secure_delete = FAST')
        return (await changes(work)) - before >= 2
      })
    }
  }
  await inSqliteThread(
    `const db = new SqliteDatabase(data, { fileMustExist: true, timeout: 5000 })
    try {
      db.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      db.close()
    }
    return null`,
    inboxFile,
  )
}

async function changes(work: Work): Promise<number> {
  return (await run<{ n: number }>(work, 'SELECT total_changes() AS n')).rows[0]?.n ?? 0
}

export function run<T>(work: Work, sql: string, ...values: string[]): Promise<QueryResult<T>> {
  return work.db.executeQuery<T>(CompiledQuery.raw(sql, values))
}
