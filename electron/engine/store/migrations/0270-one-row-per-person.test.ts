import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

test('people of an older inbox with several numbers stand in the list and in the counts once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-person-'))
  const file = join(folder, 'inbox.sqlite')
  await migrateTo(file, 269)
  const before = new SqliteDatabase(file)
  before.exec(`
    INSERT INTO contact (id, number, created_at, person_id) VALUES
      ('c1', '+15305550101', 1, 'p'), ('c2', '+15305550102', 1, 'p'), ('c3', '+15305550103', 1, 'p'),
      ('c4', '+15305550104', 1, NULL), ('c5', '+15305550105', 1, 'alone');
    INSERT INTO conversation (id, contact_id, state, waiting_since, last_activity_at) VALUES
      ('newest', 'c1', 'done', NULL, 9), ('waits', 'c2', 'needs-reply', 5, 5), ('longest', 'c3', 'needs-reply', 4, 6),
      ('other', 'c4', 'done', NULL, 1), ('alone', 'c5', 'waiting', NULL, 1);
  `)
  before.close()

  await migrateTo(file, Number.MAX_SAFE_INTEGER)
  const after = new SqliteDatabase(file)
  const rows = after.prepare('SELECT id, behind FROM conversation WHERE behind IS NOT NULL ORDER BY id').all()
  const counts = after.prepare('SELECT state, count FROM conversation_count ORDER BY state').raw().all()
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(rows).toEqual([
    { id: 'newest', behind: 'longest' },
    { id: 'waits', behind: 'longest' },
  ])
  expect(counts).toEqual([
    ['done', 1],
    ['needs-reply', 1],
    ['waiting', 1],
  ])
})
