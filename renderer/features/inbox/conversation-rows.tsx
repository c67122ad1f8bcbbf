import { useEffect, useRef } from 'react'
import { CircleAlert } from 'lucide-react'
import { Collection, ListBox, ListBoxItem, ListBoxLoadMoreItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { ConversationListItem } from '../../../electron/contract/view-models.ts'
import { focusPlace } from '../../commands/focus.ts'
import { nameOf } from '../../store/conversation-slice.ts'
import { shownList } from '../../store/inbox-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { ConversationRow } from './conversation-row.tsx'
import { EmptyList } from './empty-list.tsx'

/** Fixed, so that ten thousand rows scroll as lightly as ten; inbox.css draws rows of this height. */
const rowSize = 80

export function ConversationRows() {
  const list = useWindow(shownList)
  const failure = useWindow((state) => state.listFailure)
  const openId = useWindow((state) => state.openId)
  const openConversation = useWindow((state) => state.openConversation)
  const loadMore = useWindow((state) => state.loadMore)
  const listRef = useRef<HTMLDivElement>(null)

  // Keys (j, k) and toasts open rows that may be out of sight.
  const index = list?.items.findIndex((item) => item.id === openId) ?? -1
  useEffect(() => {
    if (index < 0) return undefined
    const show = (): void => {
      const element = listRef.current
      if (element) scrollToRow(element, index)
    }
    show()
    // Once more after React Aria has put the scroll position back where it was at the last focus.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [index])

  if (!list) return failure && failure.code !== 'not-ready' ? <ListFailure /> : <RowSkeletons />
  if (list.items.length === 0) return <EmptyList />
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
      <ListBox
        ref={listRef}
        id="conversation-list"
        className="rows"
        aria-label={text.inbox.list}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={openId === null ? [] : [openId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (typeof key === 'string') openConversation(key)
        }}
        onAction={() => focusPlace('conversation-pane')}
      >
        <Collection items={list.items}>
          {(item) => (
            <ListBoxItem id={item.id} className="row" textValue={rowName(item)}>
              <ConversationRow item={item} />
            </ListBoxItem>
          )}
        </Collection>
        {list.nextCursor === null ? null : (
          <ListBoxLoadMoreItem onLoadMore={() => void loadMore()} aria-label={text.inbox.moreLoading} />
        )}
      </ListBox>
    </Virtualizer>
  )
}

function scrollToRow(element: HTMLElement, index: number): void {
  const top = index * rowSize
  const end = top + rowSize
  if (top < element.scrollTop) element.scrollTop = top
  else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight
}

function rowName(item: ConversationListItem): string {
  return nameOf(item.contact)
}

function ListFailure() {
  const failure = useWindow((state) => state.listFailure)
  return (
    <div className="empty" role="alert">
      <CircleAlert size={24} aria-hidden="true" />
      <strong>{text.inbox.failedToLoad}</strong>
      <p>
        {failure?.message} {failure?.remedy}
      </p>
    </div>
  )
}

function RowSkeletons() {
  return (
    <div className="row-skeletons" aria-busy="true" aria-label={text.app.loading}>
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
