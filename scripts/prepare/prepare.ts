/** What must be there before the app, or the tests, can run. Each step is told; what is ready already is silent. */
import { preparePbxRoot } from '../lab/pbx/root.ts'
import { prepareRuntime } from './runtime.ts'
import type { Runtime } from './runtime.ts'
import { prepareSqlite } from './sqlite.ts'
import { step } from './steps.ts'
import { prepareSystemPackages } from './system-packages.ts'

/** For the window: a runtime, and the database addon in it. */
export async function prepareForApp(): Promise<Runtime> {
  const runtime = await prepareRuntime()
  await prepareSqlite({ runtime, node: false })
  return runtime
}

/** For an engine in a terminal: the addon under this Node. No Electron, which a server cannot run. */
export async function prepareForEngine(): Promise<void> {
  await prepareSqlite({ runtime: null, node: true })
}

/** For all tests: also the system's packages and the phone system's root; the reason where that cannot be made. */
export async function prepareForTests(): Promise<{ runtime: Runtime; noPbx: string | null }> {
  await prepareSystemPackages()
  const runtime = await prepareRuntime()
  await prepareSqlite({ runtime, node: true })
  const pbx = await step('Preparing a real Asterisk', ({ say }) => preparePbxRoot({ log: say }))
  return { runtime, noPbx: pbx.ok ? null : pbx.why }
}
