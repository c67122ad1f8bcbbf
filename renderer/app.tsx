import { Suspense, useEffect } from 'react'
import { CallBackCard } from './features/call-back/call-back-card.tsx'
import { ChoosePhone } from './features/call-back/choose-phone.tsx'
import { Banners } from './features/health/banners.tsx'
import { InboxPage } from './features/inbox/inbox-page.tsx'
import { LiveBar } from './features/live/live-bar.tsx'
import { KeysDialog } from './features/shell/keys-dialog.tsx'
import { Palette } from './features/shell/palette.tsx'
import {
  CallsPage,
  DamagedPage,
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
  useKeyboard()
  useReading()
  useStartMark()
  useLaterPages(started)
  useTitle()

  return (
    <div className="window">
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
      <CallBackCard />
      <ChoosePhone />
      <KeysDialog />
      <Palette />
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

/** The title tells the task bar how many wait, and marks the demo there, too. */
function useTitle(): void {
  const waiting = useWindow((state) => state.counts?.['needs-reply'] ?? 0)
  const demo = useWindow((state) => state.info?.profile === 'demo')
  useEffect(() => {
    const name = demo ? `${text.app.name} – ${text.app.demoName}` : text.app.name
    document.title = waiting > 0 ? `(${waiting}) ${name}` : name
  }, [waiting, demo])
}
