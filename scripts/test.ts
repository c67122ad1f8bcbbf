/**
 * `npm test`: prepares what is missing, then types, lint, format, dead code, unit tests and the whole app.
 * `npm test -- checks`, `-- unit`, `-- app` run one part; `npm run screens` runs the app and keeps its pictures in
 * `docs/screens/`, and draws every state of the window, empty, full and in trouble, into `docs/screens/states/`. The last line is `N passed, N failed, N skipped`.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from './build.ts'
import { prepareForTests } from './prepare/prepare.ts'
import { prepareBrowser } from './prepare/system-packages.ts'
import { browserPath } from './preview/browser.ts'
import { run, runHere } from './prepare/run.ts'
import { add, closingLine, nothing, tallyPlaywright, tallyVitest } from './testing/tally.ts'
import type { Tally } from './testing/tally.ts'

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, 'test-results')

/** The program `name` of a package, to be run by this Node: the same everywhere, Windows too. */
function program(packageName: string, name = packageName): string {
  const home = path.join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return path.join(home, typeof bin === 'string' ? bin : (bin[name] ?? ''))
}

const checks: { name: string; args: string[] }[] = [
  { name: 'types', args: [program('typescript', 'tsc'), '-b'] },
  { name: 'lint', args: [program('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', args: [program('prettier'), '--check', '--cache', '--log-level', 'warn', '.'] },
  { name: 'dead code', args: [program('knip')] },
]

async function main(): Promise<number> {
  const parts = process.argv.slice(2)
  const wants = (part: string) => parts.length === 0 || parts.includes(part)
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const { runtime, noPbx } = await prepareForTests()
  if (noPbx !== null) heading(`No real Asterisk here: ${noPbx}`)
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    RINGBACK_RUNTIME: runtime.kind,
    ...(noPbx === null ? {} : { RINGBACK_NO_PBX: noPbx }),
    ...(parts.includes('screens') ? { RINGBACK_KEEP_SCREENS: '1' } : {}),
  }
  let sum = nothing
  if (wants('checks')) sum = add(sum, await runChecks())
  // Side by side: the app's tests mostly wait, for callers and for the screen.
  const app = wants('app') ? runApp(env) : null
  if (wants('unit')) sum = add(sum, await runUnit(env))
  if (app) sum = add(sum, await app)
  if (parts.includes('screens')) sum = add(sum, await drawStates())
  for (const why of sum.skipped) process.stdout.write(`skipped: ${why}\n`)
  process.stdout.write(`${closingLine(sum)}\n`)
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0
}

/** One after another: two at a time would only share the cores. */
async function runChecks(): Promise<Tally> {
  let sum = nothing
  for (const { name, args } of checks) {
    const startedAt = Date.now()
    const { code, output } = await run(process.execPath, args, { cwd: root })
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n${code === 0 ? '' : output}`)
    sum = add(sum, code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 })
  }
  return sum
}

async function runUnit(env: NodeJS.ProcessEnv): Promise<Tally> {
  heading('Unit tests')
  const report = path.join(results, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runHere(process.execPath, [program('vitest'), 'run', ...reporters], env)
  return failedAtLeast(code, tallyVitest(report))
}

/** What it prints comes at its end, so that it does not mix with what goes on beside it. */
async function runApp(env: NodeJS.ProcessEnv): Promise<Tally> {
  await buildApp()
  const report = path.join(results, 'app.json')
  const args = [program('playwright'), 'test', '-c', 'tests/playwright.config.ts']
  const reports = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    PLAYWRIGHT_HTML_OUTPUT_DIR: path.join(results, 'app-report'),
  }
  const { code, output } = await run(process.execPath, args, { env: { ...env, ...reports } })
  heading('Whole-app tests')
  process.stdout.write(output)
  return failedAtLeast(code ?? 1, tallyPlaywright(report))
}

/** Each state, light and dark, over made-up answers of the engine. */
async function drawStates(): Promise<Tally> {
  if (browserPath() === undefined) await prepareBrowser()
  heading('Every state of the window')
  const folder = path.join(root, 'docs/screens/states')
  rmSync(folder, { recursive: true, force: true })
  const script = path.join(root, 'scripts/preview-window.ts')
  const code = await runHere(process.execPath, ['--import', 'tsx', script, folder], process.env)
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

/** A runner that ended badly without naming a failure has failed all the same. */
function failedAtLeast(code: number, tally: Tally): Tally {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function heading(text: string): void {
  process.stdout.write(`\n${text}\n`)
}

try {
  process.exitCode = await main()
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed, 0 skipped\n`)
  process.exitCode = 1
}
