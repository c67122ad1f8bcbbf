import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrateTo } from './testing.ts'

const minute = 60_000
const hour = 60 * minute

test('of the texts that wait in an older inbox, those take turns that answer no call of just now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-turns-'))
  const file = join(folder, 'inbox.sqlite')
  const upTo = (newest: number) => migrateTo(file, newest)
  await upTo(80)
  const before = new SqliteDatabase(file)
  const waits = (id: string, text: { plan: string; step: number; plannedAt: number; urged?: 0 | 1 }) => {
    const { plan, step, plannedAt, urged = 0 } = text
    before.exec(`
      INSERT INTO contact (id, number, created_at) VALUES ('${id}', '${id}', 0);
      INSERT INTO conversation (id, contact_id, state, last_activity_at) VALUES ('${id}', '${id}', 'waiting', 0);
      INSERT INTO call (id, linkedid, direction, outcome, started_at, ended_at, legs)
        VALUES ('${id}', '${id}', 'inbound', 'missed', 0, 0, '[]');
      INSERT INTO follow_up (id, conversation_id, call_id, state, started_at, step, steps, plan)
        VALUES ('${id}', '${id}', '${id}', 'running', 0, ${step}, 3, '${plan}');
      INSERT INTO message (id, conversation_id, direction, author, body, state, follow_up_id, step, created_at, at)
        VALUES ('${id}', '${id}', 'out', 'auto', '', 'queued', '${id}', ${step}, 0, 0);
      INSERT INTO outbox (message_id, state, due_at, planned_at, urged)
        VALUES ('${id}', 'queued', ${plannedAt}, ${plannedAt}, ${urged});
    `)
  }
  waits('first', { plan: '1,2,3', step: 1, plannedAt: minute })
  waits('held first', { plan: '1', step: 1, plannedAt: 10 * hour })
  waits('second', { plan: '1,2,3', step: 2, plannedAt: 2 * hour })
  waits('third', { plan: '1,3', step: 2, plannedAt: 20 * hour })
  waits('urged', { plan: '1,3', step: 2, plannedAt: 20 * hour, urged: 1 })
  before.close()
  await upTo(90)
  const after = new SqliteDatabase(file)
  const rows = after.prepare('SELECT message_id, go_by FROM outbox').raw().all() as [string, number | null][]
  after.close()
  rmSync(folder, { recursive: true, force: true })
  expect(Object.fromEntries(rows)).toEqual({
    first: null,
    'held first': 13 * hour,
    second: 3 * hour,
    third: 23 * hour,
    urged: null,
  })
})
