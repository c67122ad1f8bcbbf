import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { backupCommands } from '../backups/commands.ts'
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

it('of the copies from before an update the newest three are kept, by when they were made', async () => {
  const folderOf = join(folder, 'backups')
  mkdirSync(folderOf)
  for (const [at, version] of [90, 10, 230, 40, 300].entries()) {
    const copy = join(folderOf, `before-upgrade-from-${version}.sqlite`)
    writeFileSync(copy, '')
    utimesSync(copy, noon / 1000 - 1000 + at, noon / 1000 - 1000 + at)
  }
  writeFileSync(join(folderOf, 'set-aside-2026-11-01T12-00-00Z.sqlite'), '')
  backups.start()
  await backups.stop()
  expect(copies()).toEqual([
    'before-upgrade-from-230.sqlite',
    'before-upgrade-from-300.sqlite',
    'before-upgrade-from-40.sqlite',
    'inbox-2026-11-24T12-00Z.sqlite',
    'set-aside-2026-11-01T12-00-00Z.sqlite',
  ])
})

it('of the copies made by hand the newest ten are kept, and whoever makes another is told of it', async () => {
  const make = async () => {
    await clock.advance(hour)
    return backupCommands['backups:make'](undefined, { store, clock, inboxFile: file })
  }
  for (let made = 1; made <= 10; made += 1) expect(await make()).toMatchObject({ value: { removed: 0 } })
  const before = copies()
  expect(await make()).toMatchObject({ value: { removed: 1 } })
  expect(copies().slice(0, -1)).toEqual(before.slice(1))
  // One that is made while the clock is set back is not deleted at once.
  clock.jumpTo(noon - 30 * 24 * hour)
  const made = await make()
  expect(made.ok && copies()).toContain(made.ok && made.value.name)
})
