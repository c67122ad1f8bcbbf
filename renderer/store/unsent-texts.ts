/**
 * What staff wrote and Ringback does not have for sure: drafts, and texts whose request was not answered. Such a text
 * may have been taken all the same (the engine stopped after storing it), so it keeps its id: sent again unchanged, it
 * goes out once. Lives in the window's own storage, so that it survives switching conversations and reloads.
 */
import { readRecord, readTexts, withEntry, writeRecord } from './stored-record.ts'

/** A text that the engine was asked to send. */
export interface Attempt {
  messageId: string
  body: string
  /** The request is on its way; once its answer is lost the body stands in the draft again. */
  underWay: boolean
}

/** By conversation. Each entry is there only while it says something. */
export interface UnsentTexts {
  drafts: Record<string, string>
  attempts: Record<string, Attempt[]>
}

/** More lost texts than this in one conversation are not asked about. */
export const mostAttempts = 10

const draftsKey = 'ringback.drafts'
const attemptsKey = 'ringback.attempts'

/** The unsent texts with those of one conversation replaced. */
export function withUnsent(unsent: UnsentTexts, id: string, change: { draft?: string; attempts?: Attempt[] }) {
  const { draft = unsent.drafts[id] ?? '', attempts = unsent.attempts[id] ?? [] } = change
  return {
    drafts: withEntry(unsent.drafts, id, draft === '' ? null : draft),
    attempts: withEntry(unsent.attempts, id, attempts.length === 0 ? null : attempts.slice(-mostAttempts)),
  }
}

/** A text comes back into the draft: before what has been typed since. */
export function putBack(draft: string, body: string): string {
  return draft === '' ? body : `${body}\n${draft}`
}

/** The time line has these messages: what was asked for under their ids is no longer unsent. */
export function withoutArrived(unsent: UnsentTexts, id: string, arrived: ReadonlySet<string>): UnsentTexts {
  const attempts = unsent.attempts[id] ?? []
  const taken = attempts.filter(({ messageId }) => arrived.has(messageId))
  if (taken.length === 0) return unsent
  const draft = taken
    .filter(({ underWay }) => !underWay)
    .reduce((rest, { body }) => takeOut(rest, body), unsent.drafts[id] ?? '')
  return withUnsent(unsent, id, { draft, attempts: attempts.filter((attempt) => !taken.includes(attempt)) })
}

/** The draft without the lines of `body`; as it is where they were changed. */
function takeOut(draft: string, body: string): string {
  if (draft.trim() === body) return ''
  const at = `\n${draft}\n`.indexOf(`\n${body}\n`)
  if (at === -1) return draft
  return draft.slice(0, at) + draft.slice(at + body.length + 1)
}

/** What an earlier run of the window left. A request that was on its way then has lost its answer. */
export function readUnsent(): UnsentTexts {
  const drafts = readTexts(draftsKey)
  let unsent: UnsentTexts = { drafts, attempts: {} }
  for (const [id, stored] of Object.entries(readRecord(attemptsKey))) {
    const attempts = Array.isArray(stored) ? stored.filter(isAttempt) : []
    const cut = attempts.filter(({ underWay }) => underWay)
    const draft = cut.reduceRight((rest, { body }) => putBack(rest, body), drafts[id] ?? '')
    unsent = withUnsent(unsent, id, { draft, attempts: attempts.map((attempt) => ({ ...attempt, underWay: false })) })
  }
  return unsent
}

export function writeUnsent({ drafts, attempts }: UnsentTexts): void {
  writeRecord(draftsKey, drafts)
  writeRecord(attemptsKey, attempts)
}

function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== 'object' || value === null) return false
  const { messageId, body, underWay } = value as Partial<Record<keyof Attempt, unknown>>
  return typeof messageId === 'string' && typeof body === 'string' && typeof underWay === 'boolean'
}
