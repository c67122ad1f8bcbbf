/** Copies of the inbox while it is in use. */
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { kindOf } from '../backups/names.ts'

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

/**
 * Removes what a copy or a restore leaves behind that was cut short. For the time in which nothing else has the inbox:
 * unfinished copies, and second names that a restore gave to the inbox's own file, which is not to be opened by two names.
 */
export async function removeCutShort(file: string): Promise<void> {
  for (const side of ['', '-wal', '-shm', '-journal']) await rm(`${file}.restoring${side}`, { force: true })
  const folder = backupFolder(file)
  const inbox = await stat(file).catch(() => null)
  for (const name of await readdir(folder).catch(() => [])) {
    const place = join(folder, name)
    if (/\.unfinished(?:-wal|-shm|-journal)?$/.test(name)) await rm(place, { force: true })
    // Kept aside before the inbox itself was.
    const [, beside] = /^(set-aside-.*\.sqlite)-(?:wal|shm)$/.exec(name) ?? []
    if (beside !== undefined && !(await stat(join(folder, beside)).catch(() => null))) await rm(place, { force: true })
    if (!inbox || inbox.nlink < 2 || kindOf(name)?.kind !== 'set-aside') continue
    const { ino, dev } = await stat(place)
    if (ino !== inbox.ino || dev !== inbox.dev) continue
    for (const side of ['-wal', '-shm', '']) await rm(place + side, { force: true })
  }
}
