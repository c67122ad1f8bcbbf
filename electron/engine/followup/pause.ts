/** The pause of everything automatic, as it is stored: a row, so that it outlives the engine. */
import type { Kysely } from 'kysely'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'

export interface Pause {
  since: number
  /** Ends by itself then; null: when somebody resumes. */
  until: number | null
  /**
   * `brake`: Ringback paused itself because it was texting too much. `restore`: a copy took the place of an inbox that could
   * not be read; whether anybody had paused since, or wanted calls only watched, is not known.
   */
  by: 'staff' | 'brake' | 'restore'
}

const row = 'automation.pause'

/** The pause that holds at `now`; null when there is none. */
export async function readPause(db: Kysely<Database>, now: number): Promise<Pause | null> {
  const found = await db.selectFrom('setting').select('value').where('name', '=', row).executeTakeFirst()
  if (!found) return null
  const pause = JSON.parse(found.value) as Pause
  return pause.until !== null && pause.until <= now ? null : pause
}

/** Stores a pause, or the end of it (null). */
export async function writePause(work: Work, pause: Pause | null, now: number): Promise<void> {
  await work.db.deleteFrom('setting').where('name', '=', row).execute()
  if (!pause) return
  await work.db
    .insertInto('setting')
    .values({ name: row, value: JSON.stringify(pause), changed_at: now })
    .execute()
}
