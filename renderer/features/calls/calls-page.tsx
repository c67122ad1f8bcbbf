import { Fragment, useEffect } from 'react'
import { CircleAlert, PhoneIncoming } from 'lucide-react'
import { VisuallyHidden } from 'react-aria-components'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { daysAway } from '../../text/dates.ts'
import { CallRowView } from './call-row.tsx'
import { callEntries } from './call-entries.ts'
import { GapRow } from './gap-row.tsx'
import './calls.css'

/** Every call, newest first, with what became of it and the reason for or against a text. */
export function CallsPage() {
  const calls = useWindow((state) => state.calls)
  const hasGaps = useWindow((state) => state.gaps.length > 0)
  const failure = useWindow((state) => state.callsFailure)
  const refresh = useWindow((state) => state.refreshCalls)
  useEffect(() => {
    void refresh()
  }, [refresh])

  return (
    <main className="page calls-page" aria-labelledby="calls-title">
      <header>
        <h1 id="calls-title">{text.calls.title}</h1>
        <p>{text.calls.lead}</p>
      </header>
      {calls ? calls.length > 0 || hasGaps ? <CallTable /> : <NoCalls /> : failure ? null : <CallSkeletons />}
      {!calls && failure ? (
        <div className="empty" role="alert">
          <CircleAlert size={24} aria-hidden="true" />
          <strong>{text.calls.failedToLoad}</strong>
          <p>
            {failure.message} {failure.remedy}
          </p>
          <Button onPress={() => void refresh()}>{text.app.tryAgain}</Button>
        </div>
      ) : null}
    </main>
  )
}

function NoCalls() {
  return (
    <div className="empty">
      <PhoneIncoming size={24} strokeWidth={1.6} aria-hidden="true" />
      <strong>{text.calls.empty}</strong>
      <p>{text.calls.emptyBody}</p>
    </div>
  )
}

function CallSkeletons() {
  return (
    <div className="calls-frame" aria-busy="true" aria-label={text.app.loading} role="status">
      {[52, 38, 46, 58, 42].map((width) => (
        <div key={width} className="call-skeleton">
          <span className="skeleton" />
          <span className="skeleton" style={{ width: `${width}%` }} />
          <span className="skeleton" style={{ width: `${width + 20}%` }} />
        </div>
      ))}
    </div>
  )
}

function CallTable() {
  const calls = useWindow((state) => state.calls)
  const gaps = useWindow((state) => state.gaps)
  const hasOlder = useWindow((state) => state.callsCursor !== null)
  const loadOlder = useWindow((state) => state.loadOlderCalls)
  const now = useNow(60_000)
  const entries = callEntries(calls ?? [], gaps, now)
  return (
    <div className="calls-frame">
      <table>
        <thead>
          <tr>
            <th scope="col">{text.calls.time}</th>
            <th scope="col">{text.calls.caller}</th>
            <th scope="col">{text.calls.line}</th>
            <th scope="col">{text.calls.what}</th>
            <th scope="col">{text.calls.verdict}</th>
            <th scope="col">
              <VisuallyHidden>{text.callBack.button}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => {
            const before = entries[index - 1]
            const newDay = !before || daysAway(before.day, entry.day) !== 0
            return (
              <Fragment key={entry.key}>
                {newDay ? (
                  <tr className="calls-day">
                    <th scope="rowgroup" colSpan={6}>
                      {text.time.day(entry.day, now)}
                    </th>
                  </tr>
                ) : null}
                {entry.kind === 'call' ? <CallRowView call={entry.call} /> : <GapRow gap={entry.gap} now={now} />}
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {hasOlder ? <Button onPress={() => void loadOlder()}>{text.calls.older}</Button> : null}
    </div>
  )
}
