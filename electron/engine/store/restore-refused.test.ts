import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { TextingOffice } from '../outbox/testing.ts'
import { restoreInbox } from './restore.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  return { ...real, rename: vi.fn(real.rename) }
})

const backup = 'by-hand-2026-11-24T18-00-00Z.sqlite'
let office: TextingOffice

beforeEach(async () => {
  office = new TextingOffice()
  await office.open()
})
afterEach(() => office.end())

test('where another program holds the inbox, it is left as it was, with what was still to be written into it', async () => {
  const folder = join(dirname(office.file), 'backups')
  await office.call()
  await office.store.backup(join(folder, backup))
  const refused = async () => {
    writeFileSync(office.file, Buffer.alloc(8192, 7))
    writeFileSync(`${office.file}-wal`, 'to be written')
    const held = Object.assign(new Error('EBUSY: resource busy or locked, rename'), { code: 'EBUSY' })
    vi.mocked(fs.rename).mockRejectedValueOnce(held)
    const { clock, file } = office
    await expect(restoreInbox({ file, name: backup, clock, logger: silentLogger })).rejects.toThrow('EBUSY')
    expect(readdirSync(folder)).toEqual([backup])
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('to be written')
    await restoreInbox({ file, name: backup, clock, logger: silentLogger })
  }
  await office.restart({ meanwhile: refused })
})
