/** How far the texts of a sender have been read: a row, so that a restart goes on where the engine stopped. */
import type { Kysely } from 'kysely'
import type { Gateway } from '../../../telephony/sms/gateway.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

export interface Bookmark {
  /** What is not newer was there before Ringback and is left alone. The gateway's time, epoch ms. */
  ignoreUntil: number
  /** The newest text that was read. The gateway's time. */
  newestAt: number
  /** When everything of the last two days was last compared. Our time. */
  sweptAt: number
}

/** Each sender has its own; another account or number begins anew. */
function rowFor(gateway: Gateway): string {
  return `replies.bookmark.${gateway.account}.${gateway.from ?? ''}`
}

export async function readBookmark(db: Kysely<Database>, gateway: Gateway): Promise<Bookmark | null> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', rowFor(gateway)).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Bookmark) : null
}

export async function writeBookmark(work: Work, gateway: Gateway, bookmark: Bookmark, now: number): Promise<void> {
  const row = { value: JSON.stringify(bookmark), changed_at: now }
  await work.db
    .insertInto('setting')
    .values({ name: rowFor(gateway), ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
