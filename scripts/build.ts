/** Builds the app into `out/` when a source is newer than what was built. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { run } from './prepare/run.ts'
import { step } from './prepare/steps.ts'

const root = path.resolve(import.meta.dirname, '..')
const sources = ['electron', 'renderer', 'telephony', 'electron.vite.config.ts', 'package-lock.json']
const outputs = ['out/main/index.js', 'out/main/engine.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Rejects with what the build printed when it fails. */
export async function buildApp(): Promise<void> {
  if (newest(sources) < oldest(outputs)) return
  await step('Building the app', async () => {
    const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    const { code, output } = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root })
    if (code !== 0) throw new Error(output)
  })
}

function newest(places: string[]): number {
  return Math.max(...places.flatMap((place) => files(path.join(root, place))).map((file) => statSync(file).mtimeMs))
}

function oldest(places: string[]): number {
  return Math.min(...places.map((file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0))
}

function files(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => files(path.join(place, entry.name)))
}
