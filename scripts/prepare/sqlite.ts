/**
 * The database addon. better-sqlite3 carries ready-made ones for Node-API 10; on older runtimes (Node 20, the stand-in)
 * those crash the process, without an exception. So: try it in a process of its own, and build one where it crashes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { cacheFolder } from './cache.ts'
import { run } from './run.ts'
import type { Runtime } from './runtime.ts'
import { step } from './steps.ts'
import { prepareBuildTools } from './system-packages.ts'

const require = createRequire(import.meta.url)
const home = path.dirname(require.resolve('better-sqlite3/package.json'))
/** better-sqlite3 looks here before it takes a ready-made one. */
const built = path.join(home, 'build', 'Release', 'better_sqlite3.node')
const header = path.join(import.meta.dirname, 'sqlite-node-api-9.h')

/** Where the addon has to work: under this Node, and under a runtime of the window. */
interface Where {
  node: boolean
  runtime: Runtime | null
}

/** Makes sure that the addon works there. Rejects with a sentence and what to do. */
export async function prepareSqlite({ node, runtime }: Where): Promise<void> {
  const works = async () => (!node || (await worksUnderNode())) && (runtime === null || (await worksUnder(runtime)))
  if (await works()) return
  const cached = path.join(cacheFolder('sqlite'), `better_sqlite3-${cacheKey()}.node`)
  if (!existsSync(cached)) await step('Building the database addon (once, about a minute)', () => build(cached))
  else await place(cached, built)
  if (!(await works()))
    throw new Error('The database addon does not work here. Delete the cache folder and start again.')
}

const probe = (loaded: string) => `const D = require(${JSON.stringify(loaded)})
const d = new D(':memory:')
if (d.prepare("select 'a' || ? as x").get('b').x !== 'ab') process.exit(1)`

async function worksUnderNode(): Promise<boolean> {
  return (await run(process.execPath, ['-e', probe(home)], { timeoutMs: 30_000 })).code === 0
}

async function worksUnder(runtime: Runtime): Promise<boolean> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  return (await run(runtime.executable, ['-e', probe(home)], { env, timeoutMs: 30_000 })).code === 0
}

function cacheKey(): string {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }
  const hash = createHash('sha256').update(readFileSync(header)).digest('hex').slice(0, 12)
  return `${version}-${process.platform}-${process.arch}-${hash}`
}

async function build(cached: string): Promise<void> {
  await prepareBuildTools()
  const gyp = require.resolve('node-gyp/bin/node-gyp.js')
  // Where this Node brings its own headers nothing needs to be fetched.
  const prefix = path.resolve(process.execPath, '..', '..')
  const own = existsSync(path.join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : []
  const flags = `-UNAPI_VERSION -DNAPI_VERSION=9 ${process.platform === 'win32' ? '/FI' : '-include '}${header}`
  const env = { ...process.env, CXXFLAGS: flags, ...(process.platform === 'win32' ? { CL: flags } : {}) }
  const args = [gyp, 'rebuild', '--release', '--force_build=1', ...own]
  const { code, output } = await run(process.execPath, args, { cwd: home, env })
  if (code !== 0) {
    process.stderr.write(output)
    throw new Error(`it could not be built. A C++ compiler and Python are needed; ${compilerHint()}`)
  }
  await place(built, cached)
}

/** A copy that is there whole or not at all, since several checkouts may prepare at once. */
async function place(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true })
  const part = `${to}.${process.pid}`
  await copyFile(from, part)
  await rename(part, to)
}

function compilerHint(): string {
  if (process.platform === 'linux') return 'on Debian: apt-get install -y g++ make python3'
  if (process.platform === 'darwin') return 'run: xcode-select --install'
  return 'use Node 22.14 or newer, which needs no build.'
}
