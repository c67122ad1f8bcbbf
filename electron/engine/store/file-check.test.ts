import { mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { systemClock } from '../../../telephony/clock.ts'
import { silentLogger } from '../../../telephony/logger.ts'
import { openConnections } from './connections.ts'
import { checkBeside } from './file-check.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-check-'))
  file = join(folder, 'inbox.sqlite')
  const { reader, writer, unlock } = await openConnections({ file, logger: silentLogger })
  reader.close()
  writer.close()
  unlock()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a large inbox can be used at once, and is told to be whole afterwards', async () => {
  const { reader, writer, unlock, check } = await openConnections({ file, logger: silentLogger, atOnce: 0 })
  expect(reader.prepare('SELECT count(*) FROM contact').pluck().get()).toBe(0)
  expect(await check.whole()).toBe(true)
  reader.close()
  writer.close()
  unlock()
})

test('a large inbox that is damaged somewhere is found out', async () => {
  damage(file)
  await expect(checkBeside(file, systemClock, 0).whole()).rejects.toMatchObject({ code: 'damaged' })
})

test('who quits does not wait for the check', async () => {
  const check = checkBeside(file, systemClock, 60_000)
  check.stop()
  expect(await check.whole()).toBe(false)
})

/** Overwrites the first page of the contacts' own tree, which nothing reads when the inbox is opened. */
function damage(of: string): void {
  const db = new SqliteDatabase(of, { readonly: true })
  const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'contact'").pluck().get())
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const handle = openSync(of, 'r+')
  writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (page - 1) * size)
  closeSync(handle)
  expect(readFileSync(of).length).toBeGreaterThan(page * size - 1)
}
