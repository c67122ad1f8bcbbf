/** The page of all calls, and of the times in which none could be seen. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { CallRow } from '../../electron/contract/call-list.ts'
import type { CallGap } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import { shareUnchanged } from './share.ts'
import type { Slice } from './slice.ts'

const pageSize = 100

export interface CallsSlice {
  /** Null until the page was first shown. */
  calls: CallRow[] | null
  /** As far back as the calls. */
  gaps: CallGap[]
  callsCursor: string | null
  callsFailure: Failure | null
  refreshCalls: () => Promise<void>
  loadOlderCalls: () => Promise<void>
}

export function callsSlice(bridge: Bridge): Slice<CallsSlice> {
  return (set, get) => ({
    calls: null,
    gaps: [],
    callsCursor: null,
    callsFailure: null,
    refreshCalls: coalesce(async () => {
      const result = await bridge.request('calls:list', { limit: pageSize })
      if (!result.ok) {
        set({ callsFailure: result.failure })
        return
      }
      const { items, gaps, nextCursor } = result.value
      const held = get().calls ?? []
      const last = items.at(-1)
      const lastHeld = last ? held.findIndex((call) => call.id === last.id) : -1
      // Older pages that were read stay: ended calls change no more.
      const older = lastHeld === -1 ? [] : held.slice(lastHeld + 1)
      set({
        calls: [...shareUnchanged(held, items), ...older],
        gaps: joined(older.length > 0 ? get().gaps : [], gaps),
        callsCursor: older.length > 0 ? get().callsCursor : nextCursor,
        callsFailure: null,
      })
    }),
    loadOlderCalls: async () => {
      const cursor = get().callsCursor
      if (cursor === null) return
      const result = await bridge.request('calls:list', { cursor, limit: pageSize })
      if (!result.ok) {
        get().complain(result.failure)
        return
      }
      if (get().callsCursor !== cursor) return
      const { items, nextCursor } = result.value
      set(({ calls, gaps }) => ({
        calls: [...(calls ?? []), ...items],
        gaps: joined(gaps, result.value.gaps),
        callsCursor: nextCursor,
      }))
    },
  })
}

/** Gaps of several pages, the newer word on each. */
function joined(held: readonly CallGap[], next: readonly CallGap[]): CallGap[] {
  return [...new Map([...held, ...next].map((gap) => [gap.id, gap])).values()]
}
