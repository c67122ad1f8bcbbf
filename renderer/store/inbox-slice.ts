/** The list of conversations: which tab, what it is narrowed to, what is searched for, and the pages read so far. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import { firstPage } from '../../electron/contract/first-questions.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { ConversationListItem, ConversationTab } from '../../electron/contract/view-models.ts'
import { coalesce } from './coalesce.ts'
import { everything, filterAt } from './list-filter.ts'
import type { WindowFilter } from './list-filter.ts'
import { inPlace, newsAmong, withChanged } from './list-merge.ts'
import type { LoadedList } from './list-merge.ts'
import { standsFor } from './same-person.ts'
import { shareUnchanged } from './share.ts'
import type { Slice, WindowState } from './slice.ts'

/** Rows of a page, and of one request when a long list is read again. */
const pageSize = 100
const rereadSize = 500
/** A page of a search may come short; it is filled up to this many rows before it is shown. */
const fullEnough = 20
/** More ids than that at once are a new list. */
const mostChanged = 500
/** While much happens, the list follows at most this often, ms. */
const followPause = 200
/** Who scrolls has every frame for it: the list follows so long after, ms; and after so long even then. */
const scrollRest = 250
const longestRest = 5000

/** A list that is shown, and whether the user's own deed or the office's life changed it. */
export type MayShow = (before: readonly ConversationListItem[], after: readonly ConversationListItem[]) => boolean

export interface InboxSlice {
  tab: ConversationTab
  filter: WindowFilter
  /** Empty when nothing is searched for. */
  query: string
  /** Where to go back to when the search is cleared. */
  tabBeforeSearch: ConversationTab
  lists: Partial<Record<ConversationTab, LoadedList>>
  found: (LoadedList & { query: string; tab: ConversationTab }) | null
  /** The shown list as it really is now, kept back so that nothing moves under the pointer; `news`: rows to be seen. */
  held: { list: LoadedList; news: ReadonlySet<string> } | null
  /** Of the filter. */
  counts: Record<ConversationTab, number> | null
  /** How many conversations need a reply in the whole inbox, whatever the filter. */
  needsReply: number
  listFailure: Failure | null
  /** People have called on more than one line, as far as lists were read: only then a row need say which. */
  severalLines: boolean
  showTab: (tab: ConversationTab) => void
  narrow: (change: Partial<WindowFilter>) => void
  /** Resolves when what is shown answers it, or something else was typed. */
  search: (query: string) => Promise<void>
  /** Reads the shown list again, as many rows as were shown, and shows it. */
  refreshList: () => Promise<void>
  /** Follows what happened to these conversations, which may be held back; none: anything may have happened. */
  followChanges: (ids: readonly string[]) => void
  loadMore: () => Promise<void>
  /** Shows what is held back. */
  release: () => void
  /** Somebody scrolls, wherever in the window. */
  noteScroll: () => void
  /** The list on screen says what it may show without moving under the pointer; null while it is not on screen. */
  watchList: (mayShow: MayShow | null) => void
}

/** The list on screen; null while its first page is on the way. What was found last stays until there is more. */
export function shownList(state: WindowState): LoadedList | null {
  if (state.query !== '') return state.found
  return state.lists[state.tab] ?? null
}

/** The row that stands for this conversation in the list on screen; the conversation itself where none does. */
export function rowOf(state: WindowState, id: string): string {
  return shownList(state)?.items.find((item) => standsFor(item, id))?.id ?? id
}

/** What a list is a list of; an answer for another one is dropped. */
interface Place {
  tab: ConversationTab
  filter: WindowFilter
  query: string
}

export function inboxSlice(bridge: Bridge): Slice<InboxSlice> {
  return (set, get) => {
    const wanted = (): Place => ({ tab: get().tab, filter: get().filter, query: get().query })
    const isWanted = (at: Place): boolean =>
      at.tab === get().tab && at.filter === get().filter && at.query === get().query
    let mayShow: MayShow | null = null
    let firstLine: string | null = null

    const put = (at: Place, list: LoadedList): void => {
      const lines = list.items.map(({ line }) => line).filter((line) => line !== null)
      firstLine ??= lines[0] ?? null
      set((state) => ({
        ...(at.query === ''
          ? { lists: { ...state.lists, [at.tab]: list } }
          : { found: { ...list, query: at.query, tab: at.tab } }),
        severalLines: state.severalLines || lines.some((line) => line !== firstLine),
      }))
      get().keepMarked(list.items)
    }

    const readPage = (at: Place, more: { cursor?: string | null; limit?: number; ids?: string[] }) =>
      bridge.request('conversations:list', {
        tab: at.tab,
        filter: filterAt(at.filter, Date.now()),
        limit: more.limit ?? pageSize,
        ...(at.query === '' || more.ids ? {} : { query: at.query }),
        ...(more.cursor ? { cursor: more.cursor } : {}),
        ...(more.ids ? { ids: more.ids } : {}),
      })

    /** The user did something: whatever it moves, they see it at once. */
    let isOwnDeed = false
    const refresh = coalesce(async () => {
      const isOwn = isOwnDeed
      isOwnDeed = false
      const at = wanted()
      const shown = shownList(get())
      // What was found for other words tells nothing of how far somebody has scrolled.
      const isSameSearch = at.query === '' || (get().found?.query === at.query && get().found?.tab === at.tab)
      const length = isSameSearch ? (shown?.items.length ?? 0) : 0
      const items: ConversationListItem[] = []
      const known = new Set<string>()
      let cursor: string | null = null
      let revision = 0
      do {
        const result = await readPage(at, {
          cursor,
          limit: cursor !== null ? rereadSize : length > firstPage ? pageSize : firstPage,
        })
        if (!result.ok) {
          if (isWanted(at)) set({ listFailure: result.failure })
          return
        }
        const page = result.value
        if (cursor === null) {
          revision = page.revision
          set({ counts: page.counts, needsReply: page.needsReply, listFailure: null })
        }
        for (const item of page.items) {
          if (!known.has(item.id)) items.push(item)
          known.add(item.id)
        }
        cursor = page.nextCursor
        // Something else was typed meanwhile: its answer is on the way.
      } while (cursor !== null && isWanted(at) && items.length < Math.max(length, at.query === '' ? 0 : fullEnough))
      if (!isWanted(at)) return
      const before = shownList(get())
      // A slow answer must not replace a newer one.
      if (before && at.query === '' && before.revision > revision) return
      const next = { items: shareUnchanged(before?.items ?? [], items), nextCursor: cursor, revision }
      if (!isOwn && before && at.query === '') {
        arrive(at, before, next)
        return
      }
      set({ held: null })
      put(at, next)
    })
    const refreshNow = (): Promise<void> => {
      isOwnDeed = true
      return refresh()
    }

    /** Shows `next`, or holds it back where it would move what somebody points at. */
    const arrive = (at: Place, shown: LoadedList, next: LoadedList): void => {
      if (mayShow === null || mayShow(shown.items, next.items)) {
        set({ held: null })
        put(at, next)
        return
      }
      const fresh = new Map(next.items.map((item) => [item.id, item]))
      const before = get().held?.news
      const came = new Set(newsAmong(shown.items, next.items).map(({ id }) => id))
      const news = next.items.filter(({ id }) => came.has(id) || before?.has(id) === true).map(({ id }) => id)
      put(at, { ...shown, items: inPlace(shown.items, fresh), revision: next.revision })
      set({ held: { list: next, news: new Set(news) } })
    }

    let changed = new Set<string>()
    const follow = coalesce(async () => {
      const ids = [...changed]
      changed = new Set()
      const at = wanted()
      const shown = shownList(get())
      if (!shown || ids.length > mostChanged) return refresh()
      const result = await readPage(at, { ids, limit: mostChanged })
      if (!isWanted(at)) return undefined
      if (!result.ok) {
        set({ listFailure: result.failure })
        return undefined
      }
      const { items: rows, counts, needsReply, revision } = result.value
      set({ counts, needsReply, listFailure: null })
      const list = shownList(get())
      if (!list || list.revision > revision) return undefined
      if (at.query === '') {
        arrive(at, list, withChanged(at.tab, get().held?.list ?? list, ids, { rows, revision }))
        return undefined
      }
      // What is found keeps its order and its hits; each row shows how it is now.
      const hits = new Map(list.items.map((item) => [item.id, item.hit]))
      const fresh = new Map(rows.map((row) => [row.id, { ...row, hit: hits.get(row.id) ?? null }]))
      put(at, { ...list, items: inPlace(list.items, fresh), revision })
      return undefined
    })

    let timer: ReturnType<typeof setTimeout> | null = null
    let followedAt = 0
    let changedAt = 0
    let scrolledAt = 0
    const followSoon = (): void => {
      if (timer !== null) return
      changedAt = Date.now()
      followWhenCalm()
    }
    const followWhenCalm = (): void => {
      const now = Date.now()
      const calmAt = Math.min(scrolledAt + scrollRest, changedAt + longestRest)
      const wait = Math.max(followedAt + followPause, calmAt) - now
      if (wait > 0) {
        timer = setTimeout(followWhenCalm, wait)
        return
      }
      timer = null
      followedAt = now
      void follow()
    }

    let arrival: Promise<void> = Promise.resolve()
    const goTo = (change: Partial<InboxSlice>): void => {
      set({ ...change, held: null })
      get().unmark()
      arrival = refreshNow()
    }

    const readMore = async (): Promise<void> => {
      const at = wanted()
      const list = shownList(get())
      if (!list?.nextCursor) return
      const items: ConversationListItem[] = []
      const known = new Set(list.items.map((item) => item.id))
      let cursor: string | null = list.nextCursor
      let failed = false
      do {
        const result = await readPage(at, { cursor })
        if (!result.ok) {
          failed = true
          break
        }
        for (const item of result.value.items) {
          if (!known.has(item.id)) items.push(item)
          known.add(item.id)
        }
        cursor = result.value.nextCursor
      } while (cursor !== null && items.length < fullEnough && isWanted(at))
      const now = shownList(get())
      // The list became another one meanwhile: its own cursor counts, the next scroll asks again.
      if (failed || !isWanted(at) || !now || now.nextCursor !== list.nextCursor) return
      const there = new Set(now.items.map((item) => item.id))
      const more = items.filter((item) => !there.has(item.id))
      put(at, { ...now, items: [...now.items, ...more], nextCursor: cursor })
      const { held } = get()
      if (!held) return
      const heldIds = new Set(held.list.items.map((item) => item.id))
      const rest = items.filter((item) => !heldIds.has(item.id))
      set({ held: { ...held, list: { ...held.list, items: [...held.list.items, ...rest], nextCursor: cursor } } })
    }
    let loadingMore: Promise<void> | null = null
    return {
      tab: 'needs-reply',
      filter: everything,
      query: '',
      tabBeforeSearch: 'needs-reply',
      lists: {},
      found: null,
      held: null,
      counts: null,
      needsReply: 0,
      listFailure: null,
      severalLines: false,
      showTab: (tab) => {
        if (tab === get().tab) return
        // A search goes on in the tab that was chosen, and stays there when it ends.
        goTo({ tab, tabBeforeSearch: tab })
      },
      narrow: (change) => goTo({ filter: { ...get().filter, ...change }, lists: {} }),
      search: (typed) => {
        const query = typed.trim().slice(0, 200)
        const state = get()
        if (query === state.query) return arrival
        if (query === '') goTo({ query, tab: state.tabBeforeSearch, found: null })
        else if (state.query !== '') goTo({ query })
        else goTo({ query, tab: 'all', tabBeforeSearch: state.tab, found: null })
        return arrival
      },
      refreshList: refreshNow,
      followChanges: (ids) => {
        if (ids.length === 0) {
          void refresh()
          return
        }
        for (const id of ids) changed.add(id)
        followSoon()
      },
      loadMore: () => {
        loadingMore ??= readMore().finally(() => {
          loadingMore = null
        })
        return loadingMore
      },
      release: () => {
        const { held } = get()
        if (!held) return
        set({ held: null })
        put(wanted(), held.list)
      },
      noteScroll: () => {
        scrolledAt = Date.now()
      },
      watchList: (watcher) => {
        mayShow = watcher
      },
    }
  }
}
