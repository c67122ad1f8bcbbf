import { Fragment, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { ArrowDown, StickyNote } from 'lucide-react'
import type { ConversationDetail, TimelineItem } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { daysAway } from '../../text/dates.ts'
import { CallCard } from './call-card.tsx'
import { MessageBubble } from './message-bubble.tsx'

/** Nearer to the end than this (px) counts as reading the end. */
const nearEnd = 80

/** Calls, texts and notes with one contact on one time line, newest at the foot. */
export function Timeline({ detail }: { detail: ConversationDetail }) {
  const outgoing = useWindow((state) => state.outgoing)
  const items = useMemo(() => {
    const arrived = new Set(detail.timeline.map((item) => item.id))
    const pending = outgoing.filter(({ conversationId, item }) => conversationId === detail.id && !arrived.has(item.id))
    return [...detail.timeline, ...pending.map(({ item }) => item)]
  }, [detail, outgoing])
  const now = useNow(60_000)
  const { scroller, unseen, toEnd, onScroll } = useStayAtEnd(items)

  return (
    <div className="timeline-frame">
      <div
        ref={scroller}
        className="timeline"
        onScroll={onScroll}
        role="log"
        aria-label={text.conversation.timeline}
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {items.map((item, index) => {
          const before = items[index - 1]
          const newDay = !before || daysAway(before.at, item.at) !== 0
          return (
            <Fragment key={item.id}>
              {newDay ? <h2 className="day">{text.time.day(item.at, now)}</h2> : null}
              <Item item={item} />
            </Fragment>
          )
        })}
      </div>
      {unseen ? (
        <Button size="small" onPress={toEnd}>
          <ArrowDown size={14} aria-hidden="true" />
          {text.conversation.newBelow}
        </Button>
      ) : null}
    </div>
  )
}

function Item({ item }: { item: TimelineItem }) {
  switch (item.kind) {
    case 'call':
      return <CallCard call={item} />
    case 'message':
      return <MessageBubble message={item} />
    case 'system':
      return <p className="system">{item.text}</p>
    case 'note':
      return (
        <p className="note theirs selectable">
          <StickyNote size={14} aria-hidden="true" />
          <span>
            <strong>{text.conversation.note}</strong> · {item.body}
          </span>
        </p>
      )
    default:
      return item satisfies never
  }
}

/** Opens at the end and stays there while new items come; who reads further up is told instead of moved. */
function useStayAtEnd(items: readonly TimelineItem[]) {
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const lastSeen = useRef<string | undefined>(undefined)
  const [unseen, setUnseen] = useState(false)
  const lastId = items.at(-1)?.id

  const toEnd = (): void => {
    const element = scroller.current
    if (element) element.scrollTop = element.scrollHeight
    setUnseen(false)
  }
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
    else if (lastId !== lastSeen.current) setUnseen(true)
    lastSeen.current = lastId
  }, [lastId, items])
  // A taller composer or banner must not push the newest text out of sight.
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const onScroll = (): void => {
    const element = scroller.current
    if (!element) return
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    if (atEnd.current) setUnseen(false)
  }
  return { scroller, unseen, toEnd, onScroll }
}
