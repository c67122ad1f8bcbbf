import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLogger } from '../../telephony/logger.ts'
import { fail, ok } from '../contract/result.ts'
import { setLanguage } from '../contract/text/index.ts'
import type { Result } from '../contract/result.ts'
import { exportHandlers } from './exports.ts'
import type { ExportOptions } from './exports.ts'
import { GrowingFiles } from './growing-file.ts'

let folder: string
let notes: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-export-'))
  notes = mkdtempSync(join(tmpdir(), 'ringback-export-notes-'))
})
afterEach(() => {
  for (const made of [folder, notes]) rmSync(made, { recursive: true, force: true })
})

const words = { headings: [], kinds: { missed: '', answered: '', outbound: '' } }
const written: number[] = []

function handlers(pieces: Result<{ text: string; calls: number }>[], options: Partial<ExportOptions> = {}) {
  written.length = 0
  return exportHandlers({
    chooseFile: async ({ name, kind }) => join(folder, `${name}.${kind}`),
    chooseFolder: async () => folder,
    ask: async (_command, input) => {
      const { cursor } = input as { cursor?: string }
      const at = Number(cursor ?? 0)
      const piece = pieces[at] ?? fail('internal', 'No such piece')
      return piece.ok ? ok({ ...piece.value, nextCursor: at + 1 < pieces.length ? String(at + 1) : null }) : piece
    },
    progress: (calls) => void written.push(calls),
    files: new GrowingFiles(join(notes, 'unfinished.json'), silentLogger),
    pdf: async () => new Uint8Array([37, 80, 68, 70]),
    print: () => undefined,
    today: () => '2026-11-26',
    ...options,
  })
}

const pieces = [ok({ text: 'one\r\n', calls: 1 }), ok({ text: 'two\r\n', calls: 1 })]

test('the pieces stand in one file, in order, and how many there are is told meanwhile', async () => {
  const result = await handlers(pieces)['export:calls']({ words })
  expect(result).toEqual(ok({ file: join(folder, 'Ringback calls 2026-11-26.csv'), calls: 2 }))
  expect(readFileSync(join(folder, 'Ringback calls 2026-11-26.csv'), 'utf8')).toBe('one\r\ntwo\r\n')
  expect(written).toEqual([1, 2])
})

test('what could not be read to its end leaves no file', async () => {
  const result = await handlers([...pieces, fail('not-ready', 'The engine stopped.')])['export:calls']({ words })
  expect(result).toMatchObject({ ok: false, failure: { message: 'The engine stopped.' } })
  expect(readdirSync(folder)).toEqual([])
})

test('nor does what somebody stopped', async () => {
  const stopping = handlers(pieces, { progress: () => void stopping['export:stop'](undefined) })
  expect((await stopping['export:calls']({ words })).ok).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('a file that is called as ours would be before it is whole stays as it is', async () => {
  const theirs = join(folder, 'Ringback calls 2026-11-26.csv.part')
  writeFileSync(theirs, 'theirs')
  expect((await handlers(pieces)['export:calls']({ words })).ok).toBe(true)
  expect(readFileSync(theirs, 'utf8')).toBe('theirs')
  expect(readdirSync(folder).sort()).toEqual(['Ringback calls 2026-11-26.csv', 'Ringback calls 2026-11-26.csv.part'])
})

test('nothing is written where nobody chose a file', async () => {
  const none = handlers(pieces, { chooseFile: async () => null })
  expect(await none['export:calls']({ words })).toEqual(ok({ file: null, calls: 0 }))
  expect(await none['export:pdf'](undefined)).toEqual(ok({ file: null }))
})

test('a place that cannot be written to is told in words', async () => {
  const busy = Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
  const result = await handlers(pieces, { pdf: () => Promise.reject(busy) })['export:pdf'](undefined)
  expect(result).toMatchObject({ failure: { message: 'The file could not be written there.' } })
})

test('what went wrong is told in the language of the window', async () => {
  setLanguage('es', undefined)
  try {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    const result = await handlers(pieces, { pdf: () => Promise.reject(full) })['export:pdf'](undefined)
    expect(result).toMatchObject({ failure: { message: 'El disco está lleno.' } })
    const stopping = handlers(pieces, { progress: () => void stopping['export:stop'](undefined) })
    expect(await stopping['export:calls']({ words })).toMatchObject({
      failure: { message: expect.stringMatching(/^La exportación/) },
    })
  } finally {
    setLanguage('en', undefined)
  }
})

test('everything stands in a folder of its own, as JSON and as tables', async () => {
  const ask = async (_command: string, input: unknown) => {
    const { table, after } = input as { table: string; after: number }
    if (table !== 'contact') return ok({ rows: 0, json: '', csv: '', next: null })
    return ok({ rows: 1, json: `{"id":${after}}`, csv: `${after}\r\n`, next: after === 0 ? 7 : null })
  }
  const result = await handlers([], { ask })['export:everything'](undefined)
  const made = join(folder, 'Ringback everything 2026-11-26')
  expect(result).toEqual(ok({ folder: made, rows: 2 }))
  const json = JSON.parse(readFileSync(join(made, 'everything.json'), 'utf8')) as Record<string, unknown>
  expect(json['contact']).toEqual([{ id: 0 }, { id: 7 }])
  expect(json['message']).toEqual([])
  expect(readFileSync(join(made, 'contact.csv'), 'utf8')).toBe('0\r\n7\r\n')
  const broken = await handlers([], { ask: async () => fail('not-ready', 'Gone') })['export:everything'](undefined)
  expect(broken).toMatchObject({ ok: false })
  expect(readdirSync(folder)).toEqual(['Ringback everything 2026-11-26'])
})
