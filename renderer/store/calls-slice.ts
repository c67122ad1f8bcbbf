/** The page of calls, and of the times in which none could be seen: what is filtered, listed and looked at. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CallFilterChoices, CallRow, CallStory } from '../../electron/contract/call-list.ts'
import type { CallFilter } from '../../electron/contract/call-list-commands.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { CallGap } from '../../electron/contract/view-models.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
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
  callFilter: CallFilter
  /** Null until they were read. */
  callChoices: CallFilterChoices | null
  /** The call that is looked at. */
  openCallId: string | null
  /** Null while it is being read. */
  callStory: CallStory | null
  callStoryFailure: Failure | null
  /** Calls that were written into a file so far; null while none is being made. */
  exportedCalls: number | null
  /** Shows the page with these calls. */
  showCalls: (filter: CallFilter) => void
  filterCalls: (filter: CallFilter) => void
  refreshCalls: () => Promise<void>
  loadOlderCalls: () => Promise<void>
  openCall: (id: string | null) => void
  refreshCallStory: () => Promise<void>
  /** Sends staff's text to the caller. False when it could not be sent; why, a notice says. */
  /** `messageId`: the same for each try of one text, so that it goes out once. */
  textCaller: (id: string, messageId: string, body: string, who: string) => Promise<boolean>
  exportCalls: () => Promise<void>
}

export function callsSlice(bridge: Bridge): Slice<CallsSlice> {
  /** What the calls that are held were filtered by. */
  let heldFor: CallFilter | null = null
  return (set, get) => {
    const refreshStory = coalesce(async () => {
      const id = get().openCallId
      if (id === null) return
      const result = await bridge.request('calls:get', { id })
      if (get().openCallId !== id) return
      set(result.ok ? { callStory: result.value, callStoryFailure: null } : { callStoryFailure: result.failure })
    })
    const readChoices = async (): Promise<void> => {
      const result = await bridge.request('calls:choices', undefined)
      if (result.ok) set({ callChoices: result.value })
    }
    return {
      calls: null,
      gaps: [],
      callsCursor: null,
      callsFailure: null,
      callFilter: {},
      callChoices: null,
      openCallId: null,
      callStory: null,
      callStoryFailure: null,
      exportedCalls: null,
      showCalls: (filter) => {
        get().filterCalls(filter)
        get().showPage('calls')
      },
      filterCalls: (callFilter) => {
        set({ callFilter })
        void get().refreshCalls()
      },
      refreshCalls: coalesce(async () => {
        const filter = get().callFilter
        const [result] = await Promise.all([
          bridge.request('calls:list', { filter, limit: pageSize }),
          readChoices(),
          refreshStory(),
        ])
        // Another filter was chosen meanwhile; its own answer follows.
        if (get().callFilter !== filter) return
        if (!result.ok) {
          set({ callsFailure: result.failure })
          return
        }
        const { items, gaps, nextCursor } = result.value
        const held = heldFor === filter ? (get().calls ?? []) : []
        heldFor = filter
        const last = items.at(-1)
        const lastHeld = last ? held.findIndex((call) => call.id === last.id) : -1
        // Older pages that were read stay: ended calls change little.
        const older = lastHeld === -1 ? [] : held.slice(lastHeld + 1)
        set({
          calls: [...shareUnchanged(held, items), ...older],
          gaps: joined(older.length > 0 ? get().gaps : [], gaps),
          callsCursor: older.length > 0 ? get().callsCursor : nextCursor,
          callsFailure: null,
        })
      }),
      loadOlderCalls: async () => {
        const { callsCursor: cursor, callFilter: filter } = get()
        if (cursor === null) return
        const result = await bridge.request('calls:list', { filter, cursor, limit: pageSize })
        if (!result.ok) {
          get().complain(result.failure)
          return
        }
        if (get().callsCursor !== cursor || get().callFilter !== filter) return
        const { items, nextCursor } = result.value
        set(({ calls, gaps }) => ({
          calls: [...(calls ?? []), ...items],
          gaps: joined(gaps, result.value.gaps),
          callsCursor: nextCursor,
        }))
      },
      openCall: (openCallId) => {
        if (openCallId === get().openCallId) return
        set({ openCallId, callStory: null, callStoryFailure: null })
        void refreshStory()
      },
      refreshCallStory: refreshStory,
      textCaller: async (id, messageId, body, who) => {
        const sent = await get().run('calls:text', { id, body, messageId })
        if (sent) get().tell(text.calls.textAnyway.sent(inWords(who)))
        await get().refreshCalls()
        return sent
      },
      exportCalls: async () => {
        if (get().exportedCalls !== null) return
        set({ exportedCalls: 0 })
        const stop = bridge.on('export:progress', ({ calls }) => set({ exportedCalls: calls }))
        const { headings } = text.calls.export
        const words = { headings, kinds: text.calls.outcome }
        const result = await bridge.request('export:calls', { filter: get().callFilter, words })
        stop()
        set({ exportedCalls: null })
        if (!result.ok) get().complain(result.failure)
        else if (result.value.file !== null) {
          get().tell(text.calls.export.done(result.value.calls, fileName(result.value.file)))
        }
      },
    }
  }
}

/** Gaps of several pages, the newer word on each. */
function joined(held: readonly CallGap[], next: readonly CallGap[]): CallGap[] {
  return [...new Map([...held, ...next].map((gap) => [gap.id, gap])).values()]
}

/** The last part of a path of any system. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
