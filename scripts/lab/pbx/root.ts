/**
 * The folder that the lab's Asterisk runs in: a small Debian `sid` with nothing but Asterisk 22 (LTS), which Debian's
 * stable releases do not carry. It is made once, kept outside the checkout, and shared by all labs: each brings its
 * own configuration and folders (see `asterisk.ts`).
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { cacheFolder } from '../../prepare/cache.ts'
import { run } from '../../prepare/run.ts'
import { alone } from './alone.ts'
import { debianMirror } from './debian-mirror.ts'

export interface PbxRoot {
  folder: string
}

/** A new number makes every PC prepare a new root: raise it when what goes into the root changes. */
const recipe = 'sid-1'
const packages = ['asterisk', 'asterisk-config', 'asterisk-modules']
/** Some 150 MB on a slow line; seconds to a "no" where nothing can be reached. */
const timeout = 20 * 60 * 1000

/** Written last, so that a root with it is whole. */
const finished = 'ringback-root'

/** The root when it is prepared already, else null. */
export function preparedPbxRoot(): PbxRoot | null {
  const folder = rootFolder()
  return existsSync(path.join(folder, finished)) ? { folder } : null
}

/**
 * Makes the root if it is not there yet (45 s on two cores, some 400 MB). Never rejects: `why` is a sentence for
 * people, with what to do where something can be done.
 * @param log hears, line by line, what is being done
 */
export async function preparePbxRoot(options: {
  log: (line: string) => void
}): Promise<{ ok: true; root: PbxRoot } | { ok: false; why: string }> {
  const ready = preparedPbxRoot()
  const obstacle = await whatStandsInTheWay()
  if (obstacle !== null) return { ok: false, why: obstacle }
  if (ready) return { ok: true, root: ready }
  try {
    const folder = rootFolder()
    // Several may want it at once, such as test files side by side: one makes it, the others wait for theirs.
    const root = await alone(
      `pbx-root ${folder}`,
      async () => preparedPbxRoot() ?? (await make(folder, options.log)),
      () => options.log('somebody else is preparing it; waiting for that'),
    )
    return { ok: true, root }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}

function rootFolder(): string {
  return path.join(cacheFolder('pbx-root'), recipe)
}

async function whatStandsInTheWay(): Promise<string | null> {
  if (process.platform !== 'linux') return 'the lab runs a Debian inside a folder, which only Linux can do.'
  if (process.getuid?.() !== 0) return 'the lab runs a Debian inside a folder, which only root can do: try sudo.'
  if (preparedPbxRoot()) return null
  const { code } = await run('debootstrap', ['--version'])
  return code === 0 ? null : 'debootstrap is missing; on Debian: apt-get install -y debootstrap'
}

async function make(folder: string, log: (line: string) => void): Promise<PbxRoot> {
  const parent = path.dirname(folder)
  await mkdir(parent, { recursive: true })
  await removeLeftovers(parent)
  const work = await mkdtemp(path.join(parent, `${recipe}.making-`))
  try {
    const target = path.join(work, 'root')
    await bootstrap(target, log)
    // Asterisk looks up its own host's name for every call, and where no name server answers each call would wait.
    await writeFile(path.join(target, 'etc', 'resolv.conf'), '')
    await rm(path.join(target, 'var', 'cache', 'apt', 'archives'), { recursive: true, force: true })
    await rm(path.join(target, 'usr', 'share', 'doc'), { recursive: true, force: true })
    await mkdir(path.join(target, 'lab'))
    await writeFile(path.join(target, finished), `${recipe}\n`)
    await rename(target, folder)
    return { folder }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** What preparations left behind that were killed. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const one = path.join(parent, name)
    const abandoned = name.includes('.making-') && Date.now() - (await stat(one)).mtimeMs > timeout
    if (abandoned) await rm(one, { recursive: true, force: true })
  }
}

/** Tries the archive that apt uses, then debootstrap's default. */
async function bootstrap(target: string, log: (line: string) => void): Promise<void> {
  const mirror = debianMirror()
  const sources = mirror === null ? [[]] : [[mirror], []]
  let output = ''
  for (const source of sources) {
    await rm(target, { recursive: true, force: true })
    const args = ['--variant=minbase', `--include=${packages.join(',')}`, 'sid', target, ...source]
    const ran = await run('debootstrap', args, {
      timeoutMs: timeout,
      // Whatever this terminal has set must not change how the packages set themselves up.
      env: { PATH: process.env['PATH'], HOME: '/root', LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive', ...proxies() },
      seen: (text) => log(lastLine(text)),
    })
    if (ran.code === 0) return
    output = ran.output
  }
  throw new Error(`debootstrap could not make it: ${lastLine(output)}`)
}

function proxies(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(https?|no)_proxy$/i.test(name))
  return Object.fromEntries(names.map((name) => [name, process.env[name]]))
}

function lastLine(text: string): string {
  return (text.trimEnd().split('\n').at(-1) ?? '').replace(/^[A-Z]: /, '')
}
