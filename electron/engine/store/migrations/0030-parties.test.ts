import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

test("an older inbox's calls tell its lines", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-lines-'))
  const file = join(folder, 'inbox.sqlite')
  const upTo = (newest: number) => migrateTo(file, newest)
  await upTo(20)
  const before = new SqliteDatabase(file)
  const insert = before.prepare(
    `INSERT INTO call (id, linkedid, direction, line, outcome, started_at, ended_at, legs)
     VALUES (?, ?, ?, ?, 'missed', ?, ?, '[]')`,
  )
  const call = (direction: string, line: string | null, at: number) =>
    insert.run(randomUUID(), randomUUID(), direction, line, at, at)
  call('inbound', '+15305550110', 5)
  call('inbound', '+15305550110', 9)
  call('inbound', '101', 9)
  call('inbound', null, 9)
  call('outbound', '+15305550144', 9)
  before.close()
  await upTo(30)
  const after = new SqliteDatabase(file)
  const lines = after.prepare('SELECT * FROM line').all()
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(lines).toEqual([{ number: '+15305550110', calls: 2, first_seen_at: 5, last_seen_at: 9 }])
})
