/** The pictures of texts as the window shows them. */
import type { Kysely } from 'kysely'
import { words } from '../../contract/text/index.ts'
import type { PictureView } from '../../contract/view-models.ts'
import type { Database } from '../store/schema.ts'
import type { PictureProblem } from './fetch-text.ts'

/** By message id, in the order in which they were sent; messages without pictures are left out. */
export async function pictureViews(
  db: Kysely<Database>,
  messages: readonly { id: string; direction: 'in' | 'out'; media: number }[],
): Promise<Map<string, PictureView[]>> {
  const withPictures = messages.filter(({ direction, media }) => direction === 'in' && media > 0)
  if (withPictures.length === 0) return new Map()
  const ids = withPictures.map(({ id }) => id)
  const rows = await db.selectFrom('picture').selectAll().where('message_id', 'in', ids).orderBy('place').execute()
  const waiting = await db.selectFrom('picture_fetch').select('message_id').where('message_id', 'in', ids).execute()
  const stillWaiting = new Set(waiting.map(({ message_id }) => message_id))
  return new Map(
    withPictures.map(({ id, media }) => {
      const known = rows
        .filter((row) => row.message_id === id)
        .map((row): PictureView => {
          const address = row.file === null ? null : `/pictures/${row.file}`
          return { id: row.id, state: address === null ? 'missing' : 'shown', address, problem: problemOf(row.problem) }
        })
      const others = Array.from({ length: Math.max(0, media - known.length) }, (_each, index): PictureView => {
        const isWaiting = stillWaiting.has(id)
        const state = isWaiting ? 'waiting' : 'missing'
        return {
          id: `${id} ${index}`,
          state,
          address: null,
          problem: isWaiting ? null : words.inbox.pictures.neverCame,
        }
      })
      return [id, [...known, ...others]]
    }),
  )
}

/** By its code; older versions stored the sentence. */
function problemOf(stored: string | null): string | null {
  const sentences: Record<PictureProblem, string> = words.inbox.pictures.problems
  return Object.entries(sentences).find(([code]) => code === stored)?.[1] ?? stored
}
