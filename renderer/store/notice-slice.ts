/**
 * Short notices at the foot of the window: what was done (with undo) and what could not be done (with a remedy). What
 * can be undone stays so for Ctrl-Z after its notice is gone.
 */
import type { CommandInput, CommandName } from '../../electron/contract/commands.ts'
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { Failure } from '../../electron/contract/result.ts'
import { text } from '../text/index.ts'
import type { Slice } from './slice.ts'

export interface Notice {
  id: number
  kind: 'done' | 'trouble'
  message: string
  remedy: string | null
  undo: (() => void) | null
}

/** A deed with the words that tell of it, or a text that has not gone yet, which shows by itself where it went. */
type Undoable = { undo: () => void } & ({ what: string } | { conversationId: string; messageId: string })

export interface NoticeSlice {
  notices: Notice[]
  /** What Ctrl-Z takes back, the latest last. */
  undoable: Undoable[]
  /**
   * Says what was done. With `undo` a button stands beside it, and Ctrl-Z does the same: it takes the deed back, once,
   * and complains by itself where it cannot.
   */
  tell: (message: string, undo?: () => void) => void
  /** A text was sent that can be taken back for so many ms. */
  offerToTakeBack: (conversationId: string, messageId: string, ms: number) => void
  /** It is over, or was taken back. */
  offerNoMore: (messageId: string) => void
  /** Takes back the latest deed that was told with an `undo`; nothing where there is none. */
  undoLast: () => void
  /** Says what could not be done. */
  complain: (failure: Failure) => void
  dismiss: (id: number) => void
  /** Sends a command whose only answer is yes or no; a no becomes a notice. True when it worked. */
  run: <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<boolean>
}

/** More than this at a time would cover the list. */
const mostNotices = 3
/** Who goes further back than this no longer knows what they are undoing. */
const mostUndoable = 20

export function noticeSlice(bridge: Bridge): Slice<NoticeSlice> {
  let lastId = 0
  return (set, get) => {
    const add = (notice: Omit<Notice, 'id'>): number => {
      lastId += 1
      const id = lastId
      set(({ notices }) => ({ notices: [...notices, { ...notice, id }].slice(-mostNotices) }))
      return id
    }
    const say = (message: string, undo: (() => void) | null): number =>
      add({ kind: 'done', message, remedy: null, undo })
    return {
      notices: [],
      undoable: [],
      tell: (what, undo) => {
        if (!undo) {
          say(what, null)
          return
        }
        const deed = {
          what,
          undo: () => {
            // By the button and by the key, or pressed twice: once.
            if (!get().undoable.includes(deed)) return
            set(({ undoable }) => ({ undoable: undoable.filter((other) => other !== deed) }))
            get().dismiss(id)
            undo()
          },
        }
        const id = say(what, deed.undo)
        set(({ undoable }) => ({ undoable: [...undoable, deed].slice(-mostUndoable) }))
      },
      offerToTakeBack: (conversationId, messageId, ms) => {
        const undo = (): void => {
          // Where it comes back to.
          get().showPage('inbox')
          if (get().openId !== conversationId) get().openConversation(conversationId)
          void get().takeBack(conversationId, messageId)
        }
        set(({ undoable }) => ({ undoable: [...undoable, { conversationId, messageId, undo }].slice(-mostUndoable) }))
        setTimeout(() => get().offerNoMore(messageId), ms)
      },
      offerNoMore: (messageId) =>
        set(({ undoable }) => {
          const rest = undoable.filter((deed) => !('messageId' in deed) || deed.messageId !== messageId)
          return rest.length < undoable.length ? { undoable: rest } : {}
        }),
      undoLast: () => {
        const deed = get().undoable.at(-1)
        if (!deed) return
        if ('messageId' in deed) {
          deed.undo()
          return
        }
        const shown = get().notices.some(({ undo }) => undo === deed.undo)
        deed.undo()
        // Whose notice is still there sees it go; otherwise it must be said what was taken back.
        if (!shown) say(text.app.undone(deed.what), null)
      },
      complain: ({ code, message, remedy }) => {
        // The window shows nothing else then.
        if (code !== 'locked') add({ kind: 'trouble', message, remedy: remedy ?? null, undo: null })
      },
      dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
      run: async (name, input) => {
        const result = await bridge.request(name, input)
        if (!result.ok) get().complain(result.failure)
        return result.ok
      },
    }
  }
}
