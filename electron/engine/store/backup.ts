/** Copies of the inbox while it is in use. */
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

/** Where copies of the inbox `file` are kept. */
export function backupFolder(file: string): string {
  return join(dirname(file), 'backups')
}

/**
 * Copies `db` to `target` with SQLite's online backup: writers go on meanwhile. The copy appears under its name only
 * when it is whole, readable by this user alone; an older file of that name is replaced.
 */
export async function backupTo(db: SqliteDatabase.Database, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { force: true })
  try {
    await db.backup(unfinished)
    await chmod(unfinished, 0o600)
    makeOneFile(unfinished)
    await rename(unfinished, target)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** The copy of a WAL database wants its side files when it is only looked at; one of the plain kind is a file by itself. */
function makeOneFile(copy: string): void {
  const db = new SqliteDatabase(copy)
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}
