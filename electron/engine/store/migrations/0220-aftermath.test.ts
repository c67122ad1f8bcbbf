import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

const minute = 60_000
const missedAt = Date.UTC(2026, 10, 24, 18)

test("an older inbox's missed calls get what came of them, and its calls the phones they came to", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-aftermath-'))
  const file = join(folder, 'inbox.sqlite')
  const upTo = (newest: number) => migrateTo(file, newest)
  await upTo(219)
  const before = new SqliteDatabase(file)
  before.exec(`
    INSERT INTO contact (id, number, created_at) VALUES ('c', '+15305550101', 1);
    INSERT INTO conversation (id, contact_id, state, last_activity_at) VALUES ('v', 'c', 'done', 1);
  `)
  const call = before.prepare(
    `INSERT INTO call (id, linkedid, conversation_id, direction, party, outcome, reason, started_at, ended_at, legs)
     VALUES (?, ?, 'v', ?, '+15305550101', ?, ?, ?, ?, ?)`,
  )
  const legs = [
    { phone: '101', how: 'no-answer', rangAt: 1 },
    { phone: '101', how: 'busy', rangAt: null },
    { phone: '102', how: 'unreachable', rangAt: null },
  ]
  call.run('missed', '1', 'inbound', 'missed', 'no-answer', missedAt - minute, missedAt, JSON.stringify(legs))
  call.run('odd', '2', 'inbound', 'missed', 'no-answer', missedAt - 900 * minute, missedAt - 800 * minute, 'no JSON')
  const back = missedAt + 30 * minute
  call.run('back', '3', 'outbound', 'answered', null, back, back + minute, '[]')
  const text = before.prepare(
    `INSERT INTO message (id, conversation_id, direction, author, body, state, created_at, at)
     VALUES (?, 'v', ?, ?, 'Hello', ?, ?, ?)`,
  )
  text.run('out', 'out', 'staff', 'delivered', missedAt + minute, missedAt + minute)
  text.run('failed', 'out', 'staff', 'failed', missedAt, missedAt)
  text.run('in', 'in', 'contact', 'received', missedAt + 5 * minute, missedAt + 5 * minute)
  before.close()

  await upTo(Number.MAX_SAFE_INTEGER)
  const after = new SqliteDatabase(file)
  const kept = after.prepare('SELECT texted_at, wrote_at, talked_at, talked_out, tried_at FROM call WHERE id = ?')
  const facts = kept.get('missed')
  const phones = after.prepare('SELECT phone, call_id, part FROM call_phone ORDER BY phone').all()
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(facts).toEqual({
    texted_at: missedAt + minute,
    wrote_at: missedAt + 5 * minute,
    talked_at: back,
    talked_out: 1,
    tried_at: back,
  })
  expect(phones).toEqual([
    { phone: '101', call_id: 'missed', part: 'refused' },
    { phone: '102', call_id: 'missed', part: 'unreachable' },
  ])
})
