/** Copies of the inbox, and going back to one. They can be asked for also while the inbox itself is damaged. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { BackupList, RestorePreview } from '../../electron/contract/backups.ts'
import type { Failure } from '../../electron/contract/result.ts'
import { text } from '../text/index.ts'
import { coalesce } from './coalesce.ts'
import type { Slice } from './slice.ts'

export interface BackupSlice {
  /** Null until they were first shown. */
  backups: BackupList | null
  backupsFailure: Failure | null
  makingBackup: boolean
  /** The backup whose restore is asked about; `preview` is null while it is looked through. */
  askingRestore: { name: string; preview: RestorePreview | null } | null
  /** While a backup is being put in the inbox's place. */
  restoring: boolean
  refreshBackups: () => Promise<void>
  makeBackup: () => Promise<void>
  askRestore: (name: string | null) => Promise<void>
  /** Asks about the newest one that is whole; says so where there is none. */
  askRestoreNewest: () => Promise<void>
  /** Null: an empty inbox in the place of a damaged one. */
  restoreBackup: (name: string | null) => Promise<void>
}

export function backupSlice(bridge: Bridge): Slice<BackupSlice> {
  return (set, get) => ({
    backups: null,
    backupsFailure: null,
    makingBackup: false,
    askingRestore: null,
    restoring: false,
    refreshBackups: coalesce(async () => {
      const result = await bridge.request('backups:list', undefined)
      if (result.ok) set({ backups: result.value, backupsFailure: null })
      else set({ backupsFailure: result.failure })
    }),
    makeBackup: async () => {
      set({ makingBackup: true })
      const result = await bridge.request('backups:make', undefined)
      set({ makingBackup: false })
      const kept = get().backups?.kept['by-hand'] ?? 0
      if (!result.ok) get().complain(result.failure)
      else get().tell(result.value.removed > 0 ? text.backup.madeAndRemoved(kept) : text.backup.made)
      await get().refreshBackups()
    },
    askRestore: async (name) => {
      if (get().restoring) return
      set({ askingRestore: name === null ? null : { name, preview: null } })
      if (name === null) return
      const result = await bridge.request('backups:preview', { name })
      // Another one was chosen meanwhile, or none.
      if (get().askingRestore?.name !== name) return
      set({ askingRestore: result.ok ? { name, preview: result.value } : null })
      if (!result.ok) get().complain(result.failure)
    },
    askRestoreNewest: async () => {
      const names = get().backups?.backups.filter(({ contents }) => contents !== null) ?? []
      for (const { name, kind } of names) {
        if (kind === 'set-aside') continue
        await get().askRestore(name)
        const asked = get().askingRestore
        // Somebody closed it, or it can be restored.
        if (asked?.name !== name || asked.preview?.state === 'whole') return
      }
      set({ askingRestore: null })
      get().complain({ code: 'not-found', message: text.backup.noneWhole, remedy: text.backup.noneWholeRemedy })
    },
    restoreBackup: async (name) => {
      set({ restoring: true })
      const result = await bridge.request('backups:restore', { name })
      set({ restoring: false, askingRestore: null })
      if (!result.ok) get().complain(result.failure)
      else get().tell(result.value.aside === null ? text.backup.restored : text.backup.restoredKept)
      await get().refreshBackups()
    },
  })
}
