import { memo } from 'react'
import type { SyntheticEvent } from 'react'
import { Ban, Check, CircleAlert, PencilLine, Phone, PhoneIncoming, PhoneMissed, StickyNote, Zap } from 'lucide-react'
import { Text } from 'react-aria-components'
import type {
  ConversationListItem,
  FollowUpGlance,
  Mark,
  SearchHit,
  Snippet,
} from '../../../electron/contract/view-models.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { callsInSight } from '../../store/live-slice.ts'
import { standsFor } from '../../store/same-person.ts'
import type { WindowState } from '../../store/slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName } from '../../ui/person-name.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { waited } from '../../text/dates.ts'
import { MarkedText } from './marked-text.tsx'
import './conversation-row.css'

/** One conversation in one glance: who, how long they wait, what was said last or is searched for, what happened. */
export const ConversationRow = memo(function ConversationRow({ item }: { item: ConversationListItem }) {
  return (
    <div className={item.unread ? 'row-grid unread' : 'row-grid'} data-row={item.id}>
      <Pick item={item} />
      <div className="row-head">
        <Who item={item} />
        {item.unread ? <span className="unread-dot" role="img" aria-label={text.inbox.unread} /> : null}
        <Age item={item} />
      </div>
      <Said item={item} />
      <Chips item={item} />
    </div>
  )
})

/**
 * The face, and in its place, where the pointer is or several are picked out, the box to pick this one out. The system's
 * own box: there is one in each row, and React Aria's took a third of the time in which a row is drawn.
 */
function Pick({ item }: { item: ConversationListItem }) {
  const isMarked = useWindow((state) => state.marked.has(item.id))
  const isPicking = useWindow((state) => state.marked.size > 0)
  const toggleMark = useWindow((state) => state.toggleMark)
  const markThrough = useWindow((state) => state.markThrough)
  return (
    <div className={isPicking ? 'row-pick picking' : 'row-pick'}>
      <Avatar id={item.contact.id} name={item.contact.name} />
      <span className="row-box">
        <input
          type="checkbox"
          aria-label={text.inbox.mark(nameOf(item.contact))}
          checked={isMarked}
          onChange={({ nativeEvent }) => {
            if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) markThrough(item.id)
            else toggleMark(item.id)
          }}
          onPointerDown={staysHere}
          onMouseDown={(event) => {
            staysHere(event)
            // The keys go on with the row that they were on.
            event.preventDefault()
          }}
          onClick={staysHere}
          onKeyDown={(event) => {
            if (event.key === ' ' || event.key === 'Enter') staysHere(event)
          }}
          tabIndex={-1}
        />
        <span className="box">{isMarked ? <Check size={14} strokeWidth={3} aria-hidden="true" /> : null}</span>
      </span>
    </div>
  )
}

/** The row is not opened by what is meant for its box. */
function staysHere(event: SyntheticEvent): void {
  event.stopPropagation()
}

function Who({ item: { contact, hit } }: { item: ConversationListItem }) {
  if (!hit) return <PersonName className="row-name one-line">{nameOf(contact)}</PersonName>
  const number = <MarkedText text={contact.numberForPeople} marks={hit.number} />
  return (
    <span className="row-who one-line">
      <span className="row-name theirs">
        {contact.name === null ? number : <MarkedText text={contact.name} marks={hit.name} />}
      </span>
      {contact.name !== null && hit.number.length > 0 ? <span className="row-also">{number}</span> : null}
      {hit.company ? (
        <span className="row-also theirs">
          <MarkedText {...hit.company} />
        </span>
      ) : null}
    </span>
  )
}

function Age({ item }: { item: ConversationListItem }) {
  const now = useNow(20_000)
  if (item.waitingSince === null) return <span className="age">{text.time.short(item.lastActivityAt, now)}</span>
  const { level } = waited(item.waitingSince, now)
  return (
    <span className={`age ${level}`}>
      <span className="sr-only">{text.time.waiting(item.waitingSince, now)}</span>
      <span aria-hidden="true">{text.time.waited(item.waitingSince, now)}</span>
    </span>
  )
}

/** What was said last; while something is searched for, the words that were found. */
function Said({ item: { snippet, hit, line } }: { item: ConversationListItem }) {
  const severalLines = useWindow((state) => state.severalLines || (state.settings?.lines.length ?? 0) > 1)
  if (hit?.said) return <Found said={hit.said} />
  return (
    <div className="row-said">
      <Words kind={snippet.kind} words={snippet.text} marks={none} />
      {line !== null && severalLines ? (
        <span className="row-line one-line theirs" title={text.conversation.calledLine(line)}>
          {line}
        </span>
      ) : null}
    </div>
  )
}

const none: Mark[] = []

function Found({ said }: { said: NonNullable<SearchHit['said']> }) {
  const now = useNow(60_000)
  return (
    <div className="row-said">
      <Words kind={said.kind} words={said.text} marks={said.marks} />
      {said.at === null ? null : <span className="row-line">{text.time.short(said.at, now)}</span>}
    </div>
  )
}

function Words({ kind, words, marks }: { kind: Snippet['kind']; words: string; marks: readonly Mark[] }) {
  return (
    // Read out with the name; where React Aria finds no description in a row, it draws the row again without one.
    <Text slot="description" elementType="p" className="snippet">
      {kind === 'call' ? <Phone size={12} aria-hidden="true" /> : null}
      {kind === 'note' ? <StickyNote size={12} aria-hidden="true" /> : null}
      {kind === 'auto' ? <span className="by-auto">{text.inbox.auto} </span> : null}
      {kind === 'text-out' ? <span className="by-us">{text.inbox.you} </span> : null}
      {/* The direction of what is cut must be the text's own: it would lose its beginning. */}
      <MarkedText className="one-line" text={words} marks={marks} />
    </Text>
  )
}

/** The most urgent first: what has no room is left out. */
function Chips({ item }: { item: ConversationListItem }) {
  const { failed, optedOut, missedCalls, followUp, tags } = item
  const live = useWindow((state) => callsInSight(state).find((call) => standsFor(item, call.conversationId))?.state)
  const hasDraft = useWindow((state) => isBegun(state, item))
  return (
    <div className="chips">
      {live ? (
        <span className="chip live">
          {live === 'talking' ? <Phone size={13} aria-hidden="true" /> : <PhoneIncoming size={13} aria-hidden="true" />}
          {live === 'talking' ? text.live.onPhone : text.inbox.live}
        </span>
      ) : null}
      {failed ? (
        <span className="chip late">
          <CircleAlert size={13} aria-hidden="true" />
          {text.inbox.failed}
        </span>
      ) : null}
      {hasDraft ? (
        <span className="chip draft">
          <PencilLine size={12} aria-hidden="true" />
          {text.inbox.draft}
        </span>
      ) : null}
      {optedOut ? (
        <span className="chip">
          <Ban size={12} aria-hidden="true" />
          {text.inbox.optedOut}
        </span>
      ) : null}
      {missedCalls > 0 ? (
        <span className="chip missed">
          <PhoneMissed size={13} aria-hidden="true" />
          {text.inbox.missed(missedCalls)}
        </span>
      ) : null}
      {followUp ? <FollowUpChip followUp={followUp} /> : null}
      {tags.slice(0, 3).map((tag) => (
        <span key={tag.id} className="chip row-tag tag-chip" data-colour={tag.colour}>
          <bdi className="one-line">{tag.name}</bdi>
        </span>
      ))}
    </div>
  )
}

/** Something was written here and not sent; what is open shows that by itself. */
function isBegun({ drafts, noteDrafts, openId }: WindowState, item: ConversationListItem): boolean {
  if (standsFor(item, openId)) return false
  return [item.id, ...(item.others ?? [])].some((id) => (drafts[id] ?? noteDrafts[id] ?? '').trim() !== '')
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
