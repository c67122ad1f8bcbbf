/** What staff write with: drafts that outlive everything, notes, quick replies. */
import type { Bridge } from '../../electron/contract/bridge.ts'
import type { QuickReply, WritingKind } from '../../electron/contract/writing.ts'
import { inWords } from '../text/in-words.ts'
import { text } from '../text/index.ts'
import { keyOf, recent, reconcile } from './drafts.ts'
import type { DraftTimes, KeptDraft } from './drafts.ts'
import type { Slice } from './slice.ts'
import { readRecord, readTexts, withEntry, writeRecord } from './stored-record.ts'
import { putBack, withUnsent, writeUnsent } from './unsent-texts.ts'

export interface WritingSlice {
  /** What the composer writes, by conversation; a text where nothing is said. */
  writingNote: Record<string, true>
  noteDrafts: Record<string, string>
  /** Other words for notes that are not saved yet, by note. */
  noteEdits: Record<string, string>
  /** Filled in for `conversationId`; null for the settings, where nothing is filled in. */
  quickReplies: { conversationId: string | null; replies: QuickReply[] } | null
  writeNote: (conversationId: string, isNote: boolean) => void
  /** Null: it stays as it is. */
  editNote: (noteId: string, words: string | null) => void
  setNoteDraft: (conversationId: string, draft: string) => void
  /** Writes a note into the conversation, or other words into one. True when it worked. */
  saveNote: (conversationId: string, body: string, noteId?: string) => Promise<boolean>
  deleteNote: (noteId: string) => Promise<void>
  /** Keeps a draft with the inbox, too, as soon as nobody types. */
  keepDraft: (conversationId: string, kind: WritingKind, body: string) => void
  /** The draft was sent: whoever took it has taken it off the inbox. */
  forgetDraft: (conversationId: string, kind: WritingKind) => void
  /** The engine is there: both places learn what the other has. */
  syncDrafts: () => Promise<void>
  /** Somebody was erased: nothing that was written for them stays in the window. */
  forgetErased: () => Promise<void>
  loadQuickReplies: (conversationId: string | null) => Promise<void>
  useQuickReply: (id: string) => void
  saveQuickReply: (reply: { id: string; name: string; template: string }) => Promise<boolean>
  deleteQuickReply: (reply: { id: string; name: string }) => Promise<void>
}

const notesKey = 'ringback.note-drafts'
const editsKey = 'ringback.note-edits'
const timesKey = 'ringback.draft-times'
/** Ms without a key before a draft is kept with the inbox. */
const quiet = 500
/** Ms after which one is kept even while somebody types: a PC that loses power then loses no more than that. */
const longest = 2000
/** Ms before an inbox that did not take one (a full disk) is asked again. */
const restAfterRefusal = 5000

export function writingSlice(bridge: Bridge): Slice<WritingSlice> {
  let times: DraftTimes = Object.fromEntries(
    Object.entries(readRecord(timesKey)).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Since when a draft has been changed and not been kept, epoch ms. */
  const unkeptSince = new Map<string, number>()

  const changedNow = (draft: Pick<KeptDraft, 'conversationId' | 'kind'>): void => {
    times = { ...times, [keyOf(draft)]: Date.now() }
    writeRecord(timesKey, times)
  }
  const stopTimer = (draft: Pick<KeptDraft, 'conversationId' | 'kind'>): void => {
    clearTimeout(timers.get(keyOf(draft)))
    timers.delete(keyOf(draft))
  }
  /** Ms until a draft that was changed just now is kept. */
  const untilKept = (draft: KeptDraft): number => {
    const now = Date.now()
    const since = unkeptSince.get(keyOf(draft)) ?? now
    unkeptSince.set(keyOf(draft), since)
    return Math.min(quiet, Math.max(0, since + longest - now))
  }

  const keepSoon = (draft: KeptDraft, wait: number): void => {
    stopTimer(draft)
    const timer = setTimeout(async () => {
      unkeptSince.delete(keyOf(draft))
      const kept = await bridge.request('drafts:save', draft)
      // Unless it has been changed, or sent, meanwhile; or is too long to be kept, ever.
      const isHopeless = !kept.ok && kept.failure.code === 'bad-input'
      if (!kept.ok && !isHopeless && timers.get(keyOf(draft)) === timer) keepSoon(draft, restAfterRefusal)
    }, wait)
    timers.set(keyOf(draft), timer)
  }

  return (set, get) => {
    let repliesFor: string | null = null
    const showNoteDraft = (conversationId: string, draft: string): void => {
      const noteDrafts = withEntry(get().noteDrafts, conversationId, draft === '' ? null : draft)
      set({ noteDrafts })
      writeRecord(notesKey, noteDrafts)
    }
    const showTextDraft = (conversationId: string, draft: string, tried?: []): void => {
      const { drafts, attempts } = withUnsent(get(), conversationId, { draft, ...(tried ? { attempts: tried } : {}) })
      set({ drafts, attempts })
      writeUnsent({ drafts, attempts })
    }
    const ours = (): KeptDraft[] => [
      ...Object.entries(get().drafts).map(([conversationId, body]) => ({
        conversationId,
        kind: 'text' as const,
        body,
      })),
      ...Object.entries(get().noteDrafts).map(([conversationId, body]) => {
        return { conversationId, kind: 'note' as const, body }
      }),
    ]
    const reload = async (): Promise<void> => {
      const { quickReplies } = get()
      if (quickReplies) await get().loadQuickReplies(quickReplies.conversationId)
    }

    return {
      writingNote: {},
      noteDrafts: readTexts(notesKey),
      noteEdits: readTexts(editsKey),
      quickReplies: null,
      writeNote: (id, isNote) => set({ writingNote: withEntry(get().writingNote, id, isNote ? true : null) }),
      editNote: (noteId, words) => {
        const noteEdits = withEntry(get().noteEdits, noteId, words)
        set({ noteEdits })
        writeRecord(editsKey, noteEdits)
      },
      setNoteDraft: (id, draft) => {
        showNoteDraft(id, draft)
        get().keepDraft(id, 'note', draft)
      },
      saveNote: async (conversationId, typed, noteId) => {
        const body = typed.trim()
        if (body === '') return false
        const fresh = noteId === undefined
        if (fresh) get().setNoteDraft(conversationId, '')
        const saved = await get().run('notes:save', { conversationId, noteId: noteId ?? crypto.randomUUID(), body })
        if (saved && noteId !== undefined) get().editNote(noteId, null)
        if (!saved && fresh) {
          get().setNoteDraft(conversationId, putBack(get().noteDrafts[conversationId] ?? '', body))
        }
        await get().refreshConversation()
        return saved
      },
      deleteNote: async (noteId) => {
        if (await get().run('notes:delete', { noteId })) {
          get().tell(text.writing.noteDeleted, () => {
            void get()
              .run('notes:undo-delete', { noteId })
              .then(() => get().refreshConversation())
          })
        }
        await get().refreshConversation()
      },
      keepDraft: (conversationId, kind, body) => {
        const draft = { conversationId, kind, body }
        changedNow(draft)
        keepSoon(draft, untilKept(draft))
      },
      forgetDraft: (conversationId, kind) => {
        changedNow({ conversationId, kind })
        stopTimer({ conversationId, kind })
        unkeptSince.delete(keyOf({ conversationId, kind }))
      },
      syncDrafts: async () => {
        const result = await bridge.request('drafts:list', undefined)
        if (!result.ok) return
        const { forWindow, forInbox } = reconcile(ours(), times, result.value.drafts)
        for (const { conversationId, kind, body } of forWindow) {
          if (kind === 'note') showNoteDraft(conversationId, body)
          else showTextDraft(conversationId, body)
          changedNow({ conversationId, kind })
        }
        times = recent(times, ours(), Date.now())
        writeRecord(timesKey, times)
        await Promise.all(
          forInbox.map(async (draft) => {
            const kept = await bridge.request('drafts:save', draft)
            if (!kept.ok || !kept.value.gone) return
            if (draft.kind === 'note') showNoteDraft(draft.conversationId, '')
            else showTextDraft(draft.conversationId, '', [])
          }),
        )
      },
      forgetErased: async () => {
        // Whose notes they are of, nobody knows any more.
        set({ noteEdits: {} })
        writeRecord(editsKey, {})
        await get().syncDrafts()
      },
      loadQuickReplies: async (conversationId) => {
        repliesFor = conversationId
        const result = await bridge.request('quick-replies:list', { conversationId, language: get().language })
        if (result.ok && repliesFor === conversationId)
          set({ quickReplies: { conversationId, replies: result.value.replies } })
      },
      useQuickReply: (id) => void bridge.request('quick-replies:used', { id }).then(reload),
      saveQuickReply: async (reply) => {
        const saved = await get().run('quick-replies:save', reply)
        await reload()
        return saved
      },
      deleteQuickReply: async ({ id, name }) => {
        if (await get().run('quick-replies:delete', { id })) {
          get().tell(text.writing.replyDeleted(inWords(name)), () => {
            void get().run('quick-replies:undo-delete', { id }).then(reload)
          })
        }
        await reload()
      },
    }
  }
}
