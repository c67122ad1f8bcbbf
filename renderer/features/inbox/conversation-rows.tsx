import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FocusEvent, KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { ArrowUp } from 'lucide-react'
import {
  Button,
  Collection,
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import type { Selection } from 'react-aria-components'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { onePane, onePaneOnly } from '../../commands/back-to-list.ts'
import { focusPlace, rowAround, rowElement } from '../../commands/focus.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { rowOf, shownList } from '../../store/inbox-slice.ts'
import { standsFor } from '../../store/same-person.ts'
import { useWindow, windowStore } from '../../store/window-store.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { text } from '../../text/index.ts'
import { ConversationRow } from './conversation-row.tsx'
import { EmptyList } from './empty-list.tsx'
import { FirstRows, useFirstRows } from './first-rows.tsx'
import { useCalmList } from './use-calm-list.ts'
import './conversation-rows.css'

/** Fixed, so that a hundred thousand rows scroll as lightly as ten; conversation-row.css draws rows of this height. */
const rowSize = 80
const none: ConversationListItem[] = []

/** The open conversation that was brought into sight: once, and not again in each tab, which begin at their top. */
let shownFor: string | null = null

export function ConversationRows() {
  const list = useWindow(shownList)
  const failure = useWindow((state) => state.listFailure)
  const openId = useWindow((state) => state.openId)
  const loadMore = useWindow((state) => state.loadMore)
  const place = useWindow(placeOf)
  const listRef = useRef<HTMLDivElement>(null)
  const items = list?.items ?? none
  const { selected, onSelect, onPress } = useSelection(items)
  const alone = useOnePane()
  const isFirst = useFirstRows(items.length > 0)
  const { above, toTop } = useCalmList(listRef, items, { place, rowSize })

  useFocusWhenEmptied(items.length)

  // Keys (j, k) and toasts open rows that may be out of sight; what moves later stays where it is.
  const index = items.findIndex((item) => standsFor(item, openId))
  useEffect(() => {
    if (index < 0 || shownFor === openId) return undefined
    shownFor = openId
    const show = (): void => {
      const element = listRef.current
      if (element) scrollToRow(element, index)
    }
    show()
    // Once more after React Aria has put the scroll position back where it was at the last focus.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [index, openId])

  if (!list)
    return failure && failure.code !== 'not-ready' ? (
      <LoadFailure title={text.inbox.failedToLoad} failure={failure} />
    ) : (
      <RowSkeletons />
    )
  if (items.length === 0 && list.nextCursor === null) return <EmptyList />
  if (isFirst)
    return (
      <div className="rows-frame">
        <FirstRows items={items} rowSize={rowSize} open={(id) => onSelect(new Set([id]))} />
      </div>
    )
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="rows-frame" onFocusCapture={enterRows} onPointerDownCapture={onPress} onKeyDownCapture={onPress}>
      <News count={above} toTop={toTop} />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
        <GridList
          ref={listRef}
          id="conversation-list"
          className="rows"
          aria-label={text.inbox.list}
          // Where the list has the whole window, the arrow keys go through it and Enter alone opens what they are on.
          {...(alone ? { selectionMode: 'none' } : { selectionMode: 'multiple', selectionBehavior: 'replace' })}
          selectedKeys={selected}
          onSelectionChange={onSelect}
          // Who searches comes by the open conversation once more, at another place of it.
          {...{ allowDuplicateSelectionEvents: true }}
          onAction={(id) => {
            const item = items.find((each) => each.id === id)
            if (item) windowStore.getState().openRow(item)
            requestAnimationFrame(() => focusPlace('conversation-pane'))
          }}
        >
          <Collection items={items}>
            {(item) => (
              <GridListItem id={item.id} className="row" textValue={nameOf(item.contact)}>
                <ConversationRow item={item} />
              </GridListItem>
            )}
          </Collection>
          {list.nextCursor === null ? null : (
            <GridListLoadMoreItem onLoadMore={() => void loadMore()} aria-label={text.inbox.moreLoading} />
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}

/** The last row takes the focus with it: the keys go on from the tab then, not from the beginning of the window. */
function useFocusWhenEmptied(length: number): void {
  const before = useRef(length)
  useEffect(() => {
    const isEmptied = before.current > 0 && length === 0
    before.current = length
    if (isEmptied && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.tab-list [role=tab][aria-selected=true]')?.focus()
    }
  }, [length])
}

/** Which list this is: another one begins at its top. */
function placeOf({ tab, query, filter }: ReturnType<typeof windowStore.getState>): string {
  return JSON.stringify([tab, query, filter])
}

/**
 * As in a mail program: what is selected alone is open; several are picked out (Ctrl and Shift with click or arrows,
 * Ctrl-A), and the one that was open stays so.
 */
function useSelection(items: readonly ConversationListItem[]): {
  selected: Iterable<string>
  onSelect: (keys: Selection) => void
  /** Hears of each press and key before the list does. */
  onPress: (event: PointerEvent | KeyboardEvent) => void
} {
  const openId = useWindow((state) => state.openId)
  const marked = useWindow((state) => state.marked)
  const { mark, markAll, markThrough, unmark, openRow: open } = windowStore.getState()
  const openRow = items.find((item) => standsFor(item, openId))?.id ?? openId ?? ''
  // React Aria remembers in it where a selection with Shift began.
  const [last, setLast] = useState<ReadonlySet<React.Key>>(new Set())
  const wanted: ReadonlySet<string> = marked.size > 0 ? marked : new Set(openId === null ? [] : [openRow])
  const isLast = last.size === wanted.size && [...wanted].every((id) => last.has(id))

  const pressed = useRef<string | null>(null)
  const onPress = (event: PointerEvent | KeyboardEvent): void => {
    const isThrough = 'pointerId' in event && event.shiftKey && event.target instanceof Element
    pressed.current = isThrough ? rowAround(event.target) : null
  }

  const onSelect = (keys: Selection): void => {
    if (keys === 'all') {
      void markAll()
      return
    }
    // What was opened or picked out by other ways than the list's own is where a click with Shift begins, too.
    if (!isLast && pressed.current !== null) {
      markThrough(pressed.current)
      return
    }
    setLast(keys)
    const ids = [...keys].map(String)
    const [only] = ids
    if (ids.length > 1) {
      mark(ids)
      return
    }
    unmark()
    const item = items.find(({ id }) => id === only)
    if (item) open(item)
  }
  return { selected: isLast ? (last as ReadonlySet<string>) : wanted, onSelect, onPress }
}

/**
 * Coming into the list opens nothing: React Aria would open its first row, or where one comes from below, its last. The
 * focus goes to what is open, else to where it was last, else to the first row in sight.
 */
function enterRows(event: FocusEvent): void {
  const list = event.target
  if (list.id !== 'conversation-list' || list.contains(event.relatedTarget)) return
  const state = windowStore.getState()
  const { openId } = state
  const open = openId === null ? null : rowElement(rowOf(state, openId))
  const isOpenElsewhere = open === null && shownList(state)?.items.some((item) => standsFor(item, openId)) === true
  // Out of sight, it is React Aria that scrolls to it.
  if (isOpenElsewhere) return
  const row = open ?? list.querySelector<HTMLElement>('[role=row][tabindex="0"]') ?? firstRowInSight(list)
  if (!row) return
  event.stopPropagation()
  row.focus({ preventScroll: open === null })
}

function firstRowInSight(list: Element): HTMLElement | null {
  const { top } = list.getBoundingClientRect()
  const rows = [...list.querySelectorAll<HTMLElement>('[role=row]')]
  return rows.find((row) => row.getBoundingClientRect().top >= top - rowSize / 2) ?? null
}

function useOnePane(): boolean {
  return useSyncExternalStore((changed) => {
    const query = onePaneOnly()
    query.addEventListener('change', changed)
    return () => query.removeEventListener('change', changed)
  }, onePane)
}

function scrollToRow(element: HTMLElement, index: number): void {
  const top = index * rowSize
  const end = top + rowSize
  if (top < element.scrollTop) element.scrollTop = top
  else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
}

/** Tells of rows that are kept back, or came above what is in sight. */
function News({ count, toTop }: { count: number; toTop: () => void }): ReactNode {
  return (
    <div className="news" aria-live="polite">
      {count === 0 ? null : (
        <Button className="news-pill focusable" onPress={toTop} aria-label={text.inbox.showNews(count)}>
          <ArrowUp size={13} aria-hidden="true" />
          {text.inbox.news(count)}
        </Button>
      )}
    </div>
  )
}

function RowSkeletons() {
  return (
    <div className="row-skeletons" role="status" aria-busy="true" aria-label={text.app.loading}>
      {[62, 44, 55, 38, 58].map((width) => (
        <div key={width} className="row-skeleton">
          <span className="skeleton round" />
          <span className="skeleton" style={{ width: `${width}%` }} />
          <span className="skeleton" style={{ width: `${width + 26}%` }} />
        </div>
      ))}
    </div>
  )
}
