import { Check, CheckCheck, CircleAlert, CircleHelp, CircleSlash, Clock, RotateCw, Zap } from 'lucide-react'
import type { MessageItem, MessageState } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import { MessagePictures } from './message-pictures.tsx'

/** One text, who wrote it and how far it came. Automatic ones can be told by colour and by word. */
export function MessageBubble({ message }: { message: MessageItem }) {
  const kind = message.direction === 'in' ? 'in' : message.author === 'auto' ? 'out auto' : 'out'
  const stuck = message.state === 'failed' || message.state === 'check' ? ` ${message.state}` : ''
  // Nobody shall take for sent what goes out tomorrow.
  const planned = message.author === 'auto' && message.state === 'queued' ? ' planned' : ''
  return (
    <article className={`message ${kind}${stuck}${planned}`}>
      {message.body === '' ? null : (
        <p className="bubble theirs selectable" dir="auto">
          {message.body}
        </p>
      )}
      <MessagePictures pictures={message.pictures} />
      <Meta message={message} />
      {message.problem ? <Problem message={message} problem={message.problem} /> : null}
    </article>
  )
}

function Meta({ message }: { message: MessageItem }) {
  const now = useNow(30_000)
  const { step, state } = message
  const auto = step ? text.conversation.auto(step.number, step.of) : text.conversation.autoPlain
  const pending = state === 'queued' && message.dueAt !== null && message.dueAt > now + 20_000
  return (
    <div className="meta">
      {message.author === 'auto' ? (
        <strong className="auto-mark">
          <Zap size={12} aria-hidden="true" />
          {auto}
        </strong>
      ) : null}
      {message.author === 'elsewhere' ? <span>{text.conversation.elsewhere}</span> : null}
      {pending && message.author === 'auto' ? null : (
        <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at)}>
          {clockTime(message.at)}
          {message.secondsAfterCall === null ? null : `, ${text.conversation.afterCall(message.secondsAfterCall)}`}
        </time>
      )}
      {pending && message.dueAt !== null ? (
        <span className="tick">
          <Clock size={13} aria-hidden="true" />
          {text.conversation.dueAt(message.dueAt, now)}
        </span>
      ) : message.direction === 'out' ? (
        <Tick state={state} />
      ) : null}
    </div>
  )
}

const ticks: Record<Exclude<MessageState, 'received'>, typeof Check> = {
  queued: Clock,
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  failed: CircleAlert,
  check: CircleHelp,
  cancelled: CircleSlash,
}

function Tick({ state }: { state: MessageState }) {
  if (state === 'received') return null
  const Icon = ticks[state]
  return (
    <span className={`tick ${state}`}>
      <Icon size={14} aria-hidden="true" />
      {text.conversation.states[state]}
    </span>
  )
}

function Problem({ message, problem }: { message: MessageItem; problem: NonNullable<MessageItem['problem']> }) {
  const sendAgain = useWindow((state) => state.sendAgain)
  return (
    <div className={`message-problem ${message.state}`}>
      <p className="selectable">
        <strong>{problem.message}</strong> {problem.remedy}
      </p>
      {message.state === 'failed' || message.state === 'check' ? (
        <Button size="small" onPress={() => void sendAgain(message.id)}>
          <RotateCw size={13} aria-hidden="true" />
          {text.conversation.sendAgain}
        </Button>
      ) : null}
    </div>
  )
}
