/** Texts by staff, from the first letter typed until the engine has them, and those that wait there. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { CommandInput } from '../../electron/contract/commands.ts'
import type { FailureCode } from '../../electron/contract/result.ts'
import type { MessageItem } from '../../electron/contract/view-models.ts'
import type { Slice } from './slice.ts'
import { putBack, readUnsent, withoutArrived, withUnsent, writeUnsent } from './unsent-texts.ts'
import type { UnsentTexts } from './unsent-texts.ts'

type When = NonNullable<CommandInput<'messages:send'>['when']>

export interface SendingSlice extends UnsentTexts {
  /** Texts on their way to the engine, shown at once; gone from here when the time line has them. */
  outgoing: { conversationId: string; item: MessageItem }[]
  setDraft: (conversationId: string, draft: string) => void
  /** A text that was sent elsewhere (in a toast) and got no yes comes back as a draft, under the id it had. */
  keepLost: (conversationId: string, messageId: string, body: string) => void
  /** `at`: then, and not as soon as it can no longer be undone. */
  sendText: (conversationId: string, body: string, at?: number) => Promise<void>
  sendAgain: (messageId: string) => Promise<void>
  /** Takes a waiting text back into the composer. */
  takeBack: (conversationId: string, messageId: string) => Promise<void>
  /** Other words or another time for a waiting text; `at` null sends it now. True when it worked. */
  changeWaiting: (change: CommandInput<'messages:change'>) => Promise<boolean>
  /** The time line has these messages. */
  forgetArrived: (conversationId: string, arrived: ReadonlySet<string>) => void
}

/** Failures that say for sure that the text was not taken. */
const refused: ReadonlySet<FailureCode> = new Set(['bad-input', 'not-found', 'not-allowed'])

export function sendingSlice(bridge: Bridge): Slice<SendingSlice> {
  return (set, get) => {
    const keep = ({ drafts, attempts }: UnsentTexts): void => {
      const held = get()
      if (drafts === held.drafts && attempts === held.attempts) return
      set({ drafts, attempts })
      writeUnsent({ drafts, attempts })
    }

    const refreshBoth = async (): Promise<void> => {
      await Promise.all([get().refreshList(), get().refreshConversation()])
    }

    return {
      outgoing: [],
      ...readUnsent(),
      setDraft: (id, draft) => {
        keep(withUnsent(get(), id, { draft }))
        get().keepDraft(id, 'text', draft)
      },
      keepLost: (id, messageId, body) => {
        const draft = putBack(get().drafts[id] ?? '', body)
        const attempts = [...(get().attempts[id] ?? []), { messageId, body, underWay: false }]
        keep(withUnsent(get(), id, { draft, attempts }))
        if (get().openId === id) void get().refreshConversation()
      },
      sendText: async (id, typed, at) => {
        const body = typed.trim()
        if (body === '') return
        const attempts = () => get().attempts[id] ?? []
        const lost = attempts().filter(({ underWay }) => !underWay)
        const same = lost.find((attempt) => attempt.body === body)
        const messageId = same?.messageId ?? crypto.randomUUID()
        const when: When = at === undefined ? { kind: 'undoable' } : { kind: 'at', at }
        const item = outgoingText(messageId, body, when, get().settings?.writing.undoSeconds ?? 0)
        set(({ outgoing }) => ({ outgoing: [...outgoing, { conversationId: id, item }] }))
        const others = attempts().filter((attempt) => attempt !== same)
        keep(withUnsent(get(), id, { draft: '', attempts: [...others, { messageId, body, underWay: true }] }))
        get().forgetDraft(id, 'text')
        if (item.waits === 'undo' && item.dueAt !== null) {
          get().offerToTakeBack(id, messageId, item.dueAt - Date.now())
        }

        const instead = same ? [] : lost.map((attempt) => attempt.messageId)
        const result = await bridge.request('messages:send', {
          conversationId: id,
          messageId,
          body,
          when,
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
        get().offerNoMore(messageId)
        set(({ outgoing }) => ({ outgoing: outgoing.filter((other) => other.item !== item) }))
        // What was written must not be lost; what has been typed since then stays, too.
        const draft = putBack(get().drafts[id] ?? '', body)
        const rest = attempts().filter((attempt) => attempt.messageId !== messageId)
        const kept = refused.has(result.failure.code) ? [] : [{ messageId, body, underWay: false }]
        keep(withUnsent(get(), id, { draft, attempts: [...rest, ...kept] }))
        get().keepDraft(id, 'text', draft)
        await get().refreshConversation()
      },
      sendAgain: async (messageId) => {
        await get().run('messages:send-again', { id: messageId })
        await get().refreshConversation()
      },
      takeBack: async (id, messageId) => {
        get().offerNoMore(messageId)
        const result = await bridge.request('messages:cancel', { id: messageId })
        if (result.ok) {
          set(({ outgoing }) => ({ outgoing: outgoing.filter(({ item }) => item.id !== messageId) }))
          get().setDraft(id, putBack(get().drafts[id] ?? '', result.value.body))
        } else get().complain(result.failure)
        await refreshBoth()
      },
      changeWaiting: async (change) => {
        const changed = await get().run('messages:change', change)
        await get().refreshConversation()
        return changed
      },
      forgetArrived: (id, arrived) => {
        const outgoing = get().outgoing.filter(({ item }) => !arrived.has(item.id))
        if (outgoing.length < get().outgoing.length) set({ outgoing })
        keep(withoutArrived(get(), id, arrived))
      },
    }
  }
}

function outgoingText(id: string, body: string, when: When, undoSeconds: number): MessageItem {
  const now = Date.now()
  const undoable = when.kind === 'undoable' && undoSeconds > 0
  return {
    kind: 'message',
    id,
    at: now,
    direction: 'out',
    author: 'staff',
    body,
    state: 'queued',
    step: null,
    secondsAfterCall: null,
    problem: null,
    dueAt: when.kind === 'at' ? when.at : undoable ? now + undoSeconds * 1000 : null,
    waits: when.kind === 'at' ? 'time' : undoable ? 'undo' : null,
    pictures: [],
  }
}
