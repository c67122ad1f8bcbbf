/** Opens the built app on the prepared runtime, or says why not and shows the demo in the terminal. */
import path from 'node:path'
import { buildApp } from './build.ts'
import { blockedSandbox } from './prepare/chromium-sandbox.ts'
import { prepareForApp, prepareForEngine } from './prepare/prepare.ts'
import type { Runtime } from './prepare/runtime.ts'
import { runHere } from './prepare/run.ts'

const root = path.resolve(import.meta.dirname, '..')

/** Resolves with the exit code when the app has been quit. */
export async function openApp(args: string[]): Promise<number> {
  try {
    if (!hasScreen()) {
      process.stderr.write('There is no screen here, so the demo runs in this terminal. Ctrl-C stops it.\n')
      await prepareForEngine()
      const { runEngine } = await import('../electron/engine/cli.ts')
      return await runEngine(['--demo'])
    }
    const runtime = await prepareForApp()
    await buildApp()
    const blocked = await blockedSandbox(runtime)
    if (blocked !== null) throw new Error(blocked)
    return await runHere(runtime.executable, appArguments(args), appEnvironment(runtime))
  } catch (error) {
    process.stderr.write(`Ringback could not be started: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/** What the runtime is called with: the app's folder, and what it needs to run as root (development only). */
function appArguments(args: string[]): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot) process.stderr.write('Running as root: Chromium’s sandbox is off. Fine for a look, not for an office.\n')
  return [...(asRoot ? ['--no-sandbox'] : []), root, ...args]
}

function appEnvironment(runtime: Runtime): NodeJS.ProcessEnv {
  if (runtime.kind === 'stand-in') {
    process.stderr.write(`Opening on the stand-in runtime (Electron ${runtime.version}), for development only.\n`)
  }
  return { ...process.env, RINGBACK_RUNTIME: runtime.kind }
}

function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY)
}
