import type { CallRow } from '../../../electron/contract/call-list.ts'
import type { CallGap } from '../../../electron/contract/view-models.ts'
import { startOfDay } from '../../text/dates.ts'

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

export interface CallDay {
  key: string
  /** The start of the day in this PC's zone, epoch ms. */
  day: number
  entries: CallEntry[]
}

/** The same, a day at a time. */
export function callDays(entries: readonly CallEntry[]): CallDay[] {
  const days: CallDay[] = []
  for (const entry of entries) {
    const day = startOfDay(entry.day)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    // Calls stand by when they ended: one over midnight leads back to its day, which then stands there twice.
    else days.push({ key: `${day}-${entry.key}`, day, entries: [entry] })
  }
  return days
}
