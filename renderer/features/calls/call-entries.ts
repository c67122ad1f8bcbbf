import type { CallRow } from '../../../electron/contract/call-list.ts'
import type { CallGap } from '../../../electron/contract/view-models.ts'

export type CallEntry = { key: string; day: number } & ({ kind: 'call'; call: CallRow } | { kind: 'gap'; gap: CallGap })

/** Calls and the times without a connection in one list, by when they ended, newest first; a gap that lasts leads. */
export function callEntries(calls: readonly CallRow[], gaps: readonly CallGap[], now: number): CallEntry[] {
  const entries: (CallEntry & { endedAt: number })[] = [
    ...gaps.map((gap) => ({
      kind: 'gap' as const,
      key: `gap-${gap.id}`,
      day: gap.to ?? now,
      endedAt: gap.to ?? Infinity,
      gap,
    })),
    ...calls.map((call) => ({ kind: 'call' as const, key: call.id, day: call.at, endedAt: call.endedAt, call })),
  ]
  // The calls come in their order already; sorting keeps it among those that ended together.
  return entries.toSorted((a, b) => (a.endedAt === b.endedAt ? 0 : b.endedAt - a.endedAt))
}
