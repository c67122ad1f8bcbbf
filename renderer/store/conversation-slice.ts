/** The conversation that is open, and what staff can do with it as a whole. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import type {
  ConversationDetail,
  ConversationListItem,
  ConversationState,
} from '../../electron/contract/view-models.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
import { coalesce } from './coalesce.ts'
import { shownList } from './inbox-slice.ts'
import { shows, standsFor } from './same-person.ts'
import { shareUnchanged } from './share.ts'
import type { Slice } from './slice.ts'
import { heldItems } from './timeline-slice.ts'

export interface ConversationSlice {
  openId: string | null
  /** Null while it is being read. */
  detail: ConversationDetail | null
  detailFailure: Failure | null
  /** Narrow windows show the contact on demand. */
  contactShown: boolean
  /** `itemId`: opened there, with that item marked, instead of at the end. */
  openConversation: (id: string | null, at?: { itemId: string }) => void
  /** Opens a row of the list: where it is found by what was said, there. */
  openRow: (item: Pick<ConversationListItem, 'id' | 'others' | 'hit'>) => void
  /** The text that is being written goes to the person's other number, whose conversation this is. */
  writeTo: (id: string) => void
  /** The conversation whose field to write in takes the focus as soon as it is there; null for none. */
  askedToWriteTo: string | null
  askToWrite: (id: string | null) => void
  /** Opens the neighbour in the shown list: 1 the next, -1 the one before. */
  openNeighbour: (step: 1 | -1) => void
  refreshConversation: () => Promise<void>
  showContact: (shown: boolean) => void
  markDone: (id: string) => Promise<void>
  reopen: (id: string) => Promise<void>
  optOut: (contactId: string, who: string) => Promise<void>
  optIn: (contactId: string) => Promise<void>
}

/** What the contact is called on screen. */
export function nameOf(contact: { name: string | null; numberForPeople: string }): string {
  return contact.name ?? contact.numberForPeople
}

export function conversationSlice(bridge: Bridge): Slice<ConversationSlice> {
  return (set, get) => {
    const refresh = coalesce(async () => {
      const id = get().openId
      if (id === null) return
      const limit = heldItems(get())
      const [result] = await Promise.all([bridge.request('conversations:get', { id, limit }), get().refreshPast()])
      if (get().openId !== id) return
      if (!result.ok) {
        set({ detailFailure: result.failure })
        return
      }
      const detail = result.value
      const held = get().detail
      if (held?.id === id && held.revision > detail.revision) return
      if (heldItems(get()) > limit) {
        // More has been scrolled to meanwhile, which this answer would take away.
        void refresh()
        return
      }
      const timeline = shareUnchanged(shows(held, id) ? held.timeline : [], detail.timeline)
      get().noteNew(detail)
      set({ detail: { ...detail, timeline }, detailFailure: null })
      get().forgetArrived(id, new Set(timeline.map((item) => item.id)))
    })

    /** Shows the new state before the engine has confirmed it; the next snapshot tells the truth either way. */
    const showState = (id: string, state: ConversationState): void =>
      set(({ detail }) => (detail?.id === id ? { detail: { ...detail, state } } : {}))

    const refreshBoth = async (): Promise<void> => {
      await Promise.all([get().refreshList(), refresh()])
    }

    const undoDone = async (id: string, before: ConversationState): Promise<void> => {
      showState(id, before)
      await get().run('conversations:undo-done', { id })
      await refreshBoth()
    }

    return {
      openId: null,
      detail: null,
      detailFailure: null,
      contactShown: false,
      askedToWriteTo: null,
      askToWrite: (askedToWriteTo) => set({ askedToWriteTo }),
      openConversation: (id, at) => {
        if (id !== get().openId) {
          // Another number of the same person has the same time line.
          if (shows(get().detail, id)) set({ openId: id })
          else {
            set({ openId: id, detail: null, detailFailure: null, contactShown: false })
            get().leaveTimeline()
          }
          void refresh()
        }
        if (id !== null && at) void get().showItem(at.itemId)
      },
      openRow: (item) => {
        const { openId, openConversation } = get()
        const itemId = item.hit?.said?.itemId ?? null
        // The number that is written to stays the one that staff chose.
        const id = openId !== null && standsFor(item, openId) ? openId : item.id
        openConversation(id, ...(itemId === null ? [] : [{ itemId }]))
        // What is noted of the contact stands beside the conversation.
        if (item.hit?.said && itemId === null) set({ contactShown: true })
      },
      writeTo: (id) => {
        const { openId, drafts, setDraft } = get()
        const draft = openId === null ? '' : (drafts[openId] ?? '')
        if (openId !== null && draft !== '' && (drafts[id] ?? '') === '') {
          setDraft(id, draft)
          setDraft(openId, '')
        }
        get().openConversation(id)
      },
      openNeighbour: (step) => {
        const items = shownList(get())?.items ?? []
        const at = items.findIndex((item) => standsFor(item, get().openId))
        const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step
        const item = items[next]
        if (item) get().openRow(item)
      },
      refreshConversation: refresh,
      showContact: (contactShown) => set({ contactShown }),
      markDone: async (id) => {
        const { detail } = get()
        const who = detail?.id === id ? nameOf(detail.contact) : ''
        const inTab = get().tab !== 'all' && get().tab !== 'done'
        const wasOpen = get().openId === id
        const items = shownList(get())?.items ?? []
        const at = items.findIndex((item) => standsFor(item, id))
        const before = (detail?.id === id ? detail.state : items[at]?.state) ?? 'needs-reply'
        showState(id, 'done')
        if (!(await get().run('conversations:mark-done', { id }))) return refreshBoth()
        get().tell(text.conversation.markedDone(inWords(who)), () => void undoDone(id, before))
        if (inTab && wasOpen && get().openId === id) {
          get().openConversation((items[at + 1] ?? items[at - 1])?.id ?? null)
        }
        await refreshBoth()
      },
      reopen: async (id) => {
        showState(id, 'needs-reply')
        await get().run('conversations:reopen', { id })
        await refreshBoth()
      },
      optOut: async (contactId, who) => {
        if (await get().run('contacts:opt-out', { id: contactId })) {
          // What the contact wrote themselves meanwhile is not taken back by this.
          const undo = () =>
            get()
              .run('contacts:opt-out-many', { ids: [contactId], wish: 'texts' })
              .then(refreshBoth)
          get().tell(text.contact.optedOut(inWords(who)), () => void undo())
        }
        await refreshBoth()
      },
      optIn: async (contactId) => {
        await get().run('contacts:opt-in', { id: contactId })
        await refreshBoth()
      },
    }
  }
}
