import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { localeTag } from '../electron/contract/text/locale.ts'
import { App } from './app.tsx'
import { LockScreen } from './features/lock/lock-screen.tsx'
import { useWindow } from './store/window-store.ts'

/** The window in the language that holds: another one draws all of it anew. Locked, it is another page. */
export function Root() {
  const language = useWindow((state) => state.language)
  const locked = useWindow((state) => state.lock === 'locked')
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={localeTag() ?? language}>
      {locked ? <LockScreen key={language} /> : <App key={language} />}
    </I18nProvider>
  )
}
