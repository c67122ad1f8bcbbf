/** Work on many contacts at once. */
import type { Work } from '../store/database.ts'

/** Ids in one statement; SQLite takes 32,766 values at most. */
const slice = 500

/** Calls `run` with one slice of `ids` after the other; each id comes once. */
export async function inSlices(ids: readonly string[], run: (slice: string[]) => Promise<void>): Promise<void> {
  const once = [...new Set(ids)]
  for (let from = 0; from < once.length; from += slice) await run(once.slice(from, from + slice))
}

/** The conversations of these contacts look different after the commit. */
export async function touchContacts(work: Work, contactIds: readonly string[]): Promise<void> {
  await inSlices(contactIds, async (ids) => {
    const rows = await work.db.selectFrom('conversation').select('id').where('contact_id', 'in', ids).execute()
    for (const { id } of rows) work.touched(id)
  })
}
