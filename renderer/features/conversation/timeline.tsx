import { memo, useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ArrowDown } from 'lucide-react'
import type { ConversationDetail, TimelineItem } from '../../../electron/contract/view-models.ts'
import { numberOf, numbersOf, shows } from '../../store/same-person.ts'
import { shownTimeline, unseenBelow } from '../../store/timeline-slice.ts'
import { isWaiting } from '../../store/timeline-window.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { CallCard } from './call-card.tsx'
import { MessageBubble } from './message-bubble.tsx'
import { NoteCard } from './note-card.tsx'
import { OnNumber } from './on-number.tsx'
import { rowsOf } from './timeline-rows.ts'
import type { TimelineRow } from './timeline-rows.ts'
import { useOneTabStop } from './use-one-tab-stop.ts'
import { moveInTimeline, useTimelineScroll } from './use-timeline-scroll.ts'
import './timeline.css'

/** How long an item that was asked for stays marked, ms. */
const markedFor = 3_000

/** Calls, texts and notes with one contact on one time line, newest at the foot; never more than a part of it is drawn. */
export function Timeline({ detail }: { detail: ConversationDetail }) {
  const outgoing = useWindow((state) => state.outgoing)
  const past = useWindow((state) => state.past)
  const newFrom = useWindow((state) => state.newFrom)
  const target = useWindow((state) => state.shownItem)
  const query = useWindow((state) => state.find?.query ?? '')
  const loadOlder = useWindow((state) => state.loadOlder)
  const loadNewer = useWindow((state) => state.loadNewer)
  const tell = useWindow((state) => state.tell)
  const leavePast = useWindow((state) => state.toEnd)
  const held = useWindow(shownOf)
  const several = detail.contact.numbers.length > 0
  const shown = useMemo(() => {
    if (held.hasNewer) return held
    const arrived = new Set(held.items.map((item) => item.id))
    const pending = outgoing.filter(
      ({ conversationId, item }) => shows(detail, conversationId) && !arrived.has(item.id),
    )
    return pending.length === 0
      ? held
      : {
          ...held,
          items: [
            ...held.items,
            ...pending.map(({ conversationId, item }) => (several ? { ...item, conversationId } : item)),
          ],
        }
  }, [held, outgoing, detail, several])
  const numbers = useMemo(() => numbersOf(detail), [detail])
  const rows = useMemo(() => rowsOf(shown.items, newFrom, shown.hasOlder), [shown.items, shown.hasOlder, newFrom])
  const now = useNow(60_000)
  const { scroller, content, onScroll, atEnd, toEnd } = useTimelineScroll({
    shown,
    live: past === null,
    target,
    newFrom,
    loadOlder: () => void loadOlder(),
    loadNewer: () => void loadNewer(),
  })
  useOneTabStop(scroller)
  const marked = useMarked(target)
  const unseen = useWindow(unseenBelow)
  const sawEnd = useWindow((state) => state.sawEnd)
  useEffect(() => {
    if (atEnd === true) sawEnd()
  }, [atEnd, shown.items, sawEnd])
  const lastIn = useMemo(() => Math.max(0, ...detail.timeline.filter(isIn).map(({ at }) => at)), [detail.timeline])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { key, ctrlKey, metaKey, altKey } = event
    // Fields, menus and what is selected have their own use for these keys.
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, [role^=menu]')) return
    if (key === 'c' && (ctrlKey || metaKey) && getSelection()?.isCollapsed !== false) {
      const body = bodyOf(shown.items, event.currentTarget)
      if (body !== null) void copyText(body).then((copied) => copied && tell(text.app.copied))
    } else if (!ctrlKey && !metaKey && !altKey && moveInTimeline(event.currentTarget, key)) event.preventDefault()
  }
  const goToEnd = (): void => {
    leavePast()
    toEnd()
  }

  return (
    <div className="timeline-frame">
      {/* What scrolls must be reachable by keyboard (WCAG 2.1.1); the arrow keys go from item to item. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        className="timeline"
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        role="log"
        aria-live={atEnd === false ? 'off' : 'polite'}
        aria-label={text.conversation.timeline}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <div ref={content} className="timeline-items">
          {shown.hasOlder ? <span className="skeleton older" aria-hidden="true" /> : null}
          {rows.map((row) => (
            <Row
              key={row.item.id}
              row={row}
              day={row.newDay ? text.time.day(row.item.at, now) : null}
              conversationId={row.item.conversationId ?? detail.id}
              number={numberOf(numbers, detail, row.item)}
              marked={marked === row.item.id}
              query={query}
              repliedSince={isWaiting(row.item) && lastIn > row.item.at}
            />
          ))}
          {shown.hasNewer ? <span className="skeleton older" aria-hidden="true" /> : null}
        </div>
      </div>
      {atEnd !== false ? null : (
        <Button size="small" onPress={goToEnd}>
          <ArrowDown size={14} aria-hidden="true" />
          {unseen > 0 ? text.timeline.newBelow(unseen) : text.timeline.toEnd}
        </Button>
      )}
    </div>
  )
}

interface RowProps {
  row: TimelineRow
  day: string | null
  conversationId: string
  /** On which of the person's numbers it happened; null where there is only one. */
  number: string | null
  marked: boolean
  query: string
  repliedSince: boolean
}

/** Drawn again only when something of it changed. */
const Row = memo(
  function Row({ row, day, conversationId, number, marked, query, repliedSince }: RowProps) {
    const { item, isNew, inGroup } = row
    return (
      <>
        {day === null ? null : <h2 className="day">{day}</h2>}
        {isNew ? (
          <div className="new-line" role="separator">
            <span>{text.timeline.newLine}</span>
          </div>
        ) : null}
        <div className={`item ${inGroup}${marked ? ' marked' : ''}`} data-id={item.id} tabIndex={-1}>
          {item.kind === 'call' ? (
            <CallCard call={item} number={number} />
          ) : item.kind === 'message' ? (
            <MessageBubble
              message={item}
              conversationId={conversationId}
              number={number}
              grouped={inGroup === 'first' || inGroup === 'middle'}
              query={query}
              repliedSince={repliedSince}
            />
          ) : item.kind === 'note' ? (
            <NoteCard note={item} conversationId={conversationId} />
          ) : (
            <p className="system">
              {item.text}
              {number === null ? null : <OnNumber>{number}</OnNumber>}
            </p>
          )}
        </div>
      </>
    )
  },
  (one, other) =>
    one.row.item === other.row.item &&
    one.row.isNew === other.row.isNew &&
    one.row.inGroup === other.row.inGroup &&
    one.day === other.day &&
    one.conversationId === other.conversationId &&
    one.number === other.number &&
    one.marked === other.marked &&
    one.query === other.query &&
    one.repliedSince === other.repliedSince,
)

/** One object as long as nothing of it changes. */
function shownOf(state: Parameters<typeof shownTimeline>[0]) {
  const next = shownTimeline(state)
  const same = last.items === next.items && last.hasOlder === next.hasOlder && last.hasNewer === next.hasNewer
  if (!same) last = next
  return last
}
let last: ReturnType<typeof shownTimeline> = { items: [], hasOlder: false, hasNewer: false }

function isIn(item: TimelineItem): boolean {
  return item.kind === 'message' && item.direction === 'in'
}

/** The words of the item that has the focus; null when it has none, or the focus is elsewhere. */
function bodyOf(items: readonly TimelineItem[], scroller: HTMLElement): string | null {
  const focused = document.activeElement?.closest<HTMLElement>('.item')
  const item = focused && scroller.contains(focused) ? items.find(({ id }) => id === focused.dataset['id']) : undefined
  if (!item) return null
  return item.kind === 'call' ? item.sentence : item.kind === 'system' ? item.text : item.body
}

function useMarked(target: { id: string } | null): string | null {
  const [marked, setMarked] = useState<string | null>(null)
  useEffect(() => {
    setMarked(target?.id ?? null)
    if (!target) return undefined
    const timer = setTimeout(() => setMarked(null), markedFor)
    return () => clearTimeout(timer)
  }, [target])
  return marked
}
