/** What the parts of `npm test` found, added up. */
import { readFileSync } from 'node:fs'

export interface Tally {
  passed: number
  failed: number
  /** Why, one line a test. */
  skipped: string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: [] }

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
  }
}

/** The closing line, alone on its line. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[]
}

/** Vitest's JSON report. A file that broke before its tests counts as one failure. */
export function tallyVitest(file: string): Tally {
  const report = read(file) as VitestReport | null
  if (!report) return { ...nothing, failed: 1 }
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => fullName),
  )
  const broken = report.testResults.filter(({ assertionResults }) => assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped }
}

interface PlaywrightSuite {
  specs?: { title: string; tests: { status: string; annotations: { type: string; description?: string }[] }[] }[]
  suites?: PlaywrightSuite[]
}

/** Playwright's JSON report. A test that passed only when tried again has failed: flaky is broken. */
export function tallyPlaywright(file: string): Tally {
  const report = read(file) as { suites: PlaywrightSuite[]; errors: unknown[] } | null
  if (!report) return { ...nothing, failed: 1 }
  const tests = report.suites.flatMap(testsOf)
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + report.errors.length,
    skipped: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ title, why }) => (why ? `${title}: ${why}` : title)),
  }
}

function testsOf(suite: PlaywrightSuite): { title: string; status: string; why: string | undefined }[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({
      title,
      status,
      why: annotations.find(({ type }) => type === 'skip')?.description,
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)]
}

/** Null when there is no whole report, as after a crash. */
function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return null
  }
}
