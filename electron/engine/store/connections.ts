/** Opens the inbox file's two connections, after making sure that it is whole and ours. */
import { existsSync, statSync } from 'node:fs'
import { chmod, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { systemClock } from '../../../telephony/clock.ts'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { backupFolder, backupTo, removeCutShort } from './backup.ts'
import { checkBeside, checkedBefore } from './file-check.ts'
import type { FileCheck } from './file-check.ts'
import { addFold } from './fold.ts'
import { lockInbox } from './lock.ts'
import { migrate, newestVersion, versionOf } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { migrations as ours } from './migrations/index.ts'
import { asStoreError, damaged, fromNewerVersion } from './store-error.ts'

export interface Connections {
  reader: SqliteDatabase.Database
  writer: SqliteDatabase.Database
  unlock: () => void
  /** Goes on beside the work where the file is large. */
  check: FileCheck
}

/** What is read through in a moment is so before anything is done with it, bytes. */
const checkedAtOnce = 32 * 1024 * 1024

/** Another program (a virus scanner, a backup tool) may hold the file for a moment, ms. */
const busyTimeout = 5000

/** Of a large inbox, what the window asks for again and again, KiB. */
const readerCache = 32_768

/**
 * Locks, checks and migrates the inbox `file` and opens it twice. Rejects with `StoreError`; what is damaged or from a
 * newer version is only ever read.
 */
export async function openConnections(options: {
  file: string
  logger: Logger
  clock?: Clock
  /** Other than this version's, for tests. */
  migrations?: readonly Migration[]
  /** Other than `checkedAtOnce`, for tests. */
  atOnce?: number
}): Promise<Connections> {
  const { file, logger, clock = systemClock, migrations = ours, atOnce = checkedAtOnce } = options
  const opened: { close(): unknown }[] = []
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const unlock = lockInbox(file)
    opened.push({ close: unlock })
    await chmod(`${file}.lock`, 0o600)
    await removeCutShort(file)
    if (!existsSync(file)) await makeInbox(file, migrations, logger)
    if ((statSync(file).mode & 0o777) !== 0o600) await chmod(file, 0o600)
    const thorough = look(file, newestVersion(migrations), atOnce)

    const writer = new SqliteDatabase(file, { timeout: busyTimeout })
    opened.push(writer)
    writer.pragma('journal_mode = WAL')
    writer.pragma('synchronous = FULL')
    writer.pragma('foreign_keys = ON')
    // What a row held before it was changed is not left in the file: an erasure would not find it.
    writer.pragma('secure_delete = FAST')
    await migrate(writer, migrations, {
      backup: (version) => backupTo(writer, join(backupFolder(file), `before-upgrade-from-${version}.sqlite`)),
      logger,
    })

    const reader = new SqliteDatabase(file, { timeout: busyTimeout })
    opened.push(reader)
    reader.pragma('query_only = ON')
    reader.pragma(`cache_size = -${readerCache}`)
    addFold(reader)
    addFold(writer)
    return { reader, writer, unlock, check: thorough ? checkedBefore : checkBeside(file, clock) }
  } catch (error) {
    for (const connection of opened.reverse()) connection.close()
    const problem = asStoreError(error, file) ?? error
    const { message, cause } = problem instanceof Error ? problem : new Error(String(problem))
    logger.error('store.not-opened', { error: message, cause: cause instanceof Error ? cause.message : undefined })
    throw problem
  }
}

/**
 * Makes an empty inbox that only this user can read; SQLite gives its side files the same rights. It gets its name only
 * when it is whole, so that a file without tables is never a new inbox but one that has lost what was in it: opt-outs.
 */
async function makeInbox(file: string, migrations: readonly Migration[], logger: Logger): Promise<void> {
  // What SQLite had still to write into a file that is gone.
  if (existsSync(`${file}-wal`)) throw damaged(file, new Error('its -wal file is there without it'))
  const unfinished = `${file}.new`
  await rm(unfinished, { force: true })
  await writeFile(unfinished, '', { mode: 0o600 })
  const db = new SqliteDatabase(unfinished)
  try {
    // A crash leaves nothing behind that anybody would open: once to the disk, at the end, is enough.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    await migrate(db, migrations, { backup: () => Promise.resolve(), logger })
  } finally {
    db.close()
  }
  await toDisk(unfinished)
  await rename(unfinished, file)
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Looks at the file without changing a byte of it: what it is, and whether it is whole. False when the latter is left for
 * later, since it is large; never before a step of the migrations, which would build on it.
 */
function look(file: string, newest: number, atOnce: number): boolean {
  const db = new SqliteDatabase(file, { readonly: true, timeout: busyTimeout })
  try {
    const version = versionOf(db)
    if (version > newest) throw fromNewerVersion(file)
    const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
    // Somebody else's database, which to write into would damage, or an inbox that was emptied.
    if (version === 0) throw damaged(file, new Error(tables > 0 ? 'it is no inbox' : 'it is empty'))
    if (version === newest && statSync(file).size > atOnce) return false
    const findings = db.pragma('quick_check(1)', { simple: true })
    if (findings !== 'ok') throw damaged(file, new Error(String(findings)))
    return true
  } finally {
    db.close()
  }
}
