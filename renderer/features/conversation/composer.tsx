import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { Ban, CalendarDays, SendHorizontal } from 'lucide-react'
import { TextArea, TextField } from 'react-aria-components'
import type { ConversationDetail } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { insertAt } from './insert-at.ts'
import { segmentsHint } from './segments-hint.ts'

/** Where staff write. Enter sends; what is not sent yet is kept for each conversation. */
export function Composer({ detail }: { detail: ConversationDetail }) {
  const { noTextReason } = detail
  if (noTextReason !== null) {
    return (
      <section className="composer blocked" aria-label={text.composer.label}>
        <Ban size={17} aria-hidden="true" />
        <p className="selectable">
          <strong>{text.composer.blocked}.</strong> {noTextReason}
        </p>
      </section>
    )
  }
  return <OpenComposer detail={detail} />
}

function OpenComposer({ detail }: { detail: ConversationDetail }) {
  const { id, bookingLink } = detail
  const draft = useWindow((state) => state.drafts[id] ?? '')
  const setDraft = useWindow((state) => state.setDraft)
  const sendText = useWindow((state) => state.sendText)
  const area = useRef<HTMLTextAreaElement>(null)
  const hint = segmentsHint(draft)
  const sendable = hint !== null && !hint.tooLong

  const send = (): void => {
    if (sendable) void sendText(id, draft)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const insertLink = (): void => {
    if (bookingLink === null) return
    setDraft(id, insertAt(draft, bookingLink, area.current?.selectionStart ?? draft.length))
    area.current?.focus()
  }

  return (
    <section className="composer" aria-label={text.composer.label}>
      <div className="composer-box">
        <TextField aria-label={text.composer.label} value={draft} onChange={(value) => setDraft(id, value)}>
          <TextArea
            ref={area}
            id="composer"
            dir="auto"
            rows={2}
            placeholder={text.composer.placeholder(nameOf(detail.contact))}
            onKeyDown={onKeyDown}
          />
        </TextField>
        <div className="composer-tools">
          {bookingLink === null ? null : (
            <Button look="plain" size="small" onPress={insertLink}>
              <CalendarDays size={15} aria-hidden="true" />
              {text.composer.bookingLink}
            </Button>
          )}
          <span className={hint?.tooLong ? 'segments problem' : 'segments'} role="status">
            {hint?.words ?? <span className="enter-hint">{text.composer.hint}</span>}
          </span>
          <Button look="main" isDisabled={!sendable} onPress={send}>
            {text.composer.send}
            <SendHorizontal size={15} aria-hidden="true" />
          </Button>
        </div>
      </div>
    </section>
  )
}
