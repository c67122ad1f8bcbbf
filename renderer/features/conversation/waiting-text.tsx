import { useState } from 'react'
import { CalendarClock, Clock, MessageCircleReply } from 'lucide-react'
import type { MessageItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { ChangeLater } from './change-later.tsx'

interface WaitingTextProps {
  message: MessageItem
  conversationId: string
  repliedSince: boolean
}

/** Below a text by staff that has not gone yet: what it waits for, and how to change that. */
export function WaitingText({ message, conversationId, repliedSince }: WaitingTextProps) {
  const [changing, setChanging] = useState(false)
  const takeBack = useWindow((state) => state.takeBack)
  const changeWaiting = useWindow((state) => state.changeWaiting)
  const back = (): void => void takeBack(conversationId, message.id)
  if (message.waits === 'undo' && message.dueAt !== null) return <Undoable dueAt={message.dueAt} onUndo={back} />
  if (message.waits !== 'time' || message.dueAt === null) {
    return (
      <div className="meta">
        <span className="tick">
          <Clock size={13} aria-hidden="true" />
          {text.conversation.states.queued}
        </span>
        <Button look="link" onPress={back}>
          {text.writing.takeBack}
        </Button>
      </div>
    )
  }
  return (
    <>
      <div className="meta">
        <LaterTime at={message.dueAt} />
        <Button look="link" onPress={() => setChanging(true)}>
          {text.writing.change}
        </Button>
        <Button look="link" onPress={() => void changeWaiting({ id: message.id, at: null })}>
          {text.conversation.sendNow}
        </Button>
        <Button look="link" onPress={back}>
          {text.writing.takeBack}
        </Button>
      </div>
      {repliedSince ? (
        <p className="later-note">
          <MessageCircleReply size={14} aria-hidden="true" />
          {text.writing.repliedSince}
        </p>
      ) : null}
      {changing ? (
        <ChangeLater
          id={message.id}
          body={message.body}
          at={message.dueAt}
          conversationId={conversationId}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </>
  )
}

function LaterTime({ at }: { at: number }) {
  const now = useNow(30_000)
  return (
    <span className="tick">
      <CalendarClock size={13} aria-hidden="true" />
      {text.conversation.dueAt(at, now)}
    </span>
  )
}

function Undoable({ dueAt, onUndo }: { dueAt: number; onUndo: () => void }) {
  const now = useNow(250)
  const seconds = Math.ceil((dueAt - now) / 1000)
  return (
    <div className="meta">
      <span className="tick">
        <Clock size={13} aria-hidden="true" />
        {seconds > 0 ? text.writing.sendingIn(seconds) : text.conversation.states.sending}
      </span>
      {seconds > 0 ? (
        <Button look="link" onPress={onUndo}>
          {text.app.undo}
        </Button>
      ) : null}
    </div>
  )
}
