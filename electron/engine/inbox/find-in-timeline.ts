/** Words looked for in one time line: in its texts, its notes and what Ringback noted. */
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { fold } from '../../contract/fold.ts'
import type { Database } from '../store/schema.ts'

/** More places than anybody goes through one by one. */
const mostHits = 500

/** Where all of `query` stands as it is typed, whatever the case and the accents; newest first. */
export async function findInTimeline(
  db: Kysely<Database>,
  conversationIds: readonly string[],
  query: string,
): Promise<{ id: string; at: number }[]> {
  const words = fold(query)
  const holds = (column: string) => sql<boolean>`instr(fold(${sql.ref(column)}), ${words}) > 0`
  const texts = await db
    .selectFrom('message')
    .select(['id', 'at'])
    .where('conversation_id', 'in', conversationIds)
    .where('state', 'not in', ['queued', 'cancelled'])
    .where(holds('body'))
    .orderBy('at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(mostHits)
    .execute()
  const notes = await db
    .selectFrom('note')
    .select(['id', 'at'])
    .where('conversation_id', 'in', conversationIds)
    .where(holds('body'))
    .orderBy('at', 'desc')
    .limit(mostHits)
    .execute()
  const happenings = await db
    .selectFrom('happening')
    .select(['id', 'at'])
    .where('conversation_id', 'in', conversationIds)
    .where(holds('text'))
    .orderBy('at', 'desc')
    .limit(mostHits)
    .execute()
  return [...texts, ...notes, ...happenings].sort((one, other) => other.at - one.at).slice(0, mostHits)
}
