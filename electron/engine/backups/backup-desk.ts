/** Lists the copies of an inbox and says what each would bring back. Needs the files only, not a running engine. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BackupList, BackupView, InboxContents, RestorePreview } from '../../contract/backups.ts'
import { backupFolder } from '../store/backup.ts'
import { newestVersion } from '../store/migrate.ts'
import { migrations } from '../store/migrations/index.ts'
import { compare, contentsOf } from './look-inside.ts'
import { keptCopies } from './keep-newest.ts'
import { kindOf } from './names.ts'

type FoundFile = Omit<BackupView, 'contents'> & { key: string }

/** What was counted before, by name, size and time of the file: copies do not change. */
const counted = new Map<string, InboxContents | null>()

/** `file`: the inbox whose copies these are. */
export async function listBackups(file: string): Promise<BackupList> {
  const folder = backupFolder(file)
  const found = await filesIn(folder)
  const fresh = found.filter(({ key }) => !counted.has(key))
  const contents = await contentsOf(fresh.map(({ name }) => path.join(folder, name)))
  fresh.forEach(({ key }, at) => counted.set(key, contents[at] ?? null))
  const backups = found.map(({ key, ...view }) => ({ ...view, contents: counted.get(key) ?? null }))
  return { folder, backups, kept: keptCopies }
}

/** Null when there is no such copy. */
export async function previewRestore(file: string, name: string): Promise<RestorePreview | null> {
  const folder = backupFolder(file)
  const known = (await filesIn(folder)).find((one) => one.name === name)
  if (!known) return null
  const { version, whole, ...rest } = await compare(path.join(folder, name), file)
  const state = !whole ? 'damaged' : version > newestVersion(migrations) ? 'newer' : 'whole'
  return { name, at: known.at, state, ...rest }
}

/** Newest first. What was just taken away is not among them. */
async function filesIn(folder: string): Promise<FoundFile[]> {
  const names = await readdir(folder).catch(() => [])
  const found = await Promise.all(
    names.map(async (name): Promise<FoundFile[]> => {
      const named = kindOf(name)
      const facts = named && (await stat(path.join(folder, name)).catch(() => null))
      if (!named || !facts?.isFile()) return []
      const key = `${path.join(folder, name)} ${facts.size} ${facts.mtimeMs}`
      return [{ name, kind: named.kind, at: named.at ?? Math.round(facts.mtimeMs), bytes: facts.size, key }]
    }),
  )
  return found.flat().sort((one, other) => other.at - one.at || (one.name < other.name ? -1 : 1))
}
