import { ChartColumn, Inbox, Phone, Settings } from 'lucide-react'
import { Button, VisuallyHidden } from 'react-aria-components'
import type { Page } from '../../store/app-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { HealthButton } from '../health/health-button.tsx'

const pages: { page: Page; icon: typeof Inbox }[] = [
  { page: 'inbox', icon: Inbox },
  { page: 'calls', icon: Phone },
  { page: 'overview', icon: ChartColumn },
  { page: 'settings', icon: Settings },
]

/** The pages at the left edge, and at its foot how everything is doing. */
export function Rail() {
  const current = useWindow((state) => state.page)
  const showPage = useWindow((state) => state.showPage)
  const waiting = useWindow((state) => state.needsReply)

  return (
    <nav className="rail" aria-label={text.app.rail}>
      {pages.map(({ page, icon: Icon }) => (
        <Button
          key={page}
          className="rail-item focusable"
          {...(page === current ? { 'aria-current': 'page' as const } : {})}
          onPress={() => showPage(page)}
        >
          <Icon size={21} strokeWidth={1.8} aria-hidden="true" />
          {text.app[page]}
          {page === 'inbox' && waiting > 0 ? (
            <>
              <span className="badge" aria-hidden="true">
                {waiting > 99 ? '99+' : waiting}
              </span>
              <VisuallyHidden elementType="span">, {text.app.needReply(waiting)}</VisuallyHidden>
            </>
          ) : null}
        </Button>
      ))}
      <HealthButton />
    </nav>
  )
}
