import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { App } from './app.tsx'
import { useWindow } from './store/window-store.ts'

/** The window in the language that holds: another one draws all of it anew. */
export function Root() {
  const language = useWindow((state) => state.language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={language}>
      <App key={language} />
    </I18nProvider>
  )
}
