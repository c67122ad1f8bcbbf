/** The Electron that runs the app: the one of package.json; a stand-in only where that cannot be reached. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cacheFolder } from './cache.ts'
import { run } from './run.ts'
import { askedFor, makeStandIn, refreshDefaultApp, standInElectron } from './stand-in-runtime.ts'
import { step } from './steps.ts'

export interface Runtime {
  kind: 'electron' | 'stand-in'
  /** The folder of the executable, for ELECTRON_OVERRIDE_DIST_PATH. */
  folder: string
  executable: string
  version: string
}

/** Electron's own download is some 110 MB: minutes on a slow line, seconds to a "no" where nothing can be reached. */
const downloadTimeout = 10 * 60 * 1000
const askAgainAfter = 24 * 60 * 60 * 1000

/** Makes sure that there is a runtime and says which. Rejects with a sentence when there can be none. */
export async function prepareRuntime(): Promise<Runtime> {
  const own = ownRuntime()
  if (own) return own
  const standIn = path.join(cacheFolder('runtime'), `stand-in-${standInElectron}`)
  const hasStandIn = existsSync(path.join(standIn, 'ringback-runtime.json'))
  if (!hasStandIn || (await isDue(standIn))) {
    const fetched = await step('Fetching Electron', async () => fetchOwn()).catch(() => null)
    if (fetched) return fetched
  }
  if (!hasStandIn) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error('Electron’s download cannot be reached. Check the internet connection and start again.')
    }
    process.stderr.write('  Electron’s download cannot be reached; an older stand-in runtime is prepared instead.\n')
    await step('Preparing the stand-in runtime for closed networks', (progress) => makeStandIn(standIn, progress))
  }
  await refreshDefaultApp(standIn)
  const executable = path.join(standIn, 'electron')
  return { kind: 'stand-in', folder: standIn, executable, version: standInElectron }
}

/** A network that was closed may be open by now: asked once a day, which costs a closed one a second. */
async function isDue(standIn: string): Promise<boolean> {
  const asked = path.join(standIn, askedFor)
  const { mtimeMs } = statSync(asked, { throwIfNoEntry: false }) ?? { mtimeMs: 0 }
  if (Date.now() - mtimeMs < askAgainAfter) return false
  await writeFile(asked, '')
  return true
}

function electronPackage(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** Electron as its package downloaded it; null when it has not. */
function ownRuntime(): Runtime | null {
  const home = electronPackage()
  try {
    const executable = path.join(home, 'dist', readFileSync(path.join(home, 'path.txt'), 'utf8').trim())
    const version = readFileSync(path.join(home, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return existsSync(executable) ? { kind: 'electron', folder: path.join(home, 'dist'), executable, version } : null
  } catch {
    return null
  }
}

async function fetchOwn(): Promise<Runtime> {
  const { code, output } = await run(process.execPath, [path.join(electronPackage(), 'install.js')], {
    timeoutMs: downloadTimeout,
  })
  const fetched = code === 0 ? ownRuntime() : null
  if (!fetched) throw new Error(`it cannot be downloaded (${lastError(output)})`)
  return fetched
}

/** What the download ended with, for who has to find out why: a proxy, a full disk, no network. */
function lastError(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  return lines.findLast((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== '') ?? 'it took too long'
}
