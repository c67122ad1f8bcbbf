/** The conversation that is open, and everything staff can do in it. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import { mostItems } from '../../electron/contract/timeline.ts'
import type { Failure, FailureCode } from '../../electron/contract/result.ts'
import type { ConversationDetail, ConversationState, MessageItem } from '../../electron/contract/view-models.ts'
import { text } from '../text/index.ts'
import { coalesce } from './coalesce.ts'
import { shownList } from './inbox-slice.ts'
import type { Slice } from './slice.ts'
import { putBack, readUnsent, withoutArrived, withUnsent, writeUnsent } from './unsent-texts.ts'
import type { UnsentTexts } from './unsent-texts.ts'

export interface ConversationSlice extends UnsentTexts {
  openId: string | null
  /** Null while it is being read. */
  detail: ConversationDetail | null
  detailFailure: Failure | null
  /** Texts on their way to the engine, shown at once; gone from here when the time line has them. */
  outgoing: { conversationId: string; item: MessageItem }[]
  /** Narrow windows show the contact on demand. */
  contactShown: boolean
  openConversation: (id: string | null) => void
  /** Opens the neighbour in the shown list: 1 the next, -1 the one before. */
  openNeighbour: (step: 1 | -1) => void
  refreshConversation: () => Promise<void>
  setDraft: (conversationId: string, draft: string) => void
  showContact: (shown: boolean) => void
  /** A text that was sent elsewhere (in a toast) and got no yes comes back as a draft, under the id it had. */
  keepLost: (conversationId: string, messageId: string, body: string) => void
  sendText: (conversationId: string, body: string) => Promise<void>
  sendAgain: (messageId: string) => Promise<void>
  markDone: (id: string) => Promise<void>
  reopen: (id: string) => Promise<void>
  optOut: (contactId: string, who: string) => Promise<void>
  optIn: (contactId: string) => Promise<void>
}

/** Failures that say for sure that the text was not taken. */
const refused: ReadonlySet<FailureCode> = new Set(['bad-input', 'not-found', 'not-allowed'])

/** What the contact is called on screen. */
export function nameOf(contact: { name: string | null; numberForPeople: string }): string {
  return contact.name ?? contact.numberForPeople
}

export function conversationSlice(bridge: Bridge): Slice<ConversationSlice> {
  return (set, get) => {
    const refresh = coalesce(async () => {
      const id = get().openId
      if (id === null) return
      const result = await bridge.request('conversations:get', { id, limit: mostItems })
      if (get().openId !== id) return
      if (!result.ok) {
        set({ detailFailure: result.failure })
        return
      }
      const detail = result.value
      const held = get().detail
      if (held?.id === id && held.revision > detail.revision) return
      const arrived = new Set(detail.timeline.map((item) => item.id))
      set(({ outgoing }) => ({
        detail,
        detailFailure: null,
        outgoing: outgoing.filter(({ item }) => !arrived.has(item.id)),
      }))
      keep(withoutArrived(get(), id, arrived))
    })

    const keep = ({ drafts, attempts }: UnsentTexts): void => {
      const held = get()
      if (drafts === held.drafts && attempts === held.attempts) return
      set({ drafts, attempts })
      writeUnsent({ drafts, attempts })
    }

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
      outgoing: [],
      ...readUnsent(),
      contactShown: false,
      openConversation: (id) => {
        if (id === get().openId) return
        set({ openId: id, detail: null, detailFailure: null, contactShown: false })
        void refresh()
      },
      openNeighbour: (step) => {
        const items = shownList(get())?.items ?? []
        const at = items.findIndex((item) => item.id === get().openId)
        const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step
        const item = items[next]
        if (item) get().openConversation(item.id)
      },
      refreshConversation: refresh,
      setDraft: (id, draft) => keep(withUnsent(get(), id, { draft })),
      showContact: (contactShown) => set({ contactShown }),
      keepLost: (id, messageId, body) => {
        const draft = putBack(get().drafts[id] ?? '', body)
        const attempts = [...(get().attempts[id] ?? []), { messageId, body, underWay: false }]
        keep(withUnsent(get(), id, { draft, attempts }))
        if (get().openId === id) void refresh()
      },
      sendText: async (id, typed) => {
        const body = typed.trim()
        if (body === '') return
        const attempts = () => get().attempts[id] ?? []
        const lost = attempts().filter(({ underWay }) => !underWay)
        const same = lost.find((attempt) => attempt.body === body)
        const messageId = same?.messageId ?? crypto.randomUUID()
        const item = outgoingText(messageId, body)
        set(({ outgoing }) => ({ outgoing: [...outgoing, { conversationId: id, item }] }))
        const others = attempts().filter((attempt) => attempt !== same)
        keep(withUnsent(get(), id, { draft: '', attempts: [...others, { messageId, body, underWay: true }] }))

        const instead = same ? [] : lost.map((attempt) => attempt.messageId)
        const result = await bridge.request('messages:send', {
          conversationId: id,
          messageId,
          body,
          ...(instead.length === 0 ? {} : { instead }),
        })
        if (result.ok) {
          const over = new Set([messageId, ...lost.map((attempt) => attempt.messageId)])
          keep(withUnsent(get(), id, { attempts: attempts().filter((attempt) => !over.has(attempt.messageId)) }))
          return refreshBoth()
        }
        // The time line showed it meanwhile: only the answer was lost.
        if (!attempts().some((attempt) => attempt.messageId === messageId)) return
        get().complain(result.failure)
        set(({ outgoing }) => ({ outgoing: outgoing.filter((other) => other.item !== item) }))
        // What was written must not be lost; what has been typed since then stays, too.
        const draft = putBack(get().drafts[id] ?? '', body)
        const rest = attempts().filter((attempt) => attempt.messageId !== messageId)
        const kept = refused.has(result.failure.code) ? [] : [{ messageId, body, underWay: false }]
        keep(withUnsent(get(), id, { draft, attempts: [...rest, ...kept] }))
        await refresh()
      },
      sendAgain: async (messageId) => {
        await get().run('messages:send-again', { id: messageId })
        await refresh()
      },
      markDone: async (id) => {
        const { detail } = get()
        const who = detail?.id === id ? nameOf(detail.contact) : ''
        const inTab = get().tab !== 'all' && get().tab !== 'done'
        const wasOpen = get().openId === id
        const items = shownList(get())?.items ?? []
        const at = items.findIndex((item) => item.id === id)
        const before = (detail?.id === id ? detail.state : items[at]?.state) ?? 'needs-reply'
        showState(id, 'done')
        if (!(await get().run('conversations:mark-done', { id }))) return refreshBoth()
        get().tell(text.conversation.markedDone(who), () => void undoDone(id, before))
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
          get().tell(text.contact.optedOut(who), () => void get().optIn(contactId))
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

function outgoingText(id: string, body: string): MessageItem {
  return {
    kind: 'message',
    id,
    at: Date.now(),
    direction: 'out',
    author: 'staff',
    body,
    state: 'queued',
    step: null,
    secondsAfterCall: null,
    problem: null,
    dueAt: null,
    pictures: [],
  }
}
