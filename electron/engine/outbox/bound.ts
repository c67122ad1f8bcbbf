/** Which of the gateway's texts belong to which of ours. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Database } from '../store/schema.ts'

/**
 * True when this text of the gateway is one of ours already. `gateway`: its account. Texts that were sent again keep the
 * id of each earlier attempt in `attempt.detail`.
 */
export async function isBound(db: Kysely<Database>, gateway: string, providerId: string): Promise<boolean> {
  const message = await db
    .selectFrom('message')
    .select('id')
    .where('gateway', '=', gateway)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  if (message) return true
  const attempt = await db
    .selectFrom('attempt')
    .select('id')
    // In these very words, so that SQLite uses the index of accepted attempts.
    .where(sql<boolean>`"end" = 'accepted'`)
    .where('detail', '=', providerId)
    .where('gateway', '=', gateway)
    .executeTakeFirst()
  return attempt !== undefined
}
