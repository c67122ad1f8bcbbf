/** Calls that are going on right now. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { LiveCall } from '../../electron/contract/view-models.ts'
import type { Slice, WindowState } from './slice.ts'

export interface LiveSlice {
  liveCalls: LiveCall[]
  receiveLive: (calls: LiveCall[]) => void
  refreshLive: () => Promise<void>
  /** Shows the conversation with who is in this call; somebody new gets one. Without a call: with who waits longest. */
  openCaller: (call?: LiveCall) => Promise<void>
}

const none: LiveCall[] = []

/** The calls that go on as far as anybody knows: without a connection nobody tells when they end. */
export function callsInSight({ liveCalls, health }: WindowState): LiveCall[] {
  return health?.phoneSystem.state === 'ok' ? liveCalls : none
}

/** Who of them waits for somebody to pick up, the longest first. */
export function waitingAmong(calls: readonly LiveCall[]): LiveCall[] {
  return calls
    .filter((call) => call.direction === 'inbound' && call.state !== 'talking')
    .toSorted((a, b) => a.since - b.since)
}

export function liveSlice(bridge: Bridge): Slice<LiveSlice> {
  // Live events carry no revision: an event that comes while a snapshot is under way is newer than it.
  let events = 0
  return (set, get) => ({
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
    openCaller: async (given) => {
      const call = given ?? waitingAmong(callsInSight(get()))[0]
      if (!call) return
      const show = (conversationId: string): void => {
        get().showPage('inbox')
        get().openConversation(conversationId)
      }
      if (call.conversationId !== null) {
        show(call.conversationId)
        return
      }
      const result = await bridge.request('live:open', { linkedid: call.linkedid })
      if (result.ok) show(result.value.conversationId)
      else get().complain(result.failure)
    },
  })
}
