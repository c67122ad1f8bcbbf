import { useRef } from 'react'
import { Zap } from 'lucide-react'
import type { FollowUpView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'

/** A second press this soon, ms, is a double click: it was meant for the text that the first one was about. */
const doubleClick = 600

interface FollowUpBarProps {
  conversationId: string
  followUp: FollowUpView
}

/** While a follow-up runs: when the next automatic text goes out, what it says, and how to change that. */
export function FollowUpBar({ conversationId, followUp }: FollowUpBarProps) {
  const run = useWindow((state) => state.run)
  const now = useNow(10_000)
  const pressedAt = useRef(-Infinity)
  const act = (command: 'follow-ups:send-now' | 'follow-ups:skip', messageId: string) => {
    const soon = performance.now() - pressedAt.current < doubleClick
    pressedAt.current = performance.now()
    if (!soon) void run(command, { conversationId, messageId })
  }
  const { nextId, nextAt, nextBody, nextWhy } = followUp
  const due =
    nextAt === null
      ? null
      : nextAt <= now + 60_000
        ? text.conversation.nextTextSoon
        : text.conversation.nextText(nextAt, now)
  return (
    <section className="follow-up-bar" aria-label={text.conversation.followUpBar}>
      <Zap size={15} aria-hidden="true" />
      <p className="one-line">
        <strong>{due ?? text.conversation.followUpBar}</strong>
        {nextWhy ? <span> {nextWhy}</span> : null}
        {nextBody ? <span className="theirs"> {nextBody}</span> : null}
      </p>
      {nextId === null ? null : (
        <>
          <Button size="small" onPress={() => act('follow-ups:send-now', nextId)}>
            {text.conversation.sendNow}
          </Button>
          <Button size="small" onPress={() => act('follow-ups:skip', nextId)}>
            {text.conversation.skip}
          </Button>
        </>
      )}
      <Button size="small" onPress={() => void run('follow-ups:stop', { conversationId })}>
        {text.conversation.stop}
      </Button>
    </section>
  )
}
