/** The list of conversations: which tab, what is searched for, and the pages read so far. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { ConversationListItem, ConversationTab } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import { shareUnchanged } from './share.ts'
import type { Slice, WindowState } from './slice.ts'

const pageSize = 100

export interface LoadedList {
  items: ConversationListItem[]
  nextCursor: string | null
  revision: number
}

export interface InboxSlice {
  tab: ConversationTab
  /** Empty when nothing is searched for. A search looks through all conversations. */
  query: string
  /** Where to go back to when the search is cleared. */
  tabBeforeSearch: ConversationTab
  lists: Partial<Record<ConversationTab, LoadedList>>
  found: (LoadedList & { query: string }) | null
  counts: Record<ConversationTab, number> | null
  listFailure: Failure | null
  /** People have called on more than one line, as far as lists were read: only then a row need say which. */
  severalLines: boolean
  showTab: (tab: ConversationTab) => void
  search: (query: string) => void
  /** Reads the shown list again, as many rows as were shown. */
  refreshList: () => Promise<void>
  loadMore: () => Promise<void>
}

/** The list on screen; null while its first page is on the way. */
export function shownList(state: WindowState): LoadedList | null {
  if (state.query !== '') return state.found?.query === state.query ? state.found : null
  return state.lists[state.tab] ?? null
}

export function inboxSlice(bridge: Bridge): Slice<InboxSlice> {
  return (set, get) => {
    const wanted = (): { tab: ConversationTab; query: string } => ({ tab: get().tab, query: get().query })
    let firstLine: string | null = null
    const put = (at: { tab: ConversationTab; query: string }, list: LoadedList): void => {
      const lines = list.items.map(({ line }) => line).filter((line) => line !== null)
      firstLine ??= lines[0] ?? null
      set((state) => ({
        ...(at.query === '' ? { lists: { ...state.lists, [at.tab]: list } } : { found: { ...list, query: at.query } }),
        severalLines: state.severalLines || lines.some((line) => line !== firstLine),
      }))
    }

    const readPage = (at: { tab: ConversationTab; query: string }, cursor: string | null, limit: number) =>
      bridge.request('conversations:list', {
        tab: at.query === '' ? at.tab : 'all',
        limit,
        ...(at.query === '' ? {} : { query: at.query }),
        ...(cursor === null ? {} : { cursor }),
      })

    const refresh = coalesce(async () => {
      const at = wanted()
      const before = shownList(get())
      const items: ConversationListItem[] = []
      let cursor: string | null = null
      let revision = 0
      do {
        const result = await readPage(at, cursor, pageSize)
        if (!result.ok) {
          set({ listFailure: result.failure })
          return
        }
        const page = result.value
        if (cursor === null) {
          revision = page.revision
          set({ counts: page.counts, listFailure: null })
        }
        items.push(...page.items)
        cursor = page.nextCursor
      } while (cursor !== null && items.length < (before?.items.length ?? 0))
      // A slow answer must not replace a newer one.
      if (before && before.revision > revision) return
      put(at, { items: shareUnchanged(before?.items ?? [], items), nextCursor: cursor, revision })
    })

    let loadingMore = false
    return {
      tab: 'needs-reply',
      query: '',
      tabBeforeSearch: 'needs-reply',
      lists: {},
      found: null,
      counts: null,
      listFailure: null,
      severalLines: false,
      showTab: (tab) => {
        set({ tab, query: '', tabBeforeSearch: tab, found: null })
        void refresh()
      },
      search: (typed) => {
        const query = typed.trim().slice(0, 200)
        if (query === get().query) return
        set((state) =>
          query === ''
            ? { query, tab: state.tabBeforeSearch, found: null }
            : { query, tab: 'all', tabBeforeSearch: state.query === '' ? state.tab : state.tabBeforeSearch },
        )
        void refresh()
      },
      refreshList: refresh,
      loadMore: async () => {
        const at = wanted()
        const list = shownList(get())
        if (loadingMore || !list?.nextCursor) return
        loadingMore = true
        const result = await readPage(at, list.nextCursor, pageSize)
        loadingMore = false
        const now = shownList(get())
        // The list was read anew meanwhile: its own cursor counts, the next scroll asks again.
        if (!result.ok || now !== list) return
        const known = new Set(list.items.map((item) => item.id))
        const more = result.value.items.filter((item) => !known.has(item.id))
        put(at, { ...list, items: [...list.items, ...more], nextCursor: result.value.nextCursor })
      },
    }
  }
}
