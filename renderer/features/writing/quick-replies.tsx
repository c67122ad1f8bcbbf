import { useEffect, useState } from 'react'
import { MessageSquareQuote, Pencil, Plus, Trash2 } from 'lucide-react'
import { Label, RadioGroup } from 'react-aria-components'
import type { QuickReply } from '../../../electron/contract/writing.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { QuickReplyForm } from './quick-reply-form.tsx'
import './writing.css'

/** The choices of the setting; the engine takes any number of seconds up to ten. */
const seconds = [0, 3, 5, 10]

/** What staff write often, and how long they can take a text back. */
export function QuickReplies({ undoSeconds }: { undoSeconds: number }) {
  const held = useWindow((state) => state.quickReplies)
  const load = useWindow((state) => state.loadQuickReplies)
  const run = useWindow((state) => state.run)
  const [editing, setEditing] = useState<QuickReply | 'new' | null>(null)
  useEffect(() => void load(null), [load])
  const replies = held?.conversationId === null ? held.replies : null
  const choices = seconds.includes(undoSeconds) ? seconds : [...seconds, undoSeconds].sort((a, b) => a - b)
  return (
    <div className="quick-reply-page">
      <header>
        <h2>{text.writing.quickReplies}</h2>
        <p className="form-lead">{text.writing.repliesLead}</p>
      </header>
      {replies === null ? (
        <div className="reply-rows" role="status" aria-busy="true" aria-label={text.app.loading}>
          <span className="skeleton" />
          <span className="skeleton" />
        </div>
      ) : replies.length === 0 ? (
        <div className="empty">
          <MessageSquareQuote size={24} strokeWidth={1.6} aria-hidden="true" />
          <strong>{text.writing.noReplies}</strong>
          <p>{text.writing.noRepliesBody}</p>
        </div>
      ) : (
        <ul className="reply-rows">
          {replies.map((reply) => (
            <ReplyRow key={reply.id} reply={reply} onEdit={() => setEditing(reply)} />
          ))}
        </ul>
      )}
      <Button onPress={() => setEditing('new')}>
        <Plus size={15} aria-hidden="true" />
        {text.writing.addReply}
      </Button>
      <RadioGroup
        className="answers"
        value={String(undoSeconds)}
        onChange={(chosen) => void run('settings:save-writing', { undoSeconds: Number(chosen) })}
      >
        <Label>{text.writing.undoTitle}</Label>
        <p className="help">{text.writing.undoHelp}</p>
        {choices.map((each) => (
          <Choice key={each} value={String(each)}>
            {text.writing.undoChoice(each)}
          </Choice>
        ))}
      </RadioGroup>
      {editing === null ? null : (
        <QuickReplyForm reply={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

function ReplyRow({ reply, onEdit }: { reply: QuickReply; onEdit: () => void }) {
  const deleteReply = useWindow((state) => state.deleteQuickReply)
  return (
    <li className="reply-row">
      <div>
        <strong className="one-line theirs">/{reply.name}</strong>
        <p className="theirs" dir="auto">
          {reply.template}
        </p>
      </div>
      <span className="help">{text.writing.uses(reply.uses)}</span>
      <Button look="plain" size="icon-only" aria-label={text.writing.editReply(reply.name)} onPress={onEdit}>
        <Pencil size={15} aria-hidden="true" />
      </Button>
      <Button
        look="plain"
        size="icon-only"
        aria-label={text.writing.deleteReply(reply.name)}
        onPress={() => void deleteReply(reply)}
      >
        <Trash2 size={15} aria-hidden="true" />
      </Button>
    </li>
  )
}
