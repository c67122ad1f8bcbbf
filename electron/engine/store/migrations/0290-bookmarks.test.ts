import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

test('an older inbox reads on where it had come to, by the account that it used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-bookmarks-'))
  const file = join(folder, 'inbox.sqlite')
  await migrateTo(file, 280)
  const before = new SqliteDatabase(file)
  const set = before.prepare('INSERT INTO setting (name, value, changed_at) VALUES (?, ?, 1)')
  set.run('texting', JSON.stringify({ accountSid: 'AC1', from: '+12125550100' }))
  set.run('replies.bookmark.Twilio.+12125550100', 'of the number')
  set.run('replies.bookmark.Twilio.', 'of a service')
  set.run('replies.bookmark.Demo.+12125550100', 'of the demo')
  before.close()
  await migrateTo(file, 290)
  const after = new SqliteDatabase(file)
  const rows = after.prepare("SELECT name, value FROM setting WHERE name != 'texting'").raw().all() as [
    string,
    string,
  ][]
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(Object.fromEntries(rows)).toEqual({
    'replies.bookmark.twilio:AC1.+12125550100': 'of the number',
    'replies.bookmark.twilio:AC1.': 'of a service',
    'replies.bookmark.demo.+12125550100': 'of the demo',
  })
})
