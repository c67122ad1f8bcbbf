import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { ManualClock } from '../../../../telephony/clock.ts'
import { silentLogger } from '../../../../telephony/logger.ts'
import { defaultsOf } from '../../settings/sections.ts'
import { readSection } from '../../settings/settings.ts'
import { openConnections } from '../connections.ts'
import { openStore } from '../database.ts'
import { migrations } from './index.ts'

test('an office keeps the text that it wrote, and what else it had set', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-texts-'))
  const file = join(folder, 'inbox.sqlite')
  const list = migrations.filter(({ id }) => id <= 40)
  const { reader, writer, unlock } = await openConnections({ file, logger: silentLogger, migrations: list })
  reader.close()
  writer.close()
  unlock()
  const before = new SqliteDatabase(file)
  const value = { enabled: false, delaySeconds: 20, template: 'This is {business}, “hello”.' }
  before
    .prepare('INSERT INTO setting (name, value, changed_at) VALUES (?, ?, 1)')
    .run('follow-up', JSON.stringify(value))
  before.close()

  const store = await openStore({ file, clock: new ManualClock(0), logger: silentLogger })
  const texts = await readSection(store.db, 'texts')
  const followUp = await readSection(store.db, 'follow-up')
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  expect(texts.steps.first).toEqual({ usual: value.template, closed: '', break: '' })
  expect(texts.steps.second).toEqual(defaultsOf('texts').steps.second)
  expect(followUp).toMatchObject({ enabled: false, delaySeconds: 20 })
})
