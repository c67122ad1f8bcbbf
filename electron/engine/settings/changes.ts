/** The history of the settings: what was changed, kept in the transaction that changes it. */
import { userInfo } from 'node:os'
import type { Kysely } from 'kysely'
import type { SettingChange, SettingDifference } from '../../contract/settings-file.ts'
import type { Work } from '../store/database.ts'
import type { Database } from '../store/schema.ts'
import { isGivenAnew } from './void-secrets.ts'

/** Whoever is signed in to this PC. */
export function thisUser(): string {
  try {
    return userInfo().username
  } catch {
    // A user without a name (some containers).
    return '?'
  }
}

/** Ringback itself, not somebody at this PC. */
export const ringback = ''

/** A longer value is cut in the history, characters. */
const longest = 4000
/** In one answer. */
const page = 50

/** What differs between two values of one section, a field each; lists are one field. */
export function differences(section: string, before: unknown, after: unknown): SettingDifference[] {
  const found: SettingDifference[] = []
  const compare = (field: string, old: unknown, now: unknown): void => {
    if (isGroup(old) && isGroup(now)) {
      for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
        compare(field === '' ? key : `${field}.${key}`, old[key], now[key])
      }
    } else if (json(old) !== json(now)) found.push({ section, field, before: old ?? null, after: now ?? null })
  }
  compare('', before, after)
  return found
}

export async function recordChanges(
  work: Work,
  changes: readonly SettingDifference[],
  { now, who }: { now: number; who: string },
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ section, field, before, after }) => {
    return { at: now, who, section, field, before: kept(before), after: kept(after) }
  })
  await work.db.insertInto('setting_change').values(rows).execute()
}

/** A password or token was given: nothing else is kept of it. */
export async function recordSecret(work: Work, section: string, field: string, now: number): Promise<void> {
  const row = { at: now, who: thisUser(), section, field, before: null, after: null }
  await work.db.insertInto('setting_change').values(row).execute()
  await isGivenAnew(work, section)
}

/** Newest first; `before`: those older than the one with this id. */
export async function readChanges(
  db: Kysely<Database>,
  before: number | null,
): Promise<{ changes: SettingChange[]; more: boolean }> {
  const rows = await db
    .selectFrom('setting_change')
    .selectAll()
    .where('id', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('id', 'desc')
    .limit(page + 1)
    .execute()
  const changes = rows.slice(0, page).map(({ before: old, after, ...row }): SettingChange => {
    const secret = old === null && after === null
    return { ...row, before: old === null ? null : parsed(old), after: after === null ? null : parsed(after), secret }
  })
  return { changes, more: rows.length > page }
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'null'
}

function kept(value: unknown): string {
  const text = json(value)
  return text.length <= longest ? text : JSON.stringify(`${text.slice(0, longest)}…`)
}

function parsed(text: string): unknown {
  return JSON.parse(text) as unknown
}
