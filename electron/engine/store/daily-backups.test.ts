import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { DailyBackups } from './daily-backups.ts'
import { openStore } from './database.ts'
import type { Store } from './database.ts'

const noon = Date.UTC(2026, 10, 24, 12, 0)
const hour = 60 * 60 * 1000
let folder: string
let file: string
let store: Store
let clock: ManualClock
let backups: DailyBackups

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-backups-'))
  file = join(folder, 'inbox.sqlite')
  clock = new ManualClock(noon)
  store = await openStore({ file, clock, logger: silentLogger })
  backups = new DailyBackups({ file, store, clock, logger: silentLogger })
})
afterEach(async () => {
  await backups.stop()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** Makes the copies that are due within `days`, and waits for them. */
async function pass(days: number): Promise<void> {
  for (let passed = 0; passed < days * 24; passed++) {
    await clock.advance(hour)
    await backups.stop()
    backups = new DailyBackups({ file, store, clock, logger: silentLogger })
    backups.start()
  }
  await backups.stop()
}
const copies = () => readdirSync(join(folder, 'backups')).sort()

it('a copy is made at the first start, and one a day from then on', async () => {
  backups.start()
  await backups.stop()
  expect(copies()).toEqual(['inbox-2026-11-24T12-00Z.sqlite'])
  await pass(3)
  expect(copies()).toEqual([
    'inbox-2026-11-24T12-00Z.sqlite',
    'inbox-2026-11-25T12-00Z.sqlite',
    'inbox-2026-11-26T12-00Z.sqlite',
    'inbox-2026-11-27T12-00Z.sqlite',
  ])
})

it('the newest fourteen are kept, and what is no daily copy is left alone', async () => {
  backups.start()
  await backups.stop()
  writeFileSync(join(folder, 'backups', 'before-upgrade-from-10.sqlite'), '')
  await pass(16)
  expect(copies()).toHaveLength(15)
  expect(copies()).toContain('before-upgrade-from-10.sqlite')
  expect(copies().find((name) => name.startsWith('inbox'))).toBe('inbox-2026-11-27T12-00Z.sqlite')
})

it('copies of a time when the clock ran ahead keep none from being made, and go first', async () => {
  await clock.advance(1000 * 24 * hour)
  await pass(14)
  clock.jumpTo(noon)
  backups = new DailyBackups({ file, store, clock, logger: silentLogger })
  backups.start()
  await backups.stop()
  expect(copies()).toHaveLength(14)
  expect(copies()[0]).toBe('inbox-2026-11-24T12-00Z.sqlite')
})

it('a copy can be opened as an inbox', async () => {
  await store.write(async ({ db }) => {
    await db.insertInto('setting').values({ name: 'kept', value: '1', changed_at: noon }).execute()
  })
  backups.start()
  await backups.stop()
  const copy = await openStore({ file: join(folder, 'backups', copies()[0] ?? ''), clock, logger: silentLogger })
  expect(await copy.db.selectFrom('setting').select('name').execute()).toEqual([{ name: 'kept' }])
  await copy.close()
})
