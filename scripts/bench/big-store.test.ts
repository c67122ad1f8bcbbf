import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshConversation } from '../../electron/engine/inbox/conversations.ts'
import { openStore } from '../../electron/engine/store/database.ts'
import type { Store } from '../../electron/engine/store/database.ts'
import { ManualClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { makeBigStore } from './big-store.ts'

const now = Date.UTC(2026, 10, 24, 18)
const sizes = { contacts: 300, calls: 900, texts: 3000, longest: 400 }
let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-big-'))
  const file = join(folder, 'inbox.sqlite')
  await makeBigStore(file, { sizes, seed: 7, now })
  store = await openStore({ file, clock: new ManualClock(now), logger: silentLogger })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

test('it has as many contacts, calls and texts as were asked for, one conversation among them with very many', async () => {
  const count = async (table: 'contact' | 'call' | 'message') => {
    const { rows } = await store.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return rows
  }
  expect([await count('contact'), await count('call'), await count('message')]).toEqual([300, 900, 3000])
  const { most } = await store.db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('most'))
    .groupBy('conversation_id')
    .orderBy('most', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(most).toBeGreaterThan(270)
})

test('every line of the list is as the engine itself would have it', async () => {
  const rows = () => store.db.selectFrom('conversation').selectAll().orderBy('id').execute()
  const before = await rows()
  await store.write(async (work) => {
    for (const { id } of before) await refreshConversation(work, id)
  })
  expect(await rows()).toEqual(before)
  expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['needs-reply', 'waiting', 'done']))
})

test('what came of the calls, the counts and the search index are as the engine itself would have them', async () => {
  const number = async (question: RawBuilder<{ found: number }>) =>
    (await question.execute(store.db)).rows.map(({ found }) => found)
  expect(
    await number(sql`SELECT count(*) AS found FROM call JOIN aftermath ON aftermath.call_id = call.id
      WHERE call.direction = 'inbound' AND call.outcome = 'missed' AND call.conversation_id IS NOT NULL
      AND (call.texted_at, call.own_text_at, call.wrote_at, call.talked_at, call.talked_out, call.tried_at)
        IS NOT (aftermath.texted_at, aftermath.own_text_at, aftermath.wrote_at, aftermath.talked_at,
          aftermath.talked_out, aftermath.tried_at)`),
  ).toEqual([0])
  expect(
    await number(sql`SELECT count(*) AS found FROM conversation_count AS kept WHERE kept.count <>
      (SELECT count(*) FROM conversation WHERE conversation.state = kept.state)`),
  ).toEqual([0])
  expect(await store.db.selectFrom('search_due').selectAll().execute()).toEqual([])
  const words = async () => {
    const rows: unknown[] = []
    for (const index of ['search_text', 'search_contact']) {
      await store.write(async ({ db }) => {
        await sql`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${sql.raw(`${index}_words`)}
          USING fts5vocab('main', ${sql.lit(index)}, 'row')`.execute(db)
        rows.push((await sql`SELECT term, doc FROM temp.${sql.raw(`${index}_words`)}`.execute(db)).rows)
      })
    }
    return rows
  }
  const numbers = () => store.db.selectFrom('message').select(['id', 'search_no', 'at']).orderBy('id').execute()
  const [wordsBefore, numbersBefore] = [await words(), await numbers()]
  expect(numbersBefore.every((row) => row.search_no === null || Math.floor(row.search_no / 1024) === row.at)).toBe(true)
  // Everything once more, by the engine.
  await store.write(async ({ db }) => {
    await sql`INSERT INTO search_due SELECT 'contact', id FROM contact UNION ALL SELECT 'message', id FROM message
      UNION ALL SELECT 'note', id FROM note`.execute(db)
  })
  while ((await store.db.selectFrom('search_due').select('id').limit(1).execute()).length > 0) {
    await store.write(async () => undefined)
  }
  expect(await numbers()).toEqual(numbersBefore)
  expect(await words()).toEqual(wordsBefore)
})
