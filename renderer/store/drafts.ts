/**
 * Drafts as they are kept in two places: in the window's storage at once, and with the inbox a moment later. Each place
 * may lose what the other has (a window made anew, a power cut, an engine that was away): the later change counts.
 */
import type { Draft, WritingKind } from '../../electron/contract/writing.ts'

/** By `keyOf`: when the window changed that draft last, epoch ms; also one that is gone now. */
export type DraftTimes = Record<string, number>

export interface KeptDraft {
  conversationId: string
  kind: WritingKind
  body: string
}

/** Older than this, ms, a draft that was sent or deleted is not remembered as gone. */
const remembered = 30 * 24 * 60 * 60 * 1000

export function keyOf({ conversationId, kind }: Pick<KeptDraft, 'conversationId' | 'kind'>): string {
  return `${kind} ${conversationId}`
}

/** What each place has to take over from the other. `ours` are the window's, `theirs` those kept with the inbox. */
export function reconcile(
  ours: readonly KeptDraft[],
  times: DraftTimes,
  theirs: readonly Draft[],
): { forWindow: Draft[]; forInbox: KeptDraft[] } {
  const mine = new Map(ours.map((draft) => [keyOf(draft), draft]))
  const other = new Map(theirs.map((draft) => [keyOf(draft), draft]))
  // A draft of which no time is known is from before they were noted.
  const changed = (key: string) => times[key] ?? (mine.has(key) ? 1 : 0)
  const differ = theirs.filter((draft) => (mine.get(keyOf(draft))?.body ?? '') !== draft.body)
  return {
    forWindow: differ.filter((draft) => draft.changedAt > changed(keyOf(draft))),
    forInbox: [
      ...differ
        .filter((draft) => draft.changedAt <= changed(keyOf(draft)))
        .map((draft) => ({ ...draft, body: mine.get(keyOf(draft))?.body ?? '' })),
      ...ours.filter((draft) => !other.has(keyOf(draft))),
    ].map(({ conversationId, kind, body }) => ({ conversationId, kind, body })),
  }
}

/** Without those that were gone long ago. */
export function recent(times: DraftTimes, ours: readonly KeptDraft[], now: number): DraftTimes {
  const there = new Set(ours.map(keyOf))
  return Object.fromEntries(Object.entries(times).filter(([key, at]) => there.has(key) || at > now - remembered))
}
