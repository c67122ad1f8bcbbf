import { useCallback, useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { useWindow } from '../../store/window-store.ts'
import { askedAt, fitting } from './quick-reply-search.ts'

/** So many are drawn; whoever wants another one types on. */
const mostShown = 50

interface QuickReplies {
  shown: QuickReply[]
  /** Those that fit besides the ones shown. */
  others: number
  active: number
  open: boolean
  setActive: (active: number) => void
  choose: (reply: QuickReply) => void
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean
  /** Reads them ahead of the slash, and anew: the contact may have another name by now. */
  onFocus: () => void
}

interface Options {
  conversationId: string
  draft: string
  caret: number
  /** Puts a reply in: the draft anew, and where the caret comes to stand. */
  replace: (draft: string, caret: number) => void
}

/** The list that a slash opens: filtered as one types, chosen by key or mouse, put in with its fields filled. */
export function useQuickReplies({ conversationId, draft, caret, replace }: Options): QuickReplies {
  const held = useWindow((state) => state.quickReplies)
  const load = useWindow((state) => state.loadQuickReplies)
  const used = useWindow((state) => state.useQuickReply)
  const [active, setActive] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const asked = useMemo(() => askedAt(draft, caret), [draft, caret])
  const replies = held?.conversationId === conversationId ? held.replies : null
  const wanted = asked !== null
  useEffect(() => {
    if (wanted && replies === null) void load(conversationId)
  }, [wanted, replies, conversationId, load])
  const onFocus = useCallback(() => void load(conversationId), [load, conversationId])
  const found = useMemo(() => (asked && replies ? fitting(replies, asked.query) : []), [asked, replies])
  const query = asked?.query
  useEffect(() => setActive(0), [query])
  // Escape closes it for this slash.
  useEffect(() => {
    if (asked?.start !== closedAt) setClosedAt(null)
  }, [asked?.start, closedAt])
  const shown = found.slice(0, mostShown)
  const open =
    asked !== null && closedAt !== asked.start && replies !== null && (found.length > 0 || isOneWord(asked.query))

  const choose = (reply: QuickReply): void => {
    if (!asked || reply.body === null) return
    const before = draft.slice(0, asked.start) + reply.body
    replace(before + draft.slice(caret), before.length)
    used(reply.id)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (!open) return false
    const reply = shown[active]
    switch (event.key) {
      case 'ArrowDown':
        setActive((active + 1) % Math.max(1, shown.length))
        return true
      case 'ArrowUp':
        setActive((active - 1 + shown.length) % Math.max(1, shown.length))
        return true
      case 'Enter':
      case 'Tab':
        if (!reply || event.shiftKey) return false
        choose(reply)
        return true
      case 'Escape':
        setClosedAt(asked?.start ?? null)
        return true
      default:
        return false
    }
  }
  return { shown, others: found.length - shown.length, active, open, setActive, choose, onKey, onFocus }
}

function isOneWord(query: string): boolean {
  return !/\s/.test(query)
}
