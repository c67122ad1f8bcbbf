import { Suspense, useEffect } from 'react'
import { Banners } from './features/health/banners.tsx'
import { InboxPage } from './features/inbox/inbox-page.tsx'
import { LiveBar } from './features/live/live-bar.tsx'
import {
  CallsPage,
  DamagedPage,
  LaterParts,
  OverviewPage,
  SettingsPage,
  SetupPage,
  useLaterPages,
} from './features/shell/later-pages.tsx'
import { Rail } from './features/shell/rail.tsx'
import { Start } from './features/shell/start.tsx'
import { useReading } from './features/shell/use-reading.ts'
import { useStartMark } from './features/shell/use-start-mark.ts'
import { useKeyboard } from './commands/use-keyboard.ts'
import type { Page } from './store/app-slice.ts'
import { shownList } from './store/inbox-slice.ts'
import type { WindowState } from './store/slice.ts'
import { useWindow } from './store/window-store.ts'
import { Notices } from './ui/notices.tsx'
import { text } from './text/index.ts'
import './features/shell/shell.css'
import './features/shell/narrow.css'

export function App() {
  const page = useWindow((state) => state.page)
  const inSetup = useWindow((state) => state.setup !== null)
  const started = useWindow(isStarted)
  const damaged = useWindow((state) => state.engine.damaged === true || (state.restoring && state.settings === null))
  const isTimeForMore = useLaterPages(useWindow(hasShown))

  return (
    <div className="window">
      <Unseen />
      {started && !damaged ? <LiveBar /> : null}
      {damaged ? null : <Banners />}
      {damaged ? (
        <Suspense>
          <DamagedPage />
        </Suspense>
      ) : !started ? (
        <Start />
      ) : inSetup ? (
        <Suspense>
          <SetupPage />
        </Suspense>
      ) : (
        <div className="app">
          <Rail />
          <Suspense>
            <CurrentPage page={page} />
          </Suspense>
        </div>
      )}
      <Notices />
      {isTimeForMore ? (
        <Suspense>
          <LaterParts />
        </Suspense>
      ) : null}
    </div>
  )
}

function CurrentPage({ page }: { page: Page }) {
  switch (page) {
    case 'inbox':
      return <InboxPage />
    case 'calls':
      return <CallsPage />
    case 'overview':
      return <OverviewPage />
    case 'settings':
      return <SettingsPage />
    default:
      return page satisfies never
  }
}

/** Whether it is known what to show first: set-up, the inbox, or what keeps the engine from working. */
function isStarted({ info, settings, engine, listFailure }: WindowState): boolean {
  const stuck = engine.state === 'stopped' || (listFailure !== null && listFailure.code !== 'not-ready')
  return stuck || (info !== null && settings !== null)
}

/** Whether what is shown first is there: the list, mostly. */
function hasShown(state: WindowState): boolean {
  const { setup, listFailure, engine } = state
  if (engine.state === 'stopped' || listFailure !== null) return true
  return isStarted(state) && (setup !== null || shownList(state) !== null)
}

/** What goes with the window and draws nothing: what it follows changes often, and all else need not be drawn for it. */
function Unseen() {
  useKeyboard()
  useReading()
  useStartMark()
  useTitle()
  return null
}

/** The title tells the task bar how many wait, and marks the demo there, too. */
function useTitle(): void {
  const waiting = useWindow((state) => state.counts?.['needs-reply'] ?? 0)
  const demo = useWindow((state) => state.info?.profile === 'demo')
  useEffect(() => {
    const name = demo ? `${text.app.name} – ${text.app.demoName}` : text.app.name
    document.title = waiting > 0 ? `(${waiting}) ${name}` : name
  }, [waiting, demo])
}
