/** Calls that are going on right now. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { LiveCall } from '../../electron/contract/view-models.ts'
import type { Slice, WindowState } from './slice.ts'

export interface LiveSlice {
  liveCalls: LiveCall[]
  receiveLive: (calls: LiveCall[]) => void
  refreshLive: () => Promise<void>
}

const none: LiveCall[] = []

/** The calls that go on as far as anybody knows: without a connection nobody tells when they end. */
export function callsInSight({ liveCalls, health }: WindowState): LiveCall[] {
  return health?.phoneSystem.state === 'ok' ? liveCalls : none
}

export function liveSlice(bridge: Bridge): Slice<LiveSlice> {
  // Live events carry no revision: an event that comes while a snapshot is under way is newer than it.
  let events = 0
  return (set) => ({
    liveCalls: [],
    receiveLive: (liveCalls) => {
      events += 1
      set({ liveCalls })
    },
    refreshLive: async () => {
      const before = events
      const result = await bridge.request('live:get', undefined)
      if (result.ok && events === before) set({ liveCalls: result.value.calls })
    },
  })
}
