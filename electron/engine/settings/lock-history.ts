/**
 * The window's lock in the history of the settings. Main keeps the lock and tells how it is set, at each start and after
 * each change: so the history also tells of one that was removed by deleting its file.
 */
import type { LockNote } from '../../contract/engine-port.ts'
import type { Store } from '../store/database.ts'
import { recordSecret } from './changes.ts'
import { readSection, saveSection } from './settings.ts'

/** True when something has changed. */
export async function noteLock(store: Store, lock: LockNote, now: number): Promise<boolean> {
  const known = await readSection(store.db, 'app-lock')
  // The time of a lock that is off is of no matter.
  const next = lock.on ? lock : { ...known, on: false }
  const other = known.on && lock.on && known.setAt !== lock.setAt
  if (known.on === next.on && known.minutes === next.minutes && !other) return false
  await store.write(async (work) => {
    await saveSection(work, 'app-lock', next, now)
    if (other) await recordSecret(work, 'app-lock', 'pin', now)
  })
  return true
}
