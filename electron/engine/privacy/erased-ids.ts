/**
 * What was erased, beside the inbox: an older copy that takes the inbox's place knows nothing of it, and would bring it
 * back, or have it fetched from the text service once more. One line of JSON for each, readable for this user alone
 * (0600): only ids that Ringback or the text service made up, which tell nothing of anybody.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export const erasedThings = ['contact', 'call', 'text'] as const
/** Ids by what they are of; of a text, its account and the provider's id (`erasedText`). */
export type ErasedIds = Record<(typeof erasedThings)[number], string[]>

const line = z.object({ erased: z.enum(erasedThings), id: z.string().min(1).max(200) })

export function noErasedIds(): ErasedIds {
  return { contact: [], call: [], text: [] }
}

function fileBeside(inboxFile: string): string {
  return path.join(path.dirname(inboxFile), 'erased.jsonl')
}

/** On the disk when this returns. Throws what the disk has against it. */
export function noteErased(inboxFile: string, ids: ErasedIds): void {
  const known = readErased(inboxFile)
  const lines = erasedThings.flatMap((erased) => {
    const before = new Set(known[erased])
    const fresh = [...new Set(ids[erased])].filter((id) => !before.has(id))
    return fresh.map((id) => `${JSON.stringify({ erased, id })}\n`)
  })
  if (lines.length === 0) return
  const file = openSync(fileBeside(inboxFile), 'a', 0o600)
  try {
    // The line before may have been cut off.
    writeFileSync(file, `\n${lines.join('')}`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Lines that are cut off or no entries are left out. Throws where the file is there and cannot be read. */
export function readErased(inboxFile: string): ErasedIds {
  const found = noErasedIds()
  for (const written of read(fileBeside(inboxFile)).split('\n')) {
    const entry = entryIn(written)
    if (entry) found[entry.erased].push(entry.id)
  }
  return found
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

function entryIn(written: string): z.output<typeof line> | null {
  if (written === '') return null
  try {
    return line.safeParse(JSON.parse(written)).data ?? null
  } catch {
    return null
  }
}
