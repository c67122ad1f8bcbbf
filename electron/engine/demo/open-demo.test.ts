import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock as clock } from '../../../telephony/clock.ts'
import { silentLogger as logger } from '../../../telephony/logger.ts'
import { Secrets } from '../secrets.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { emptied, openDemo } from './open-demo.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-demo-'))
  store = await openStore({ file: join(folder, 'demo.sqlite'), clock, logger })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

test('each demo begins anew: nothing that was done in the one before is left', async () => {
  const open = async () => {
    const secrets = new Secrets({ pbxPassword: null, gatewayToken: null })
    const { office } = await openDemo({ store, clock, logger, secrets })
    await office.stop()
  }
  await open()
  const number = '+15305550144'
  await store.write(async ({ db }) => {
    await db.insertInto('opt_out_question').values({ number, at: 1 }).execute()
    await db.insertInto('texted').values({ number, at: 1 }).execute()
    await db.insertInto('tag').values({ id: 't', name: 'VIP', folded: 'vip', colour: 'teal' }).execute()
  })
  await open()
  for (const table of ['opt_out_question', 'texted', 'tag', 'setting_change'] as const)
    expect(await store.db.selectFrom(table).selectAll().execute(), table).toEqual([])
})

test('there is no table that a demo leaves to the next', async () => {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'
    AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'`.execute(store.db)
  // These go with the rows that they belong to.
  const follow = ['picture', 'picture_fetch', 'draft', 'contact_tag', 'call_phone', 'conversation_count']
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...emptied, ...follow].toSorted())
})
