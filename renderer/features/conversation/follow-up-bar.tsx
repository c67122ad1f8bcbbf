import { Zap } from 'lucide-react'
import type { FollowUpView } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/en.ts'

interface FollowUpBarProps {
  conversationId: string
  followUp: FollowUpView
}

/** While a follow-up runs: when the next automatic text goes out, what it says, and how to change that. */
export function FollowUpBar({ conversationId, followUp }: FollowUpBarProps) {
  const run = useWindow((state) => state.run)
  const now = useNow(10_000)
  const { nextAt, nextBody } = followUp
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
        {nextBody ? <span className="theirs"> {nextBody}</span> : null}
      </p>
      {nextAt === null ? null : (
        <>
          <Button size="small" onPress={() => void run('follow-ups:send-now', { conversationId })}>
            {text.conversation.sendNow}
          </Button>
          <Button size="small" onPress={() => void run('follow-ups:skip', { conversationId })}>
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
