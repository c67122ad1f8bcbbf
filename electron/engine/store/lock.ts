/**
 * Keeps a second engine out of the same data folder. The lock is SQLite's own on a small file beside the inbox: the
 * operating system drops it when the process ends, however it ends, so there is never a stale lock to clear.
 */
import SqliteDatabase from 'better-sqlite3'
import { asStoreError } from './store-error.ts'

/** An engine that is just going down gets this long, ms. */
const patience = 500

/**
 * Takes the lock for the inbox `file`; call what it returns to give it back.
 * Throws `StoreError`: `in-use` when another engine holds it, `not-writable` when the lock file cannot be made.
 */
export function lockInbox(file: string): () => void {
  let lock: SqliteDatabase.Database | null = null
  try {
    lock = new SqliteDatabase(`${file}.lock`, { timeout: patience })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    throw asStoreError(error, file) ?? error
  }
  const held = lock
  return () => held.close()
}
