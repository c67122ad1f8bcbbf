import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

test('the texts of an older inbox stay known: they are those of the account that is set up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-accounts-'))
  const file = join(folder, 'inbox.sqlite')
  const upTo = (newest: number) => migrateTo(file, newest)
  await upTo(90)
  const before = new SqliteDatabase(file)
  before.exec(`
    INSERT INTO setting (name, value, changed_at) VALUES ('texting', '{"kind":"twilio","accountSid":"AC1"}', 0);
    INSERT INTO contact (id, number, created_at) VALUES ('pat', '+15305550101', 0);
    INSERT INTO conversation (id, contact_id, state, last_activity_at) VALUES ('pat', 'pat', 'waiting', 0);
    INSERT INTO message (id, conversation_id, direction, author, body, state, created_at, at, gateway, provider_id)
      VALUES ('a', 'pat', 'in', 'contact', 'Hi', 'received', 0, 0, 'Twilio', 'SM1'),
        ('b', 'pat', 'in', 'contact', 'Hi', 'received', 0, 0, 'your phone system', '1'),
        ('c', 'pat', 'out', 'staff', 'Hi', 'queued', 0, 0, NULL, NULL);
  `)
  before.close()
  await upTo(91)
  const after = new SqliteDatabase(file)
  const accounts = after.prepare('SELECT gateway FROM message ORDER BY id').pluck().all()
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(accounts).toEqual(['twilio:AC1', 'your phone system', null])
})
