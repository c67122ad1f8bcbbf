/**
 * Keeps a second engine out of the same data folder. The lock is SQLite's own on a small file beside the inbox: the
 * operating system drops it when the process ends, however it ends, so there is never a stale lock to clear.
 */
import { rmSync } from 'node:fs'
import SqliteDatabase from 'better-sqlite3'
import { asStoreError, inUse } from './store-error.ts'

/** An engine that is just going down gets this long, ms. */
const patience = 500

/**
 * Takes the lock for the inbox `file`; call what it returns to give it back.
 * Throws `StoreError`: `in-use` when another engine holds it, `not-writable` when the lock file cannot be made.
 */
export function lockInbox(file: string): () => void {
  const lockFile = `${file}.lock`
  try {
    return take(lockFile)
  } catch (error) {
    if (isCode(error, 'SQLITE_BUSY')) throw inUse(file, error)
    if (!isCode(error, 'SQLITE_NOTADB') && !isCode(error, 'SQLITE_CORRUPT')) throw asStoreError(error, file) ?? error
  }
  // Nothing is kept in it: one that is damaged is made anew.
  rmSync(lockFile, { force: true })
  return take(lockFile)
}

function take(lockFile: string): () => void {
  const lock = new SqliteDatabase(lockFile, { timeout: patience })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw error
  }
  return () => lock.close()
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code === code
}
