import { useEffect } from 'react'
import { Download, ListFilter, PhoneIncoming } from 'lucide-react'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { LoadFailure } from '../../ui/load-failure.tsx'
import { CallDetails } from './call-details.tsx'
import { CallFilters } from './call-filters.tsx'
import { CallList, CallSkeletons } from './call-list.tsx'
import '../../ui/page.css'
import './calls-page.css'

/** Every call, newest first, with what became of it, what was done about it, and the reason for or against a text. */
export function CallsPage() {
  const calls = useWindow((state) => state.calls)
  const isEmpty = useWindow(({ calls: held, gaps }) => held?.length === 0 && gaps.length === 0)
  const failure = useWindow((state) => state.callsFailure)
  const openId = useWindow((state) => state.openCallId)
  const refresh = useWindow((state) => state.refreshCalls)
  useEffect(() => {
    void refresh()
  }, [refresh])

  return (
    <main className="page calls-page" aria-labelledby="calls-title">
      <header>
        <div>
          <h1 id="calls-title">{text.calls.title}</h1>
          <p>{text.calls.lead}</p>
        </div>
        <ExportButton />
      </header>
      <CallFilters />
      <div className={openId === null ? 'calls-body' : 'calls-body with-details'}>
        {calls ? isEmpty ? <NoCalls /> : <CallList /> : failure ? null : <CallSkeletons />}
        {!calls && failure ? (
          <LoadFailure title={text.calls.failedToLoad} failure={failure} onRetry={() => void refresh()} />
        ) : null}
        {openId === null ? null : <CallDetails key={openId} />}
      </div>
    </main>
  )
}

/** Saves the calls that are listed, all of them; while it writes, it says how many, and can be stopped. */
function ExportButton() {
  const written = useWindow((state) => state.exportedCalls)
  const none = useWindow((state) => (state.calls?.length ?? 0) === 0)
  const exportCalls = useWindow((state) => state.exportCalls)
  const run = useWindow((state) => state.run)
  if (written !== null) {
    return (
      <span className="export-progress" role="status">
        {text.calls.export.running(written)}
        <Button size="small" onPress={() => void run('export:stop', undefined)}>
          {text.calls.export.stop}
        </Button>
      </span>
    )
  }
  return (
    <Button isDisabled={none} onPress={() => void exportCalls()}>
      <Download size={15} aria-hidden="true" />
      {text.calls.export.button}
    </Button>
  )
}

function NoCalls() {
  const filtered = useWindow((state) => Object.keys(state.callFilter).length > 0)
  const filterCalls = useWindow((state) => state.filterCalls)
  if (filtered) {
    return (
      <div className="empty">
        <ListFilter size={24} strokeWidth={1.6} aria-hidden="true" />
        <strong>{text.calls.nothingFound}</strong>
        <p>{text.calls.nothingFoundBody}</p>
        <Button onPress={() => filterCalls({})}>{text.calls.filters.clear}</Button>
      </div>
    )
  }
  return (
    <div className="empty">
      <PhoneIncoming size={24} strokeWidth={1.6} aria-hidden="true" />
      <strong>{text.calls.empty}</strong>
      <p>{text.calls.emptyBody}</p>
    </div>
  )
}
