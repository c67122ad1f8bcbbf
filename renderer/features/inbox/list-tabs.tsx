import { Fragment, Suspense, useCallback, useRef } from 'react'
import type { ReactNode } from 'react'
import { Tab, TabList, Tabs } from 'react-aria-components'
import { mostCounted } from '../../../electron/contract/list-limits.ts'
import type { ConversationTab } from '../../../electron/contract/view-models.ts'
import { isNarrowed } from '../../store/list-filter.ts'
import { useWindow } from '../../store/window-store.ts'
import { number, shortNumber } from '../../../electron/contract/text/locale.ts'
import { text } from '../../text/index.ts'
import { BulkBar } from '../shell/later-pages.tsx'
import './list-tabs.css'

/** From here on a count is too wide for four tabs side by side. */
const tooWide = 10_000

const tabs: ConversationTab[] = ['needs-reply', 'waiting', 'done', 'all']

/**
 * The tabs with their counts. While conversations are picked out, what can be done with them stands in their place.
 *
 * React Aria's own panel looks at each change of what is in it for something that takes the focus, and has all of it
 * laid out for that: a third of what scrolling cost.
 */
export function ListTabs({ children }: { children: ReactNode }) {
  const tab = useWindow((state) => state.tab)
  const showTab = useWindow((state) => state.showTab)
  const isPicking = useWindow((state) => state.marked.size > 0)
  const panel = useRef<HTMLDivElement>(null)
  const nameAfter = useCallback((selected: HTMLElement | null): void => {
    if (!selected || !panel.current) return
    panel.current.id = selected.getAttribute('aria-controls') ?? ''
    panel.current.setAttribute('aria-labelledby', selected.id)
  }, [])
  return (
    <div className={isPicking ? 'list-tabs picking' : 'list-tabs'}>
      <Tabs selectedKey={tab} onSelectionChange={(key) => showTab(tabs.find((id) => id === key) ?? 'all')}>
        <TabList className="tab-list" aria-label={text.inbox.list}>
          {tabs.map((id) => (
            <Tab key={id} id={id} className="tab focusable" ref={id === tab ? nameAfter : null}>
              {text.inbox.tabs[id]}
              <Count tab={id} />
            </Tab>
          ))}
        </TabList>
      </Tabs>
      {isPicking ? (
        <Suspense>
          <BulkBar />
        </Suspense>
      ) : null}
      <div ref={panel} role="tabpanel" className="tab-panel">
        <Fragment key={tab}>{children}</Fragment>
      </div>
    </div>
  )
}

function Count({ tab }: { tab: ConversationTab }) {
  const count = useWindow((state) => state.counts?.[tab] ?? null)
  const isCut = useWindow((state) => isNarrowed(state.filter)) && (count ?? 0) > mostCounted
  // Done and All only ever grow: where they leave the others no room, they are not needed.
  const isQuiet = tab === 'done' || tab === 'all'
  if (count === null || (isQuiet && count >= tooWide)) return null
  return (
    <span title={isCut ? undefined : text.inbox.count(count)} data-quiet={isQuiet || undefined}>
      {isCut ? `${number(mostCounted)}+` : shortNumber(count)}
    </span>
  )
}
