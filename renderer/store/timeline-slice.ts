/** Where one stands in the open conversation's time line: at its end, or somewhere in the past of it. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import { pageLength } from '../../electron/contract/timeline.ts'
import type { ConversationDetail, TimelineItem } from '../../electron/contract/view-models.ts'
import { shows } from './same-person.ts'
import type { Slice, WindowState } from './slice.ts'
import { endOf, isWaiting, mostHeld, readAgain, withNewer, withOlder } from './timeline-window.ts'
import type { TimelineWindow } from './timeline-window.ts'

/** So much is read as one scrolls: what is put in must be drawn between two frames. */
const scrollStep = 15

type Part = CommandInput<'timeline:read'>['part']

interface Past extends TimelineWindow {
  /** How much below has not been seen, up to 100. */
  newer: number
}

export interface TimelineSlice {
  /** The part that is shown instead of the end; null at the end. */
  past: Past | null
  /** An item to bring into view and mark; another object each time. */
  shownItem: { id: string } | null
  /** The first item that was new when the conversation was opened, or came while nobody looked. */
  newFrom: string | null
  /** The newest item that was in view, or had been read before; null when it is none of those that are held. */
  seenTo: string | null
  /** What is looked for in this conversation, and where it stands, newest first; null while nobody looks. */
  find: { query: string; hits: { id: string }[]; at: number } | null
  openFind: () => void
  findHere: (query: string) => Promise<void>
  /** Goes `step` hits further back. */
  nextHit: (step: 1 | -1) => Promise<void>
  closeFind: () => void
  loadOlder: () => Promise<void>
  loadNewer: () => Promise<void>
  showItem: (id: string) => Promise<void>
  /** Brings the first thing of that day, or after it, into view. */
  showDay: (startOfDay: number) => Promise<void>
  toEnd: () => void
  /** The end is in view. */
  sawEnd: () => void
  /** Reads the part in the past again; nothing at the end. */
  refreshPast: () => Promise<void>
  noteNew: (detail: ConversationDetail) => void
  /** Another conversation is opened. */
  leaveTimeline: () => void
}

/** What is drawn of the open conversation. */
export function shownTimeline({ past, detail }: WindowState): TimelineWindow {
  return past ?? { items: detail?.timeline ?? [], hasOlder: detail?.hasOlder ?? false, hasNewer: false }
}

/** How much came in since the end was last in view, or since the conversation was last read. */
export function unseenBelow({ past, detail, seenTo, newFrom }: WindowState): number {
  if (past) return past.newer
  const happened = detail?.timeline.filter((item) => !isWaiting(item)) ?? []
  const placeOf = (id: string | null) => happened.findIndex((item) => item.id === id)
  const first = seenTo === null ? placeOf(newFrom) : placeOf(seenTo) + 1
  return first === -1 || (seenTo !== null && first === 0) ? 0 : happened.length - first
}

/** How much of the end is held, and so has to be read when something changes. */
export function heldItems({ detail, openId }: WindowState): number {
  const held = shows(detail, openId) ? detail.timeline.filter((item) => !isWaiting(item)).length : 0
  return Math.max(pageLength, held)
}

export function timelineSlice(bridge: Bridge): Slice<TimelineSlice> {
  return (set, get) => {
    let loading = false
    /** Counts where one was told to go: an answer that comes after the next word goes nowhere. */
    let journey = 0
    /** Counts what was looked for, for the same reason. */
    let search = 0
    /** The open conversation has been on screen. */
    let visited = false
    const read = async (part: Part, since?: string | null) => {
      const conversationId = get().openId
      if (conversationId === null) return null
      const result = await bridge.request('timeline:read', {
        conversationId,
        part,
        limit:
          part.kind === 'between' ? mostHeld : part.kind === 'around' || part.kind === 'from' ? pageLength : scrollStep,
        ...(since == null ? {} : { since }),
      })
      if (get().openId !== conversationId) return null
      return result.ok ? result.value : null
    }
    /** One page at a time: two at once would overtake each other. */
    const alone = async (load: () => Promise<void>): Promise<void> => {
      if (loading) return
      loading = true
      try {
        await load()
      } finally {
        loading = false
      }
    }
    const newest = (): string | null => get().detail?.timeline.findLast((item) => !isWaiting(item))?.id ?? null

    /** Where the part in the past has come to the end, the end itself takes its place. */
    const show = (held: TimelineWindow, newer = unseenBelow(get())): void => {
      const { detail } = get()
      if (!detail) return
      const { items, hasOlder, hasNewer } = held
      if (hasNewer) {
        set({ past: { items, hasOlder, hasNewer, newer } })
        return
      }
      const waiting = detail.timeline.filter(isWaiting)
      set({ past: null, detail: { ...detail, hasOlder, timeline: [...items, ...waiting] } })
      void get().refreshConversation()
    }
    const present = (): TimelineWindow => {
      const { items, ...more } = shownTimeline(get())
      return { ...more, items: items.filter((item) => !isWaiting(item)) }
    }
    const goTo = async (part: Part): Promise<void> => {
      const mine = (journey += 1)
      const page = await read(part)
      if (mine !== journey) return
      // The conversation itself may still be on its way.
      if (page && !get().detail) await get().refreshConversation()
      if (!page) return
      show(page)
      const id = page.anchor ?? page.items.at(-1)?.id
      if (id !== undefined) set({ shownItem: { id } })
    }

    return {
      past: null,
      shownItem: null,
      newFrom: null,
      seenTo: null,
      find: null,
      openFind: () => {
        if (get().find === null) set({ find: { query: '', hits: [], at: 0 } })
        else document.getElementById('find-here')?.focus()
      },
      findHere: async (typed) => {
        const query = typed.trim().slice(0, 200)
        const { find, openId } = get()
        search += 1
        const mine = search
        if (find === null || openId === null || find.query === query) return
        if (query === '') {
          set({ find: { query, hits: [], at: 0 } })
          return
        }
        const result = await bridge.request('timeline:find', { conversationId: openId, query })
        if (!result.ok || get().find === null || get().openId !== openId || mine !== search) return
        const { hits } = result.value
        set({ find: { query, hits, at: 0 } })
        if (hits[0]) await get().showItem(hits[0].id)
      },
      nextHit: async (step) => {
        const { find } = get()
        if (!find || find.hits.length === 0) return
        const at = (find.at + step + find.hits.length) % find.hits.length
        set({ find: { ...find, at } })
        const hit = find.hits[at]
        if (hit) await get().showItem(hit.id)
      },
      closeFind: () => set({ find: null }),
      loadOlder: () =>
        alone(async () => {
          const { items, hasOlder } = present()
          const [first] = items
          const page = hasOlder && first ? await read({ kind: 'before', id: first.id }) : null
          // Held anew meanwhile: the next scroll asks again.
          if (page && present().items[0]?.id === first?.id) show(withOlder(present(), page))
        }),
      loadNewer: () =>
        alone(async () => {
          const last = get().past?.items.at(-1)
          const page = last ? await read({ kind: 'after', id: last.id }) : null
          const { past } = get()
          if (page && past?.items.at(-1)?.id === last?.id) show(withNewer(present(), page))
        }),
      showItem: async (id) => {
        if (shownTimeline(get()).items.some((item: TimelineItem) => item.id === id)) {
          journey += 1
          set({ shownItem: { id } })
        } else await goTo({ kind: 'around', id })
      },
      showDay: (at) => goTo({ kind: 'from', at }),
      toEnd: () => {
        journey += 1
        const { detail } = get()
        set({ past: null, shownItem: null, ...(detail ? { detail: { ...detail, ...endOf(detail) } } : {}) })
      },
      sawEnd: () => {
        const seenTo = newest()
        if (get().past === null && seenTo !== null && seenTo !== get().seenTo) set({ seenTo })
      },
      refreshPast: async () => {
        const { past, seenTo, newFrom } = get()
        const [first] = past?.items ?? []
        const last = past?.items.at(-1)
        if (!past || !first || !last) return
        const page = await read({ kind: 'between', from: first.id, to: last.id }, seenTo ?? newFrom)
        const held = get().past
        // Where none of what is held was seen, the first new item itself is to be counted.
        const itself = seenTo === null && newFrom !== null ? 1 : 0
        if (page && held?.items[0]?.id === first.id && held.items.at(-1)?.id === last.id) {
          set({ past: { ...held, ...readAgain(held, page), hasNewer: true, newer: page.newer + itself } })
        }
      },
      noteNew: ({ firstNew, timeline }) => {
        const opened = !visited
        visited = true
        if (opened) {
          const happened = timeline.filter((item) => !isWaiting(item))
          const newAt = happened.findIndex(({ id }) => id === firstNew)
          set({ seenTo: happened[(newAt === -1 ? happened.length : newAt) - 1]?.id ?? null })
        }
        // Who looks at it sees it come.
        const looking = typeof document !== 'undefined' && document.hasFocus() && get().page === 'inbox'
        if (firstNew !== null && firstNew !== get().newFrom && (opened || !looking)) set({ newFrom: firstNew })
      },
      leaveTimeline: () => {
        visited = false
        journey += 1
        set({ past: null, shownItem: null, newFrom: null, seenTo: null, find: null })
      },
    }
  }
}
