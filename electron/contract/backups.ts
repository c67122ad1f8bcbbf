/** Copies of the inbox, as the settings list them, and what going back to one would change. */

/**
 * `daily`: made by itself. `by-hand`: somebody pressed "Back up now". `before-upgrade`: made before a new version changed
 * the file. `set-aside`: the inbox that a restore took the place of.
 */
export type BackupKind = 'daily' | 'by-hand' | 'before-upgrade' | 'set-aside'

export interface InboxContents {
  contacts: number
  calls: number
  texts: number
  notes: number
}

export interface BackupView {
  /** The file's name in the backups folder; names it in the commands. */
  name: string
  kind: BackupKind
  /** When it was made, epoch ms. */
  at: number
  bytes: number
  /** Null when the file cannot be read. */
  contents: InboxContents | null
}

/** How many of each kind are kept, the newest ones; those that were set aside stay. */
export type KeptCopies = Record<Exclude<BackupKind, 'set-aside'>, number>

export interface BackupList {
  /** Newest first. */
  backups: BackupView[]
  folder: string
  kept: KeptCopies
}

export interface RestorePreview {
  name: string
  at: number
  /** `damaged`: not whole. `newer`: made by a newer Ringback. Neither can be restored. */
  state: 'whole' | 'damaged' | 'newer'
  backup: InboxContents | null
  /** Null when today's inbox cannot be read: then what came after the backup is not kept. */
  today: InboxContents | null
  /** In the backup and not in today's inbox: comes back. */
  back: InboxContents
  /** In today's inbox and not in the backup. Calls, texts and notes are kept; contacts are where they called or wrote. */
  since: InboxContents
  /** Contacts whose name, company or notes are other ones in the backup: they go back. */
  changed: number
}
