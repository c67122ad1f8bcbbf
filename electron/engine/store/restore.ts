/**
 * Puts a copy of the inbox in the inbox's place. Today's inbox is kept aside, whatever state it is in, and what happened
 * since comes over from it where it can be read; where it cannot, what waited to be sent is left to staff.
 */
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Clock } from '../../../telephony/clock.ts'
import type { Logger } from '../../../telephony/logger.ts'
import { backupFolder } from './backup.ts'
import { leaveOutErased } from './leave-out-erased.ts'
import { lockInbox } from './lock.ts'
import { migrate, newestVersion, versionOf } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { asStoreError, damaged, fromNewerVersion } from './store-error.ts'
import { carryOver } from './carry-over.ts'
import { unsettled } from '../backups/after-restore.ts'
import { nameFor } from '../backups/names.ts'

export interface RestoreOptions {
  /** The inbox, which nothing has open. */
  file: string
  /** The copy's name in the backups folder; null to begin with an empty inbox. */
  name: string | null
  clock: Clock
  logger: Logger
}

/**
 * Resolves to the name under which today's inbox is kept in the backups folder; null where there was none. Rejects with
 * `StoreError` when the copy is damaged or too new, or when the disk refuses; the inbox is then as it was.
 */
export async function restoreInbox({ file, name, clock, logger }: RestoreOptions): Promise<string | null> {
  const unlock = lockInbox(file)
  const prepared = `${file}.restoring`
  try {
    await rm(prepared, { force: true })
    const knowsToday = name !== null && (await prepare(name, prepared, { file, clock, logger }))
    const aside = await keepAside(file, clock.now())
    try {
      // What SQLite had still to write into the other file must not be written into this one.
      for (const side of ['-wal', '-shm']) await rm(file + side, { force: true })
      if (name === null) await rm(file, { force: true })
      else await rename(prepared, file)
    } catch (error) {
      if (aside !== null) await putBack(file, aside)
      throw error
    }
    logger.warn('store.restored', { backup: name, aside, knowsToday })
    return aside
  } catch (error) {
    const copy = name === null ? file : path.join(backupFolder(file), name)
    const problem = asStoreError(error, copy)
    // What is damaged is the copy; what could not be written is the inbox.
    throw problem?.code === 'not-writable' ? (asStoreError(problem.cause, file) ?? problem) : (problem ?? error)
  } finally {
    for (const side of ['', '-wal', '-shm', '-journal']) await rm(prepared + side, { force: true })
    unlock()
  }
}

/** Makes `copy` of the backup and brings it up to today. True when today's inbox could be read. */
async function prepare(
  name: string,
  copy: string,
  { file, clock, logger }: Pick<RestoreOptions, 'file' | 'clock' | 'logger'>,
): Promise<boolean> {
  await copyFile(path.join(backupFolder(file), name), copy)
  await toDisk(copy)
  const db = new SqliteDatabase(copy)
  try {
    const version = versionOf(db)
    if (version > newestVersion(migrations)) throw fromNewerVersion(name)
    if (version === 0 || db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(name)
    db.pragma('journal_mode = DELETE')
    db.pragma('foreign_keys = ON')
    await migrate(db, migrations, { backup: () => Promise.resolve(), logger })
    leaveOutErased(db, file, logger)
    const knowsToday = isUsable(file)
    if (knowsToday) carryOver(db, file, clock.now())
    else markRestored(db, clock.now())
    return knowsToday
  } finally {
    db.close()
  }
}

/** Nothing can start with this file without seeing it. */
function markRestored(db: SqliteDatabase.Database, now: number): void {
  db.prepare('INSERT OR REPLACE INTO setting (name, value, changed_at) VALUES (?, ?, ?)').run(unsettled, 'true', now)
}

/** Whether today's inbox is whole and of this version. Looking changes nothing in it. */
function isUsable(file: string): boolean {
  let db: SqliteDatabase.Database | null = null
  try {
    db = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    return versionOf(db) === newestVersion(migrations) && db.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** Under another name, with what belongs to it; the inbox stays in its place until the restored one replaces it at once. */
async function keepAside(file: string, now: number): Promise<string | null> {
  if (!(await stat(file).catch(() => null))) return null
  const folder = backupFolder(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = await freeName(folder, now)
  try {
    for (const side of ['-wal', '-shm', '']) {
      if (!(await stat(file + side).catch(() => null))) continue
      await keepFile(file + side, path.join(folder, name) + side)
    }
  } catch (error) {
    // The inbox stays where it is: what was kept of it is no copy.
    for (const side of ['-wal', '-shm', '']) await rm(path.join(folder, name) + side, { force: true })
    throw error
  }
  return name
}

/** The inbox stays after all: whole, and under no second name, by which it would be opened as if it were another file. */
async function putBack(file: string, aside: string): Promise<void> {
  for (const side of ['-wal', '-shm', '']) {
    const kept = path.join(backupFolder(file), aside) + side
    if (!(await stat(kept).catch(() => null))) continue
    if (await stat(file + side).catch(() => null)) await rm(kept)
    else await rename(kept, file + side)
  }
}

async function freeName(folder: string, now: number): Promise<string> {
  for (let at = now; ; at += 1000) {
    const name = nameFor('set-aside', at)
    if (!(await stat(path.join(folder, name)).catch(() => null))) return name
  }
}

/** A second name costs no room; where the file system knows none, a copy does, which gets its name when it is whole. */
async function keepFile(file: string, target: string): Promise<void> {
  try {
    await link(file, target)
  } catch {
    const unfinished = `${target}.unfinished`
    try {
      await copyFile(file, unfinished)
      await toDisk(unfinished)
      await rename(unfinished, target)
    } finally {
      await rm(unfinished, { force: true })
    }
  }
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
