import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { silentLogger } from '../../telephony/logger.ts'
import { mountSmallDisk, noSmallDisk } from '../../telephony/small-disk.ts'
import type { SmallDisk } from '../../telephony/small-disk.ts'
import { DiskReserve } from './disk-reserve.ts'
import { TextingOffice } from './outbox/testing.ts'
import { Insistence } from './store/insist.ts'

const megabyte = 1024 * 1024
const probe = mountSmallDisk(1)
probe?.unmount()

describe.skipIf(probe === null)(`the reserve on a full disk${probe ? '' : ` (${noSmallDisk})`}`, () => {
  let disk: SmallDisk
  let office: TextingOffice
  let reserve: DiskReserve

  beforeEach(async () => {
    const mounted = mountSmallDisk(12)
    if (!mounted) throw new Error(noSmallDisk)
    disk = mounted
    office = new TextingOffice(path.join(disk.folder, 'profile'))
    await office.open()
    const { store } = office
    reserve = new DiskReserve({
      folder: disk.folder,
      store,
      logger: silentLogger,
      size: 3 * megabyte,
      plenty: 5 * megabyte,
    })
    reserve.start()
  })
  afterEach(async () => {
    await reserve.stop()
    disk.free()
    await office.end()
    disk.unmount()
  })
  const isThere = () => existsSync(path.join(disk.folder, 'reserve'))

  test('lets a call be written down that ends then, and Ringback be killed right after', async () => {
    for (const free of [9, 4]) reserve.look({ free: free * megabyte, writable: true })
    await reserve.stop()
    expect(isThere()).toBe(false)
    reserve.start()
    reserve.look({ free: 9 * megabyte, writable: true })
    await reserve.stop()
    expect(isThere()).toBe(true)
    reserve.start()
    disk.fill()
    const { store, clock } = office
    const insistence = new Insistence({ store, clock, logger: silentLogger })
    const stored = insistence.until(async () => void (await office.call()))
    await office.passSlowly(6_000)
    await stored
    expect(isThere()).toBe(false)
    await office.restart()
    expect(await office.store.db.selectFrom('call').select('linkedid').execute()).toHaveLength(1)
    await office.passSlowly(20_000)
    expect(office.sent()).toHaveLength(1)
  })
})
