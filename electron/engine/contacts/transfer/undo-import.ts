/**
 * Takes a whole file back: what came in with it goes, what it changed is as before. What staff have written since stays,
 * and so does whoever has called or written meanwhile.
 */
import type { TagChanges } from '../../../contract/tags.ts'
import { evidence as marks } from '../../opt-out/evidence.ts'
import { recordOptIn } from '../../opt-out/ledger.ts'
import type { Work } from '../../store/database.ts'
import { undoBlock } from '../block.ts'
import type { Blocked } from '../block.ts'
import { touchContacts } from '../many.ts'
import { keptOf, putBack } from '../restore.ts'
import type { Kept } from '../restore.ts'
import { undoTagging } from '../tags.ts'

/** Numbers that are remembered: a file with more cannot be taken back. */
const mostTraced = 100_000
/** Of them in one transaction. */
const slice = 50

/** What a file did. */
export interface ImportTrace {
  added: Kept[]
  changed: { was: Kept; made: Kept }[]
  tags: TagChanges
  madeTags: string[]
  optedOut: { number: string; evidence: string }[]
  blocked: Blocked[]
}

export interface Undone {
  /** Numbers that are gone again, that are as before, and that came in but stay. */
  removed: number
  restored: number
  kept: number
}

export function emptyTrace(): ImportTrace {
  return { added: [], changed: [], tags: { added: [], removed: [] }, madeTags: [], optedOut: [], blocked: [] }
}

export function isTooMuch({ added, changed }: ImportTrace): boolean {
  return added.length + changed.length > mostTraced
}

/** Steps for one transaction each, in their order; what they do is counted in `undone`. */
export function* undoSteps(trace: ImportTrace, undone: Undone): Generator<(work: Work, now: number) => Promise<void>> {
  for (const some of slices(trace.optedOut)) {
    yield async (work, now) => {
      for (const { number, evidence } of some) await optInAgain(work, number, evidence, now)
    }
  }
  for (const some of slices(trace.blocked)) {
    yield async (work, now) => {
      for (const blocked of some) await undoBlock(work, blocked, now)
    }
  }
  for (const some of slices(trace.tags.added)) {
    yield (work) => undoTagging(work, { added: some, removed: [] })
  }
  for (const some of slices(trace.changed.toReversed())) {
    yield async (work) => {
      for (const { was, made } of some) if (await putBack(work, was, made)) undone.restored += 1
      await touchContacts(
        work,
        some.map(({ was }) => was.id),
      )
    }
  }
  for (const some of slices(trace.added)) {
    yield async (work) => {
      const removed = await remove(work, some)
      undone.removed += removed
      undone.kept += some.length - removed
    }
  }
  for (const some of slices(trace.madeTags)) {
    yield async ({ db }) => {
      const used = db.selectFrom('contact_tag').select('tag_id').where('tag_id', 'in', some)
      await db.deleteFrom('tag').where('id', 'in', some).where('id', 'not in', used).execute()
    }
  }
}

/** How many steps there are. */
export function countSteps({ added, changed, tags, madeTags, optedOut, blocked }: ImportTrace): number {
  const lengths = [added, changed, tags.added, madeTags, optedOut, blocked].map(({ length }) => length)
  return lengths.reduce((sum, length) => sum + Math.ceil(length / slice), 0)
}

function* slices<T>(all: readonly T[]): Generator<T[]> {
  for (let from = 0; from < all.length; from += slice) yield all.slice(from, from + slice)
}

/** Only what the file entered: nobody takes back what the contact has said, or staff for them, since. */
async function optInAgain(work: Work, number: string, evidence: string, now: number): Promise<void> {
  const entry = await work.db.selectFrom('opt_out').selectAll().where('number', '=', number).executeTakeFirst()
  if (entry?.source !== 'staff' || entry.evidence !== evidence) return
  await recordOptIn(work, { number, source: 'staff', evidence: marks.byStaff, now })
}

/** @returns how many are gone: those of whom nothing is known but what the file said. */
async function remove(work: Work, added: readonly Kept[]): Promise<number> {
  const now = new Map(
    (
      await keptOf(
        work.db,
        added.map(({ id }) => id),
      )
    ).map((contact) => [contact.id, contact]),
  )
  const same = added.filter((made) => {
    const is = now.get(made.id)
    return (
      is !== undefined &&
      is.tagIds.length === 0 &&
      (['name', 'company', 'notes', 'blocked', 'person_id'] as const).every((column) => is[column] === made[column])
    )
  })
  if (same.length === 0) return 0
  const { numDeletedRows } = await work.db
    .deleteFrom('contact')
    .where(
      'id',
      'in',
      same.map(({ id }) => id),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('conversation').select('id').whereRef('contact_id', '=', 'contact.id'))),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
