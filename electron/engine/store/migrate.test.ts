import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { openConnections } from './connections.ts'
import { checkOrder, versionOf } from './migrate.ts'
import type { Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'

/** The version of a file that this version of the product made. */
const latest = migrations.at(-1)?.id

const addColumn: Migration = {
  id: 90_020,
  name: 'colour',
  sql: "ALTER TABLE contact ADD COLUMN colour TEXT DEFAULT 'grey'",
}
const breaks: Migration = {
  id: 90_030,
  name: 'breaks',
  sql: 'CREATE TABLE half (a TEXT); INSERT INTO nowhere VALUES (1)',
}
const orphans: Migration = {
  id: 90_030,
  name: 'orphans',
  sql: `INSERT INTO conversation (id, contact_id, state, last_activity_at) VALUES ('c', 'nobody', 'done', 1)`,
}

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-migrate-'))
  file = join(folder, 'inbox.sqlite')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function upgrade(list: readonly Migration[]): Promise<void> {
  const { reader, writer, unlock } = await openConnections({ file, logger: silentLogger, migrations: list })
  reader.close()
  writer.close()
  unlock()
}

function look<T>(read: (db: SqliteDatabase.Database) => T, name = file): T {
  const db = new SqliteDatabase(name)
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function addContact(): void {
  look((db) => db.exec(`INSERT INTO contact (id, number, created_at) VALUES ('1', '+15305550101', 1)`))
}

describe('migrations', () => {
  test("this version's list is in order", () => {
    expect(() => checkOrder(migrations)).not.toThrow()
    expect(() => checkOrder([addColumn, ...migrations])).toThrow('out of order')
    expect(() => checkOrder([...migrations, ...migrations])).toThrow('out of order')
  })

  test('a new file gets every step and no backup', async () => {
    await upgrade([...migrations, addColumn])
    expect(look(versionOf)).toBe(90_020)
    expect(readdirSync(folder)).not.toContain('backups')
  })

  test('an older file keeps its rows, after a backup of what it was', async () => {
    await upgrade(migrations)
    addContact()
    await upgrade([...migrations, addColumn])
    expect(look((db) => db.prepare('SELECT number, colour FROM contact').get())).toEqual({
      number: '+15305550101',
      colour: 'grey',
    })
    const copy = join(folder, 'backups', `before-upgrade-from-${latest}.sqlite`)
    expect(look(versionOf, copy)).toBe(latest)
    expect(look((db) => db.prepare('SELECT count(*) FROM contact').pluck().get(), copy)).toBe(1)
  })

  test('an update of several steps makes one copy, of the version that the older Ringback can open', async () => {
    await upgrade(migrations)
    await upgrade([...migrations, { ...addColumn, id: 90_010, sql: 'SELECT 1' }, addColumn])
    expect(look(versionOf)).toBe(90_020)
    expect(readdirSync(join(folder, 'backups'))).toEqual([`before-upgrade-from-${latest}.sqlite`])
  })

  test.each([breaks, orphans])('a step that fails ($name) leaves the file as it was before it', async (step) => {
    await upgrade(migrations)
    addContact()
    await expect(upgrade([...migrations, addColumn, step])).rejects.toThrow()
    expect(look(versionOf)).toBe(90_020)
    expect(look((db) => db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get())).toBe(0)
    expect(look((db) => db.prepare('SELECT count(*) FROM conversation').pluck().get())).toBe(0)
    await upgrade([...migrations, addColumn])
  })
})
