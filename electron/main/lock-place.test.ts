import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { AppLock } from './app-lock.ts'
import { beginsLocked, lockPath } from './lock-place.ts'
import { listeningLogger } from './testing.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ringback-place-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const appLock = () =>
  new AppLock({
    file: lockPath(folder),
    clock: new ManualClock(1_000_000),
    logger: listeningLogger().logger,
    cost: 16,
    changed() {},
  })

it('tells, before the lock itself is read, whether the next start begins locked', async () => {
  expect(beginsLocked(folder)).toBe(false)
  await appLock().set({ pin: '2580', minutes: 10, current: null })
  expect([beginsLocked(folder), appLock().isLocked]).toEqual([true, true])
  writeFileSync(lockPath(folder), 'spoilt')
  expect([beginsLocked(folder), appLock().isLocked]).toEqual([true, true])
})
