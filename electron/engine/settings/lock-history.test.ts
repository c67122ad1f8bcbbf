import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ManualClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { openStore } from '../store/database.ts'
import type { Store } from '../store/database.ts'
import { readChanges } from './changes.ts'
import { noteLock } from './lock-history.ts'
import { writeSettingsFile } from './settings-file.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-lock-history-'))
  store = await openStore({ file: join(folder, 'inbox.sqlite'), clock: new ManualClock(0), logger: silentLogger })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const told = async () =>
  (await readChanges(store.db, null)).changes
    .toReversed()
    .map(({ section, field, before, after }) => [section, field, before, after])

test('the history of the settings tells that the lock was set, changed and removed, and nothing of the PIN', async () => {
  const off = { on: false, minutes: 10, setAt: 0 }
  expect(await noteLock(store, off, 1)).toBe(false)
  const set = { on: true, minutes: 10, setAt: 5 }
  expect(await noteLock(store, set, 5)).toBe(true)
  // Each start tells it again.
  expect(await noteLock(store, set, 6)).toBe(false)
  await noteLock(store, { ...set, minutes: 2 }, 7)
  await noteLock(store, { ...set, minutes: 2, setAt: 8 }, 8)
  await noteLock(store, off, 9)
  expect(await told()).toEqual([
    ['app-lock', 'on', false, true],
    ['app-lock', 'minutes', 10, 2],
    ['app-lock', 'pin', null, null],
    ['app-lock', 'on', true, false],
  ])
  expect(await writeSettingsFile(store.db)).not.toContain('lock')
})
