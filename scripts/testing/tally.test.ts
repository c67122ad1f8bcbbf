import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { add, closingLine, tallyPlaywright, tallyVitest } from './tally.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'ringback-tally-'))

function report(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a report that is missing counts as a failure, never as nothing', () => {
  expect(tallyVitest(path.join(folder, 'none.json')).failed).toBe(1)
  expect(tallyPlaywright(path.join(folder, 'none.json')).failed).toBe(1)
})

test('a test file that broke before its first test counts as a failure', () => {
  const broken = { numPassedTests: 4, numFailedTests: 0, testResults: [{ name: 'a.test.ts', assertionResults: [] }] }
  expect(tallyVitest(report('broken.json', broken))).toMatchObject({ passed: 4, failed: 1 })
})

test('a whole-app test that passed only when tried again counts as a failure', () => {
  const spec = (status: string) => ({ title: status, tests: [{ status, annotations: [] }] })
  const suites = [{ suites: [{ specs: [spec('expected'), spec('flaky'), spec('skipped')] }] }]
  expect(tallyPlaywright(report('flaky.json', { suites, errors: [] }))).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['skipped'],
  })
})

test('the closing line adds the parts up', () => {
  const sum = add({ passed: 2, failed: 0, skipped: [] }, { passed: 1, failed: 1, skipped: ['no phone system'] })
  expect(closingLine(sum)).toBe('3 passed, 1 failed, 1 skipped')
})
