import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { silentLogger } from '../../../telephony/logger.ts'
import { TextingOffice } from '../outbox/testing.ts'
import { restoreInbox } from './restore.ts'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>()
  const watched = { rename: vi.fn(real.rename), link: vi.fn(real.link), copyFile: vi.fn(real.copyFile) }
  return { ...real, ...watched }
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

test('where today’s inbox has no room beside itself, nothing is left that looks like a copy of it', async () => {
  const folder = join(dirname(office.file), 'backups')
  await office.call()
  await office.store.backup(join(folder, backup))
  const refused = async () => {
    writeFileSync(`${office.file}-wal`, 'to be written')
    // A file system without second names, and too little room for the rest.
    vi.mocked(fs.link).mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }))
    const real = vi.mocked(fs.copyFile).getMockImplementation()
    vi.mocked(fs.copyFile).mockImplementation(async (from, to) => {
      if (from !== office.file) return real?.(from, to)
      writeFileSync(String(to), 'half')
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    })
    const { clock, file } = office
    const before = readFileSync(file)
    await expect(restoreInbox({ file, name: backup, clock, logger: silentLogger })).rejects.toThrow(
      `inbox file ${file}`,
    )
    expect(readdirSync(folder)).toEqual([backup])
    expect(readFileSync(file).equals(before)).toBe(true)
    writeFileSync(`${file}-wal`, '')
  }
  await office.restart({ meanwhile: refused })
})
