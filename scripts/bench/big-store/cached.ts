/** The large inbox, made once for each version of its tables and of what makes it, and copied from then on. */
import { createHash } from 'node:crypto'
import { constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { cacheFolder } from '../../prepare/cache.ts'
import { step } from '../../prepare/steps.ts'
import { fullSize, makeBigStore } from '../big-store.ts'

const root = path.resolve(import.meta.dirname, '../../..')
/** What the inbox comes out of. */
const sources = [
  'electron/engine/store/migrations',
  'electron/contract/fold.ts',
  'electron/engine/store/search-index.ts',
  'electron/engine/store/search-words.ts',
  'electron/engine/inbox/state.ts',
  'scripts/bench/big-store.ts',
  'scripts/bench/big-store',
  'scripts/torture/random.ts',
]
const hour = 60 * 60 * 1000
const seed = 20261124

/** Puts a copy of the inbox (or of the one given) into `folder`, as a profile has it; its waiting texts wait for tomorrow. */
export async function copyBigStore(folder: string, given?: string): Promise<void> {
  const cached = given ?? (await cachedStore())
  const file = path.join(folder, 'inbox.sqlite')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await copyFile(cached, file, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  const db = new SqliteDatabase(file)
  try {
    const due = Date.now() + 24 * hour
    db.prepare('UPDATE outbox SET due_at = ? + rowid * 1000, planned_at = ? + rowid * 1000').run(due, due)
  } finally {
    db.close()
  }
  // Two gigabytes that the disk still has to write would fall into whatever is measured next.
  const written = await open(file, 'r+')
  await written.sync()
  await written.close()
}

/** The large inbox itself, made if need be: not to be changed. */
export async function cachedStore(): Promise<string> {
  const folder = cacheFolder('big-store')
  const file = path.join(folder, `${key()}.sqlite`)
  if (existsSync(file)) return file
  await step('Making an inbox of a million texts', async () => {
    await mkdir(folder, { recursive: true })
    // One version is enough of something so large.
    for (const old of await readdir(folder)) await rm(path.join(folder, old), { force: true })
    const unfinished = `${file}.${process.pid}`
    await makeBigStore(unfinished, { sizes: fullSize, seed, now: Date.now() })
    await rm(`${unfinished}.lock`, { force: true })
    await rename(unfinished, file)
  })
  return file
}

function key(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    if (!file.endsWith('.test.ts')) hash.update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesIn(place: string): string[] {
  if (place.endsWith('.ts')) return [place]
  return readdirSync(place)
    .sort()
    .map((name) => path.join(place, name))
}
