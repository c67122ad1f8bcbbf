/**
 * The other packages that read AMI. They are no dependencies of Ringback, not even for developers: unmaintained for
 * years (one brings a `debug` with a known hole), and only this benchmark looks at them. So the bench installs exactly
 * the versions of its own lock file (checked by their hashes) into a cache folder, without running their scripts.
 */
import { copyFile, mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder } from '../prepare/cache.ts'
import { run } from '../prepare/run.ts'

/** A new lock file wants a new name. */
const version = '1'

/** The folder in which they can be required; a string that says why not where they cannot be had. */
export async function prepareRivals(): Promise<{ folder: string } | { why: string }> {
  const folder = path.join(cacheFolder('bench-rivals'), version)
  if (existsSync(path.join(folder, 'node_modules', 'nami'))) return { folder }
  await mkdir(folder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(import.meta.dirname, 'rivals', file), path.join(folder, file))
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
  return code === 0 ? { folder } : { why: output.trim().split('\n').at(-1) ?? 'npm failed' }
}
