/**
 * Takes out what had been erased, and came back: with an older copy in the inbox's place, by a restore or by hand, or with
 * what the text service still lists.
 */
import { sql } from 'kysely'
import type { Logger } from '../../../telephony/logger.ts'
import { eraseNumbers, run, writeOver } from './erase.ts'
import type { ErasureContext } from './erase.ts'
import { erasedTable, eraseCalls, erasedText, eraseTexts, eraseThese } from './erase-sql.ts'
import { erasedThings, noErasedIds, readErased } from './erased-ids.ts'
import type { ErasedIds } from './erased-ids.ts'

type Context = Pick<ErasureContext, 'store' | 'inboxFile' | 'pictureFolder'>

/**
 * In the inbox at hand, before anything is fetched into it. Tells how many contacts went. Rejects with `StoreError` when the
 * inbox does not take it.
 */
export async function eraseAgain({ store, inboxFile, pictureFolder }: Context, logger: Logger): Promise<number> {
  const ids = erasedBefore(inboxFile, logger)
  if (!(await isAnythingBack(store.db, ids))) return 0
  const { removed } = await store.write(async (work) => {
    await run(work, erasedTable)
    await run(work, eraseThese, JSON.stringify(ids.contact))
    const erased = await eraseNumbers(work, [], pictureFolder)
    await run(work, 'DROP TABLE temp.erased')
    for (const statement of eraseCalls) await run(work, statement, JSON.stringify(ids.call))
    await run(work, eraseTexts, JSON.stringify(ids.text))
    return erased
  })
  if (removed.contacts > 0) await writeOver(store, inboxFile)
  logger.warn('privacy.erased-again', { contacts: removed.contacts })
  return removed.contacts
}

/** What was erased so far. A list that cannot be read keeps nobody from their inbox. */
export function erasedBefore(inboxFile: string, logger: Logger): ErasedIds {
  try {
    return readErased(inboxFile)
  } catch (error) {
    logger.error('privacy.erased-not-readable', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' })
    return noErasedIds()
  }
}

async function isAnythingBack(db: ErasureContext['store']['db'], ids: ErasedIds): Promise<boolean> {
  if (erasedThings.every((thing) => ids[thing].length === 0)) return false
  const [contacts, calls] = [JSON.stringify(ids.contact), JSON.stringify(ids.call)]
  const texts = JSON.stringify(ids.text.map((id) => erasedText + id))
  const { rows } = await sql<{ back: number }>`
    SELECT EXISTS (SELECT 1 FROM contact WHERE id IN (SELECT value FROM json_each(${contacts})))
      OR EXISTS (SELECT 1 FROM call WHERE conversation_id IS NULL AND id IN (SELECT value FROM json_each(${calls})))
      OR EXISTS (SELECT 1 FROM json_each(${texts}) WHERE value NOT IN (SELECT name FROM setting)) AS back
  `.execute(db)
  return rows[0]?.back === 1
}
