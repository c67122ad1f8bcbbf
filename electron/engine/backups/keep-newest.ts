/** How many copies of the inbox are kept: the newest of each kind. What a restore set aside stays until somebody deletes it. */
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { KeptCopies } from '../../contract/backups.ts'
import { kindOf } from './names.ts'

export const keptCopies: KeptCopies = { daily: 14, 'by-hand': 10, 'before-upgrade': 3 }

interface Copy {
  name: string
  /** When it was made, epoch ms. */
  at: number
}

/**
 * The copies of one kind in `folder`, oldest first. One of a day that is still to come was made while the clock was wrong:
 * it counts as the oldest, so that it neither holds others up nor outlives them.
 */
export async function copiesOf(kind: keyof KeptCopies, folder: string, now: number): Promise<Copy[]> {
  const found: Copy[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const named = kindOf(name)
    if (named?.kind !== kind) continue
    const at = named.at ?? (await stat(path.join(folder, name)).catch(() => null))?.mtimeMs
    if (at !== undefined) found.push({ name, at })
  }
  return found.sort((a, b) => Number(b.at > now) - Number(a.at > now) || a.at - b.at)
}

/** Deletes all but the newest of this kind; never `except`, which was made just now. Tells how many went. */
export async function keepNewest(
  kind: keyof KeptCopies,
  folder: string,
  { now, except = '' }: { now: number; except?: string },
): Promise<number> {
  const copies = await copiesOf(kind, folder, now)
  const over = copies.slice(0, -keptCopies[kind]).filter(({ name }) => name !== except)
  for (const { name } of over) await rm(path.join(folder, name), { force: true })
  return over.length
}
