import { Check, CheckCheck, CircleAlert, CircleHelp, CircleSlash, Clock, Copy, RotateCw, Zap } from 'lucide-react'
import type { MessageItem, MessageState } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { clockTime, fullTime } from '../../text/dates.ts'
import { CallBackButton } from '../call-back/call-back-button.tsx'
import { MessagePictures } from './message-pictures.tsx'
import { MessageText } from './message-text.tsx'
import { OnNumber } from './on-number.tsx'
import { WaitingText } from './waiting-text.tsx'
import './message.css'

interface MessageBubbleProps {
  message: MessageItem
  conversationId: string
  /** On which of the person's numbers; null where there is only one. */
  number: string | null
  /** Another one of its group follows, which says when and how far they came. */
  grouped: boolean
  /** Words that are looked for in the conversation. */
  query: string
  /** The contact wrote after this text was put by for later. */
  repliedSince: boolean
}

/** One text, who wrote it and how far it came. Automatic ones can be told by colour and by word. */
export function MessageBubble({ message, conversationId, number, grouped, query, repliedSince }: MessageBubbleProps) {
  const kind = message.direction === 'in' ? 'in' : message.author === 'auto' ? 'out auto' : 'out'
  const stuck = message.state === 'failed' || message.state === 'check' ? ` ${message.state}` : ''
  // Nobody shall take for sent what goes out tomorrow.
  const later = message.state === 'queued' && (message.author === 'auto' || message.waits === 'time')
  return (
    <article className={`message ${kind}${stuck}${later ? ' planned' : ''}`}>
      {message.body === '' ? null : (
        <div className="bubble-row">
          <p className="bubble theirs selectable" dir="auto">
            <MessageText messageId={message.id} body={message.body} numbers={message.numbers} query={query} />
          </p>
          {grouped ? (
            <time className="side-time" dateTime={new Date(message.at).toISOString()} title={fullTime(message.at)}>
              {clockTime(message.at)}
            </time>
          ) : null}
          <CopyAction body={message.body} />
        </div>
      )}
      <MessagePictures pictures={message.pictures} />
      {grouped ? null : message.author === 'staff' && message.state === 'queued' ? (
        <>
          <WaitingText message={message} conversationId={conversationId} repliedSince={repliedSince} />
          {number === null ? null : (
            <div className="meta">
              <OnNumber>{number}</OnNumber>
            </div>
          )}
        </>
      ) : (
        <Meta message={message} number={number} />
      )}
      {message.problem ? <Problem message={message} problem={message.problem} conversationId={conversationId} /> : null}
    </article>
  )
}

/** Beside the text, for whoever points at it or has it focused. */
function CopyAction({ body }: { body: string }) {
  const tell = useWindow((state) => state.tell)
  const copy = (): void => void copyText(body).then((copied) => copied && tell(text.app.copied))
  return (
    <span className="item-actions">
      <Button look="plain" size="icon-only" aria-label={text.timeline.copyText} onPress={copy}>
        <Copy size={14} aria-hidden="true" />
      </Button>
    </span>
  )
}

function Meta({ message, number }: { message: MessageItem; number: string | null }) {
  const { step, state } = message
  const auto = step ? text.conversation.auto(step.number, step.of) : text.conversation.autoPlain
  const planned = message.author === 'auto' && state === 'queued' && message.dueAt !== null
  return (
    <div className="meta">
      {message.author === 'auto' ? (
        <strong className="auto-mark">
          <Zap size={12} aria-hidden="true" />
          {auto}
        </strong>
      ) : null}
      {number === null ? null : <OnNumber>{number}</OnNumber>}
      {message.author === 'elsewhere' ? <span>{text.conversation.elsewhere}</span> : null}
      {planned && message.dueAt !== null ? (
        <Due at={message.dueAt} />
      ) : (
        <>
          <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at)}>
            {clockTime(message.at)}
            {message.secondsAfterCall === null ? null : `, ${text.conversation.afterCall(message.secondsAfterCall)}`}
          </time>
          {message.direction === 'out' ? <Tick state={state} /> : null}
        </>
      )}
    </div>
  )
}

/** When it goes out; a time that is over or all but over says that it waits. */
function Due({ at }: { at: number }) {
  const now = useNow(10_000)
  return at > now + 20_000 ? (
    <span className="tick">
      <Clock size={13} aria-hidden="true" />
      {text.conversation.dueAt(at, now)}
    </span>
  ) : (
    <Tick state="queued" />
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

interface ProblemProps {
  message: MessageItem
  problem: NonNullable<MessageItem['problem']>
  conversationId: string
}

/** What went wrong, and the one thing that helps: sending it again, or a call where no text arrives. */
function Problem({ message, problem, conversationId }: ProblemProps) {
  const sendAgain = useWindow((state) => state.sendAgain)
  return (
    <div className={`message-problem ${message.state}`}>
      <p className="selectable">
        <strong>{problem.message}</strong> {problem.remedy}
      </p>
      {message.state === 'failed' && problem.callInstead ? (
        <CallBackButton small target={{ conversationId }} />
      ) : message.state === 'failed' || message.state === 'check' ? (
        <Button size="small" onPress={() => void sendAgain(message.id)}>
          <RotateCw size={13} aria-hidden="true" />
          {text.conversation.sendAgain}
        </Button>
      ) : null}
    </div>
  )
}
