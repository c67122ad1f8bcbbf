/**
 * `npm run bench:inbox`: how the window fares with 100,000 contacts, 300,000 calls and a million texts. `--only PARTS`
 * (of start,open,search,scroll,memory,idle) measures some, `--store FILE` on another inbox.
 */
import path from 'node:path'
import { buildApp } from './build.ts'
import { prepareForTests } from './prepare/prepare.ts'
import { runHere } from './prepare/run.ts'

const { runtime } = await prepareForTests()
await buildApp()
if (!process.argv.includes('--store')) {
  const { cachedStore } = await import('./bench/big-store/cached.ts')
  await cachedStore()
}
const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, RINGBACK_RUNTIME: runtime.kind }
const measures = [path.resolve(import.meta.dirname, '../tests/bench/inbox.ts'), ...process.argv.slice(2)]
const [command = '', ...args] = [...screenAndBus(), process.execPath, '--import', 'tsx', ...measures]
process.exitCode = await runHere(command, args, env)

/** On Linux the app gets a screen and a session bus of its own, as in the whole-app tests. */
function screenAndBus(): string[] {
  if (process.platform !== 'linux') return []
  return ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', 'dbus-run-session', '--']
}
