/** Copies of the inbox, for the window. */
import path from 'node:path'
import type { Clock } from '../../../telephony/clock.ts'
import { backupCommands as contract } from '../../contract/backup-commands.ts'
import type { CommandArguments, CommandOutput } from '../../contract/commands.ts'
import { fail, ok } from '../../contract/result.ts'
import type { Result } from '../../contract/result.ts'
import { words } from '../../contract/text/index.ts'
import { backupFolder } from '../store/backup.ts'
import type { Store } from '../store/database.ts'
import { listBackups, previewRestore } from './backup-desk.ts'
import { keepNewest } from './keep-newest.ts'
import { nameFor } from './names.ts'

export interface BackupContext {
  store: Store
  clock: Clock
  /** Where the inbox file stands. */
  inboxFile: string
}

type BackupCommand = 'backups:list' | 'backups:make' | 'backups:preview'
/** Those that need nothing but the files. */
type FileCommand = Exclude<BackupCommand, 'backups:make'>
type Handlers<C extends BackupCommand, Context> = {
  [N in C]: (input: CommandArguments<N>, context: Context) => Promise<Result<CommandOutput<N>>>
}

const fromFiles: Handlers<FileCommand, Pick<BackupContext, 'inboxFile'>> = {
  async 'backups:list'(_input, { inboxFile }) {
    return ok(await listBackups(inboxFile))
  },
  async 'backups:preview'({ name }, { inboxFile }) {
    const preview = await previewRestore(inboxFile, name)
    return preview ? ok(preview) : fail('not-found', ...words.data.noBackup)
  },
}

export const backupCommands: Handlers<BackupCommand, BackupContext> = {
  ...fromFiles,
  async 'backups:make'(_input, { store, clock, inboxFile }) {
    const name = nameFor('by-hand', clock.now())
    const folder = backupFolder(inboxFile)
    await store.backup(path.join(folder, name))
    const removed = await keepNewest('by-hand', folder, { now: clock.now(), except: name })
    return ok({ name, removed })
  },
}

/** Answers what can be answered while the inbox cannot be opened; null for everything else. */
export function answerWithoutInbox(
  command: string,
  input: unknown,
  inboxFile: string,
): Promise<Result<unknown>> | null {
  if (command === 'backups:list') return fromFiles[command](undefined, { inboxFile })
  if (command !== 'backups:preview') return null
  const parsed = contract[command].input.safeParse(input)
  return parsed.success ? fromFiles[command](parsed.data, { inboxFile }) : null
}
