/**
 * Brings an inbox file up to this version: numbered forward-only steps, each in one transaction, each after a backup.
 * The file's `user_version` is the number of the last step it has had.
 */
import type SqliteDatabase from 'better-sqlite3'
import type { Logger } from '../../../telephony/logger.ts'

export interface Migration {
  /** Counted in tens, rising; never changed after a release. */
  readonly id: number
  readonly name: string
  readonly sql: string
}

/** Throws when the list is not in rising order or has a number twice: a mistake of ours, found at the first start. */
export function checkOrder(migrations: readonly Migration[]): void {
  let last = 0
  for (const { id, name } of migrations) {
    if (!Number.isInteger(id) || id <= last) throw new Error(`Migration ${id} (${name}) is out of order after ${last}`)
    last = id
  }
}

/** The newest version that this list leads to; 0 for an empty list. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.id ?? 0
}

export function versionOf(db: SqliteDatabase.Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Runs the steps that `db` has not had. `backup(version)` is called once before them unless the file is new, with the version
 * it has: only the older Ringback's is of use to anybody. A step that fails leaves the file as it was before that step.
 */
export async function migrate(
  db: SqliteDatabase.Database,
  migrations: readonly Migration[],
  options: { backup: (version: number) => Promise<void>; logger: Logger },
): Promise<void> {
  checkOrder(migrations)
  const version = versionOf(db)
  const due = migrations.filter(({ id }) => id > version)
  if (version > 0 && due.length > 0) await options.backup(version)
  for (const migration of due) {
    run(db, migration)
    options.logger.info('store.migrated', { id: migration.id, name: migration.name })
  }
}

function run(db: SqliteDatabase.Database, migration: Migration): void {
  // A table is changed in SQLite by building it anew, which needs its references unchecked until the end.
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      db.exec(migration.sql)
      const broken = db.prepare('PRAGMA foreign_key_check').all()
      if (broken.length > 0) throw new Error(`Migration ${migration.id} leaves ${broken.length} broken references`)
      db.pragma(`user_version = ${migration.id}`)
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}
