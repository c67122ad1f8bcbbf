import { memo } from 'react'
import { Ban, CircleAlert, Phone, PhoneIncoming, PhoneMissed, Zap } from 'lucide-react'
import type { ConversationListItem, FollowUpGlance, Snippet } from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { waited } from '../../text/dates.ts'

/** One conversation in one glance: who, how long they wait, what was said last, what happened. */
export const ConversationRow = memo(function ConversationRow({ item }: { item: ConversationListItem }) {
  const { contact, followUp, line } = item
  const severalLines = useWindow((state) => state.severalLines || (state.settings?.lines.length ?? 0) > 1)
  return (
    <div className={item.unread ? 'row-grid unread' : 'row-grid'}>
      <Avatar id={contact.id} name={contact.name} />
      <div className="row-head">
        <PersonName className="row-name one-line">{nameOf(contact)}</PersonName>
        {item.unread ? <span className="unread-dot" role="img" aria-label={text.inbox.unread} /> : null}
        <Age item={item} />
      </div>
      <div className="row-said">
        <SnippetLine snippet={item.snippet} />
        {line !== null && severalLines ? (
          <span className="row-line one-line theirs" title={text.conversation.calledLine(line)}>
            {line}
          </span>
        ) : null}
      </div>
      <div className="chips">
        {item.live ? (
          <span className="chip live">
            <PhoneIncoming size={13} aria-hidden="true" />
            {text.inbox.live}
          </span>
        ) : null}
        {item.failed ? (
          <span className="chip late">
            <CircleAlert size={13} aria-hidden="true" />
            {text.inbox.failed}
          </span>
        ) : null}
        {item.optedOut ? (
          <span className="chip">
            <Ban size={12} aria-hidden="true" />
            {text.inbox.optedOut}
          </span>
        ) : null}
        {item.missedCalls > 0 ? (
          <span className="chip missed">
            <PhoneMissed size={13} aria-hidden="true" />
            {text.inbox.missed(item.missedCalls)}
          </span>
        ) : null}
        {followUp ? <FollowUpChip followUp={followUp} /> : null}
      </div>
    </div>
  )
})

function Age({ item }: { item: ConversationListItem }) {
  const now = useNow(20_000)
  if (item.waitingSince === null) return <span className="age">{text.time.short(item.lastActivityAt, now)}</span>
  const { level } = waited(item.waitingSince, now)
  return (
    <span className={`age ${level}`} aria-label={text.time.waiting(item.waitingSince, now)}>
      {text.time.waited(item.waitingSince, now)}
    </span>
  )
}

function SnippetLine({ snippet }: { snippet: Snippet }) {
  const { kind, text: words } = snippet
  return (
    <p className="snippet one-line">
      {kind === 'call' ? <Phone size={12} aria-hidden="true" /> : null}
      {kind === 'auto' ? <span className="by-auto">{text.inbox.auto} </span> : null}
      {kind === 'text-out' ? <span className="by-us">{text.inbox.you} </span> : null}
      <bdi>{words}</bdi>
    </p>
  )
}

/** How far the automatic texts are; nothing once they are over and somebody has taken the conversation on. */
function FollowUpChip({ followUp }: { followUp: FollowUpGlance }) {
  const now = useNow(60_000)
  const words =
    followUp.state === 'running' && followUp.nextAt !== null
      ? text.inbox.nextAuto(followUp.nextAt, now)
      : followUp.stopReason === 'replied' && followUp.sentSteps > 0
        ? text.inbox.autoAnswered(followUp.sentSteps)
        : followUp.sentSteps > 0 && followUp.stopReason !== 'staff-wrote'
          ? text.inbox.autoSent(followUp.sentSteps, followUp.steps)
          : null
  if (words === null) return null
  return (
    <span className="chip auto">
      <Zap size={12} aria-hidden="true" />
      {words}
    </span>
  )
}
