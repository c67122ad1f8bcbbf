import { useRef, useState } from 'react'
import { Zap } from 'lucide-react'
import type { FollowUpView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { EditNextText } from './edit-next-text.tsx'
import './follow-up-bar.css'

/** A second press this soon, ms, is a double click: it was meant for the text that the first one was about. */
const doubleClick = 600

interface FollowUpBarProps {
  conversationId: string
  followUp: FollowUpView
}

/** While a follow-up runs: when the next automatic text goes out, what it says, and how to change that. */
export function FollowUpBar({ conversationId, followUp }: FollowUpBarProps) {
  const run = useWindow((state) => state.run)
  const tell = useWindow((state) => state.tell)
  const [editing, setEditing] = useState(false)
  const now = useNow(10_000)
  const pressedAt = useRef(-Infinity)
  const once = (act: () => Promise<void>): void => {
    const soon = performance.now() - pressedAt.current < doubleClick
    pressedAt.current = performance.now()
    if (!soon) void act()
  }
  const { nextId, nextAt, nextBody, nextWhy } = followUp
  const undo = (): void => void run('follow-ups:undo', { conversationId })
  const skip = async (messageId: string): Promise<void> => {
    if (await run('follow-ups:skip', { conversationId, messageId })) tell(text.timeline.skipped, undo)
  }
  const stop = async (): Promise<void> => {
    if (await run('follow-ups:stop', { conversationId })) tell(text.timeline.stopped, undo)
  }
  const due =
    nextAt === null
      ? null
      : nextAt <= now + 60_000
        ? text.conversation.nextTextSoon
        : text.conversation.nextText(nextAt, now)
  return (
    <section className="follow-up-bar" aria-label={text.conversation.followUpBar}>
      <Zap size={15} aria-hidden="true" />
      <p title={[nextWhy, nextBody].filter(Boolean).join('\n')}>
        <strong>{due ?? text.conversation.followUpBar}</strong>
        {/* A reason is read to its end; the words also stand in the time line. */}
        <span className={nextWhy ? 'follow-up-why theirs' : 'one-line theirs'}>{nextWhy ?? nextBody}</span>
      </p>
      {nextId === null ? null : (
        <>
          <Button
            size="small"
            onPress={() =>
              once(async () => void (await run('follow-ups:send-now', { conversationId, messageId: nextId })))
            }
          >
            {text.conversation.sendNow}
          </Button>
          <Button size="small" onPress={() => setEditing(true)}>
            {text.timeline.edit}
          </Button>
          <Button size="small" onPress={() => once(() => skip(nextId))}>
            {text.conversation.skip}
          </Button>
        </>
      )}
      <Button size="small" onPress={() => once(stop)}>
        {text.conversation.stop}
      </Button>
      {editing && nextId !== null ? (
        <EditNextText
          conversationId={conversationId}
          messageId={nextId}
          followUp={followUp}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </section>
  )
}
