import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { Ban, CalendarDays, SendHorizontal, Smile, StickyNote } from 'lucide-react'
import { TextArea, TextField } from 'react-aria-components'
import type { ConversationDetail } from '../../../electron/contract/view-models.ts'
import { api } from '../../api/ringback.ts'
import { focusOnceDrawn } from '../../commands/focus.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { inWords } from '../../text/in-words.ts'
import { text } from '../../text/index.ts'
import { ChooseNumber } from './choose-number.tsx'
import { ComposerKind } from './composer-kind.tsx'
import { insertAt } from './insert-at.ts'
import { QuietNow } from './later-field.tsx'
import { optionId, QuickReplyList } from './quick-reply-list.tsx'
import { segmentsHint } from './segments-hint.ts'
import { SendLater } from './send-later.tsx'
import { useQuickReplies } from './use-quick-replies.ts'
import './composer.css'

/** Where staff write: a text to the contact, or a note for each other that looks different and is never sent. */
export function Composer({ detail }: { detail: ConversationDetail }) {
  const isNote = useWindow((state) => state.writingNote[detail.id] === true)
  const { noTextReason } = detail
  return (
    <section className={isNote ? 'composer of-note' : 'composer'} aria-label={text.composer.label}>
      <div className="composer-head">
        <ComposerKind conversationId={detail.id} />
        {isNote ? null : <ChooseNumber detail={detail} />}
      </div>
      {isNote ? (
        <NoteComposer conversationId={detail.id} />
      ) : noTextReason === null ? (
        <TextComposer detail={detail} />
      ) : (
        <div className="composer-blocked">
          <Ban size={17} aria-hidden="true" />
          <p className="selectable">
            <strong>{text.composer.blocked}.</strong> {noTextReason}
          </p>
        </div>
      )}
    </section>
  )
}

/** Enter sends; what is not sent yet is kept for each conversation. */
function TextComposer({ detail }: { detail: ConversationDetail }) {
  const { id, bookingLink, quiet } = detail
  const draft = useWindow((state) => state.drafts[id] ?? '')
  const setDraft = useWindow((state) => state.setDraft)
  const sendText = useWindow((state) => state.sendText)
  const hasEmoji = useWindow((state) => state.info?.emojiPanel === true)
  const area = useCaretAtEnd()
  const [caret, setCaret] = useState(draft.length)
  const listId = useId()
  const hint = segmentsHint(draft)
  const sendable = hint !== null && !hint.tooLong

  // A link of another program, which asks for somebody to write to.
  const asked = useWindow((state) => state.askedToWriteTo === id)
  const askToWrite = useWindow((state) => state.askToWrite)
  useEffect(() => {
    if (!asked) return
    area.current?.focus()
    askToWrite(null)
  }, [area, asked, askToWrite])

  const replace = (next: string, position: number): void => {
    setDraft(id, next)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(position, position)
    })
  }
  const { shown, others, active, open, setActive, choose, onKey, onFocus } = useQuickReplies({
    conversationId: id,
    draft,
    caret,
    replace,
  })
  const send = (at?: number): void => {
    if (sendable) void sendText(id, draft, at)
  }
  /** By a button, which cannot be pressed any more then: whoever writes on does so in the field. */
  const sendByButton = (at?: number): void => focusOnceDrawn('composer', () => send(at))
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, its keys belong to it.
    if (event.nativeEvent.isComposing) return
    if (onKey(event)) event.preventDefault()
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
  }
  const insertLink = (): void => {
    if (bookingLink === null) return
    const position = area.current?.selectionStart ?? draft.length
    const next = insertAt(draft, bookingLink, position)
    replace(next, next.length - draft.length + position)
  }
  const openEmoji = (): void => {
    area.current?.focus()
    void api.request('app:emoji-panel', undefined)
  }

  return (
    <>
      {draft.trim() === '' ? null : <QuietNow conversationId={id} read={quiet} />}
      <div className="composer-box" {...(open ? { 'data-list-open': true } : {})}>
        {open ? (
          <QuickReplyList
            id={listId}
            shown={shown}
            others={others}
            active={active}
            onHover={setActive}
            onChoose={choose}
          />
        ) : null}
        <TextField
          aria-label={text.composer.label}
          value={draft}
          onChange={(value) => {
            setDraft(id, value)
            setCaret(area.current?.selectionStart ?? value.length)
          }}
        >
          <TextArea
            ref={area}
            id="composer"
            dir="auto"
            rows={2}
            spellCheck
            placeholder={text.composer.placeholder(inWords(nameOf(detail.contact)))}
            aria-autocomplete="list"
            {...(open && shown.length > 0
              ? { 'aria-controls': listId, 'aria-activedescendant': optionId(listId, active) }
              : {})}
            onFocus={onFocus}
            onKeyDown={onKeyDown}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          />
        </TextField>
        <div className="composer-tools">
          {bookingLink === null ? null : (
            <Button look="plain" size="small" onPress={insertLink}>
              <CalendarDays size={15} aria-hidden="true" />
              {text.composer.bookingLink}
            </Button>
          )}
          {hasEmoji ? (
            <Button look="plain" size="icon-only" aria-label={text.writing.emoji} onPress={openEmoji}>
              <Smile size={16} aria-hidden="true" />
            </Button>
          ) : null}
          <span className={hint?.tooLong ? 'segments problem' : 'segments'} role="status">
            {hint?.words ?? <span className="enter-hint">{text.composer.hint}</span>}
          </span>
          <SendLater conversationId={id} isDisabled={!sendable} onChoose={sendByButton} />
          <Button look="main" isDisabled={!sendable} onPress={() => sendByButton()}>
            {text.composer.send}
            <SendHorizontal size={15} aria-hidden="true" />
          </Button>
        </div>
      </div>
    </>
  )
}

/** Whoever comes back to a draft goes on behind it; a field that is new has its caret before what stands in it. */
function useCaretAtEnd(): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const length = area.current?.value.length ?? 0
    area.current?.setSelectionRange(length, length)
  }, [])
  return area
}

function NoteComposer({ conversationId }: { conversationId: string }) {
  const draft = useWindow((state) => state.noteDrafts[conversationId] ?? '')
  const setDraft = useWindow((state) => state.setNoteDraft)
  const saveNote = useWindow((state) => state.saveNote)
  const area = useCaretAtEnd()
  const ready = draft.trim() !== ''
  const save = (): void => {
    if (ready) void saveNote(conversationId, draft)
  }
  return (
    <div className="composer-box">
      <TextField aria-label={text.writing.note} value={draft} onChange={(value) => setDraft(conversationId, value)}>
        <TextArea
          ref={area}
          id="composer"
          dir="auto"
          rows={2}
          spellCheck
          maxLength={4000}
          placeholder={text.writing.notePlaceholder}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            save()
          }}
        />
      </TextField>
      <div className="composer-tools">
        <span className="segments">{text.writing.neverSent}</span>
        <Button isDisabled={!ready} onPress={() => focusOnceDrawn('composer', save)}>
          <StickyNote size={15} aria-hidden="true" />
          {text.writing.saveNote}
        </Button>
      </div>
    </div>
  )
}
