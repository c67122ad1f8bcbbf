import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../../telephony/clock.ts'
import { silentLogger } from '../../telephony/logger.ts'
import { DiskWatch } from './disk-watch.ts'
import type { Room } from './disk-watch.ts'

const megabyte = 1024 * 1024
const minute = 60_000
let clock: ManualClock
let room: Room | Error
let watch: DiskWatch
let told: number

beforeEach(() => {
  clock = new ManualClock(0)
  room = { free: 80_000 * megabyte, writable: true }
  const look = async () => {
    if (room instanceof Error) throw room
    return room
  }
  watch = new DiskWatch({ folder: '/profile', clock, logger: silentLogger, look })
  told = 0
  watch.onHealth(() => (told += 1))
})

describe('the disk', () => {
  it('with room is well, and nobody is told anew with each byte', async () => {
    await watch.start()
    room = { free: 70_001 * megabyte, writable: true }
    await clock.advance(minute)
    expect(watch.health().state).toBe('ok')
    expect(told).toBe(0)
  })

  it('that is nearly full is told with how much is left, and once there is room again', async () => {
    await watch.start()
    room = { free: 230 * megabyte, writable: true }
    await clock.advance(minute)
    expect(watch.health()).toMatchObject({ state: 'trouble', message: expect.stringContaining('200 MB') as string })
    room = { free: 550 * megabyte, writable: true }
    await clock.advance(minute)
    expect(watch.health().state).toBe('trouble')
    room = { free: 700 * megabyte, writable: true }
    await clock.advance(minute)
    expect(watch.health().state).toBe('ok')
  })

  it('is looked at at once where it refused something', async () => {
    watch.lookNow()
    await watch.start()
    room = { free: 0, writable: true }
    watch.lookNow()
    watch.lookNow()
    await clock.advance(0)
    expect(watch.health()).toMatchObject({
      state: 'trouble',
      message: expect.stringContaining('all but full') as string,
    })
    room = { free: 700 * megabyte, writable: true }
    await clock.advance(minute)
    expect(watch.health().state).toBe('ok')
  })

  it('that may not be written to is named, with what to do', async () => {
    room = { free: 80_000 * megabyte, writable: false }
    await watch.start()
    expect(watch.health()).toMatchObject({ state: 'trouble', remedy: expect.any(String) as string })
  })

  it('that does not say how full it is, is not called full', async () => {
    room = new Error('not here')
    await watch.start()
    expect(watch.health().state).toBe('ok')
  })

  it('is not looked at any more after the end', async () => {
    await watch.start()
    watch.stop()
    room = { free: 0, writable: true }
    await clock.advance(10 * minute)
    expect(watch.health().state).toBe('ok')
  })

  it('of this PC can be asked', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ringback-disk-'))
    const here = new DiskWatch({ folder, clock, logger: silentLogger })
    await here.start()
    expect(here.health().message).toMatch(/room|left/)
    here.stop()
    await rm(folder, { recursive: true })
  })
})
