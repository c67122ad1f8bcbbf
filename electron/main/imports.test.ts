import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { largestImport } from '../contract/import.ts'
import { fail, ok } from '../contract/result.ts'
import { importHandlers } from './imports.ts'

let folder: string
let asked: { command: string; input: unknown }[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-import-'))
  asked = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function choose(file: string | null, refuse = '') {
  const handlers = importHandlers({
    pickFile: async () => file,
    ask: async (command, input) => {
      asked.push({ command, input })
      if (command === refuse) return fail('not-allowed', 'Another file is being brought in.')
      return ok(command === 'import:look' ? { phase: 'ready' } : undefined)
    },
  })
  return handlers['import:choose'](undefined)
}

test('a file reaches the engine in pieces, in order, by its name without its path', async () => {
  const file = join(folder, 'people.csv')
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, at) => at % 251)
  writeFileSync(file, bytes)
  expect(await choose(file)).toEqual(ok({ phase: 'ready' }))
  expect(asked[0]).toEqual({ command: 'import:begin', input: { name: 'people.csv', size: 2_500_000 } })
  const pieces = asked.filter(({ command }) => command === 'import:bytes')
  expect(pieces).toHaveLength(3)
  expect(Buffer.concat(pieces.map(({ input }) => (input as { bytes: Uint8Array }).bytes)).equals(bytes)).toBe(true)
  expect(JSON.stringify(asked)).not.toContain(folder)
})

test('nothing is read where nobody chose a file, it is too large, or the engine is busy', async () => {
  expect(await choose(null)).toEqual(ok({ phase: 'none' }))
  const large = join(folder, 'large.csv')
  writeFileSync(large, '')
  truncateSync(large, largestImport + 1)
  expect(await choose(large)).toMatchObject({ failure: { message: 'This file is larger than 64 MB.' } })
  expect(await choose(join(folder, 'gone.csv'))).toMatchObject({ failure: { message: 'The file could not be read.' } })
  writeFileSync(join(folder, 'people.csv'), 'x')
  expect(await choose(join(folder, 'people.csv'), 'import:begin')).toMatchObject({ ok: false })
  expect(asked.map(({ command }) => command)).toEqual(['import:begin'])
})
