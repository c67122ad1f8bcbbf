import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
