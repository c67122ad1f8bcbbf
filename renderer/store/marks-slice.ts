/** Conversations that were picked out in the list, and what is done to all of them at once. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import { mostAtOnce } from '../../electron/contract/list-limits.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type { ConversationListItem } from '../../electron/contract/view-models.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
import { rowOf, shownList } from './inbox-slice.ts'
import { standsFor } from './same-person.ts'
import type { Slice } from './slice.ts'

type Change = CommandInput<'conversations:change-many'>['change']
type Wish = CommandInput<'contacts:opt-out-many'>['wish']

export interface MarksSlice {
  /** Ids of the conversations that are picked out; empty while one is just open. */
  marked: ReadonlySet<string>
  /** The question whether these contacts shall get no more texts; null while it is not asked. */
  askingNoTexts: { contactIds: string[]; already: number } | null
  mark: (ids: Iterable<string>) => void
  /** Nothing for what is not in the list. */
  toggleMark: (id: string) => void
  /** Picks out all from the one that was picked out last, or else the open one, to this one. */
  markThrough: (id: string) => void
  /** The list is another one now: what is not in it is not picked out any more. */
  keepMarked: (items: readonly ConversationListItem[]) => void
  /** All of the list, whether or not it was scrolled to, up to 2000: as many as "Done" can be taken back for. */
  markAll: () => Promise<void>
  unmark: () => void
  /** Done, read or unread, for all that are picked out. */
  changeMarked: (change: 'done' | 'read' | 'unread') => Promise<void>
  /** Unread where all is read, for what is picked out or else for what is open, which is closed then. */
  toggleUnread: () => Promise<void>
  /** Puts a tag on all that are picked out, or takes it off when `off`. */
  tagMarked: (tag: { id: string; name: string }, off: boolean) => Promise<void>
  askNoTexts: (asked: boolean) => void
  /** What was asked was meant so. */
  stopTexts: () => Promise<void>
}

const nobody: ReadonlySet<string> = new Set()
const mostMarked = 2000

/** What is picked out and still in the list, in its order. */
export function markedItems(marked: ReadonlySet<string>, items: readonly ConversationListItem[]) {
  return marked.size === 0 ? [] : items.filter((item) => marked.has(item.id))
}

export function marksSlice(bridge: Bridge): Slice<MarksSlice> {
  return (set, get) => {
    let lastMarked: string | null = null
    const chosen = () => markedItems(get().marked, shownList(get())?.items ?? [])

    /** In parts, each of which is a transaction. What is done when one fails stays, and can be undone; `left` is not. */
    const inParts = async (
      ids: readonly string[],
      request: (
        part: string[],
      ) => Promise<{ ok: true; value: { changed: string[] } } | { ok: false; failure: Failure }>,
    ): Promise<{ changed: string[]; left: string[] }> => {
      const changed: string[] = []
      for (let from = 0; from < ids.length; from += mostAtOnce) {
        const result = await request(ids.slice(from, from + mostAtOnce))
        if (!result.ok) {
          get().complain(result.failure)
          return { changed, left: ids.slice(from) }
        }
        changed.push(...result.value.changed)
      }
      return { changed, left: [] }
    }
    /** Who picked out a hundred does not do so again because something was away. */
    const markAgain = (left: readonly string[]): void => {
      if (left.length > 0 && get().marked.size === 0) set({ marked: new Set(left) })
    }

    const refresh = async (): Promise<void> => {
      await Promise.all([get().refreshList(), get().refreshConversation()])
    }
    const change = (ids: readonly string[], to: Change) =>
      inParts(ids, (part) => bridge.request('conversations:change-many', { ids: part, change: to }))
    const wish = (ids: readonly string[], to: Wish) =>
      inParts(ids, (part) => bridge.request('contacts:opt-out-many', { ids: part, wish: to }))

    const changeAll = async (ids: readonly string[], to: 'done' | 'read' | 'unread'): Promise<void> => {
      const picked = get().marked
      set({ marked: nobody })
      // What stays open would be read again at once.
      if (to === 'unread' && get().openId !== null) {
        const items = shownList(get())?.items ?? []
        const shows = (id: string) => items.some((item) => item.id === id && standsFor(item, get().openId))
        if (ids.some((id) => id === get().openId || shows(id))) get().openConversation(null)
      }
      const { changed, left } = await change(ids, to)
      const back = { done: 'undo-done', read: 'unread', unread: 'read' } as const
      if (changed.length > 0) {
        get().tell(text.inbox.changedMany[to](changed.length), () => void change(changed, back[to]).then(refresh))
      }
      await refresh()
      markAgain(left.filter((id) => picked.has(id)))
    }

    return {
      marked: nobody,
      askingNoTexts: null,
      mark: (ids) => set({ marked: new Set(ids) }),
      markThrough: (id) => {
        const ids = shownList(get())?.items.map((item) => item.id) ?? []
        const { openId } = get()
        const from = ids.indexOf(lastMarked ?? (openId === null ? '' : rowOf(get(), openId)))
        const to = ids.indexOf(id)
        if (to === -1) return
        const between = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1)
        set({ marked: new Set([...get().marked, ...between]) })
      },
      keepMarked: (items) => {
        const { marked } = get()
        if (marked.size === 0) return
        const kept = markedItems(marked, items)
        if (kept.length < marked.size) set({ marked: new Set(kept.map(({ id }) => id)) })
      },
      toggleMark: (id) => {
        if (shownList(get())?.items.some((item) => item.id === id) !== true) return
        lastMarked = id
        const marked = new Set(get().marked)
        if (!marked.delete(id)) marked.add(id)
        set({ marked })
      },
      markAll: async () => {
        let shown = shownList(get())
        let all: ReadonlySet<string> = nobody
        for (;;) {
          const before: number = shown?.items.length ?? 0
          all = new Set(shown?.items.slice(0, mostMarked).map(({ id }) => id))
          set({ marked: all })
          if (shown?.nextCursor == null || before >= mostMarked) return
          await get().loadMore()
          shown = shownList(get())
          // Something else was picked out meanwhile, or there is no more.
          if (get().marked !== all || (shown?.items.length ?? 0) <= before) return
        }
      },
      unmark: () => {
        lastMarked = null
        if (get().marked.size > 0) set({ marked: nobody })
      },
      changeMarked: async (to) => {
        const ids = chosen().map(({ id }) => id)
        if (ids.length === 0) return
        await changeAll(ids, to)
      },
      toggleUnread: async () => {
        if (get().marked.size > 0) {
          await get().changeMarked(chosen().some(({ unread }) => unread) ? 'read' : 'unread')
          return
        }
        const { openId } = get()
        if (openId === null) return
        // It need not be in the list: it is in another tab, or came from a search.
        const row = shownList(get())?.items.find((item) => standsFor(item, openId))
        await changeAll([row?.id ?? openId], row?.unread === true ? 'read' : 'unread')
      },
      tagMarked: async ({ id, name }, off) => {
        const contactIds = chosen().map(({ contact }) => contact.id)
        if (contactIds.length === 0) return
        const words = off ? text.inbox.untaggedMany : text.inbox.taggedMany
        await get().tagContacts(
          contactIds,
          off ? { remove: [id] } : { add: [id] },
          words(inWords(name), contactIds.length),
        )
      },
      askNoTexts: (asked) => {
        const items = chosen()
        const already = items.filter(({ optedOut }) => optedOut).length
        set({
          askingNoTexts:
            asked && items.length > 0 ? { contactIds: items.map(({ contact }) => contact.id), already } : null,
        })
      },
      stopTexts: async () => {
        const asked = get().askingNoTexts
        if (!asked) return
        const picked = chosen()
        set({ askingNoTexts: null, marked: nobody })
        const { changed, left } = await wish(asked.contactIds, 'no-texts')
        if (changed.length > 0) {
          get().tell(text.inbox.noTextsMany(changed.length), () => void wish(changed, 'texts').then(refresh))
        }
        await refresh()
        markAgain(picked.filter(({ contact }) => left.includes(contact.id)).map(({ id }) => id))
      },
    }
  }
}
