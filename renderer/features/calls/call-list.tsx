import { useEffect, useMemo, useRef } from 'react'
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListLoadMoreItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { callDays, callEntries } from './call-entries.ts'
import { CallRowView } from './call-row.tsx'
import { GapRow } from './gap-row.tsx'
import './call-list.css'

/** Fixed, so that a hundred thousand calls scroll as lightly as ten; call-list.css draws rows of this height. */
const layoutOptions = { rowSize: 58, headingSize: 38 }

/** The calls that pass the filters, a day at a time; older ones come as one scrolls. */
export function CallList() {
  const calls = useWindow((state) => state.calls)
  const gaps = useWindow((state) => state.gaps)
  const filter = useWindow((state) => state.callFilter)
  const hasOlder = useWindow((state) => state.callsCursor !== null)
  const loadOlder = useWindow((state) => state.loadOlderCalls)
  const openId = useWindow((state) => state.openCallId)
  const openCall = useWindow((state) => state.openCall)
  const now = useNow(60_000)
  const listRef = useRef<HTMLDivElement>(null)
  // Another filter is another list: it begins at its newest.
  useEffect(() => listRef.current?.scrollTo({ top: 0 }), [filter])
  // In a zoomed window what is told of it takes half of the list's place.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      listRef.current?.querySelector('[data-selected]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [openId])
  // The list draws anew only those rows that are other ones.
  const days = useMemo(() => callDays(callEntries(calls ?? [], gaps, now)), [calls, gaps, now])

  return (
    <div className="calls-frame">
      <CallHeads />
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          ref={listRef}
          id="call-list"
          className="call-rows"
          aria-label={text.calls.list}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={openId === null ? [] : [openId]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            openCall(typeof key === 'string' ? key : null)
          }}
        >
          <Collection items={days}>
            {(day) => (
              <GridListSection id={day.key} aria-label={text.time.day(day.day, now)}>
                <GridListHeader className="calls-day">{text.time.day(day.day, now)}</GridListHeader>
                <Collection items={day.entries}>
                  {(entry) => (
                    <GridListItem
                      id={entry.key}
                      className={entry.kind === 'gap' ? 'call-row gap' : 'call-row'}
                      textValue={
                        entry.kind === 'gap' ? text.calls.gap(entry.gap.from, entry.gap.to, now) : entry.call.caller
                      }
                      isDisabled={entry.kind === 'gap'}
                    >
                      {entry.kind === 'gap' ? (
                        <GapRow gap={entry.gap} now={now} />
                      ) : (
                        <CallRowView call={entry.call} now={now} />
                      )}
                    </GridListItem>
                  )}
                </Collection>
              </GridListSection>
            )}
          </Collection>
          {hasOlder ? (
            <GridListLoadMoreItem onLoadMore={() => void loadOlder()} aria-label={text.calls.moreLoading} />
          ) : null}
        </GridList>
      </Virtualizer>
    </div>
  )
}

function CallHeads() {
  return (
    <div className="call-grid call-heads" aria-hidden="true">
      <span>{text.calls.time}</span>
      <span>{text.calls.caller}</span>
      <span className="call-line">{text.calls.line}</span>
      <span>{text.calls.what}</span>
      <span>{text.calls.done}</span>
      <span />
    </div>
  )
}

/** Where the rows will stand, so that nothing moves when they come. */
export function CallSkeletons() {
  return (
    <div className="calls-frame call-skeletons" aria-busy="true" aria-label={text.app.loading} role="status">
      <CallHeads />
      <div className="calls-day">
        <span className="skeleton" />
      </div>
      {[90, 70, 80, 100, 75].map((width) => (
        <div key={width} className="call-grid call-skeleton">
          <span className="skeleton" style={{ width: 48 }} />
          <span className="skeleton" style={{ width: `${width}%` }} />
          <span className="skeleton call-line" style={{ width: '60%' }} />
          <span className="skeleton" style={{ width: `${width - 10}%` }} />
          <span className="skeleton" style={{ width: `${width - 30}%` }} />
          <span />
        </div>
      ))}
    </div>
  )
}
