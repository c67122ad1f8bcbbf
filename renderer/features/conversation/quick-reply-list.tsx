import { useEffect, useRef } from 'react'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './quick-reply-list.css'

interface QuickReplyListProps {
  id: string
  shown: readonly QuickReply[]
  others: number
  active: number
  onHover: (active: number) => void
  onChoose: (reply: QuickReply) => void
}

/** The id of an option, for the field that the focus stays in. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

/** The quick replies that fit, above the field; the focus stays in the field. */
export function QuickReplyList({ id, shown, others, active, onHover, onChoose }: QuickReplyListProps) {
  const showSettings = useWindow((state) => state.showSettings)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // Pressed here, the field must not lose the focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="quick-replies" onMouseDown={(event) => event.preventDefault()}>
      {shown.length === 0 ? <p className="help">{text.writing.noReply}</p> : null}
      <div ref={list} id={id} role="listbox" aria-label={text.writing.quickReplies}>
        {shown.map((reply, index) => (
          // The keys are the field's, which points at the active one.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={reply.id}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            aria-disabled={reply.body === null}
            className="quick-reply"
            onMouseMove={() => onHover(index)}
            onClick={() => onChoose(reply)}
          >
            <strong className="one-line">{reply.name}</strong>
            <span className="one-line theirs">{reply.body ?? text.writing.fieldMissing}</span>
          </div>
        ))}
      </div>
      <footer>
        <span>{others > 0 ? text.writing.moreReplies(others) : text.writing.replyKeys}</span>
        <Button look="link" excludeFromTabOrder onPress={() => showSettings('replies')}>
          {text.writing.manage}
        </Button>
      </footer>
    </div>
  )
}
