/** What the window can ask about copies of the inbox. They are answered also while the inbox itself cannot be opened. */
import { z } from 'zod'
import type { BackupList, RestorePreview } from './backups.ts'
import { engine, main } from './command.ts'

const nothing = z.undefined()
/** A file of the backups folder, never a path. */
const name = z.string().regex(/^[\w-]{1,80}\.sqlite$/)

export const backupCommands = {
  'backups:list': engine<BackupList>()(nothing),
  /** Copies the inbox now. `removed`: so many of the oldest copies made by hand went for it. */
  'backups:make': engine<{ name: string; removed: number }>()(nothing),
  /** What would come back and what would go, without changing anything. */
  'backups:preview': engine<RestorePreview>()(z.object({ name })),
  /**
   * Puts the backup in the inbox's place, or an empty inbox where `name` is null; today's is kept aside, under the name
   * that is answered (null where there was none).
   */
  'backups:restore': main<{ aside: string | null }>()(z.object({ name: name.nullable() })),
  'backups:open-folder': main<void>()(nothing),
}
