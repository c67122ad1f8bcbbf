import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLogger } from '../../telephony/logger.ts'
import { GrowingFiles } from './growing-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-growing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const notes = () => join(folder, 'notes.json')
const start = () => new GrowingFiles(notes(), silentLogger)
const others = () => readdirSync(folder).filter((name) => name !== 'notes.json')

test('what was growing when Ringback was killed is removed at the next start, and nothing else', async () => {
  const files = start()
  const calls = join(folder, 'calls.csv')
  await (await files.grow(calls)).write('half of ')
  const whole = await files.grow(join(folder, 'contacts.csv'))
  await whole.write('all')
  await whole.finish()
  const { place } = await files.growFolder(join(folder, 'everything'))
  writeFileSync(join(place, 'contact.csv'), 'half of ')
  writeFileSync(`${calls}.0badcafe.part`, 'another program')
  writeFileSync(join(folder, 'theirs.part'), 'theirs')
  expect(others()).toHaveLength(5)
  start()
  expect(others().sort()).toEqual(['calls.csv.0badcafe.part', 'contacts.csv', 'theirs.part'])
  expect(readFileSync(notes(), 'utf8')).toBe('[]')
})

test('a note that somebody has changed removes no other file', () => {
  const theirs = join(folder, 'theirs.csv')
  writeFileSync(theirs, 'theirs')
  writeFileSync(notes(), JSON.stringify([theirs]))
  start()
  expect(others()).toEqual(['theirs.csv'])
  writeFileSync(notes(), '{"not":"a list"}')
  expect(start).not.toThrow()
})

test('what could not be made is not noted', async () => {
  await expect(start().grow(join(folder, 'nowhere', 'calls.csv'))).rejects.toThrow('ENOENT')
  expect(readFileSync(notes(), 'utf8')).toBe('[]')
})
