import { useEffect, useState } from 'react'
import { Search, X } from 'lucide-react'
import { Button, Input, SearchField, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ConversationTab } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { text } from '../../text/index.ts'
import { ConversationRows } from './conversation-rows.tsx'

/** Not every keystroke needs an answer. */
const searchPauseMs = 150

export function ListPane() {
  const tabs = Object.entries(text.inbox.tabs) as [ConversationTab, string][]
  const tab = useWindow((state) => state.tab)
  const counts = useWindow((state) => state.counts)
  const showTab = useWindow((state) => state.showTab)
  return (
    <section className="list-pane" aria-label={text.inbox.list}>
      <SearchBox />
      <Tabs
        className="list-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => showTab(tabs.find(([id]) => id === key)?.[0] ?? 'all')}
      >
        <TabList className="tab-list" aria-label={text.inbox.list}>
          {tabs.map(([id, label]) => (
            <Tab key={id} id={id} className="tab focusable">
              {label}
              {/* Done and All only ever grow; their counts would be noise. */}
              {counts && (id === 'needs-reply' || id === 'waiting') ? <span>{counts[id]}</span> : null}
            </Tab>
          ))}
        </TabList>
        <TabPanel key={tab} id={tab} className="tab-panel">
          <ConversationRows />
        </TabPanel>
      </Tabs>
    </section>
  )
}

function SearchBox() {
  const query = useWindow((state) => state.query)
  const search = useWindow((state) => state.search)
  const [typed, setTyped] = useState(query)

  useEffect(() => {
    const timer = setTimeout(() => search(typed), typed === '' ? 0 : searchPauseMs)
    return () => clearTimeout(timer)
  }, [typed, search])
  // A tab that was chosen while searching clears the search.
  useEffect(() => {
    if (query === '') setTyped('')
  }, [query])

  return (
    <SearchField className="search" aria-label={text.inbox.search} value={typed} onChange={setTyped}>
      <Search size={16} aria-hidden="true" />
      <Input id="search-box" placeholder={text.inbox.search} maxLength={200} />
      {typed === '' ? (
        <KeyHint>/</KeyHint>
      ) : (
        <Button className="search-clear focusable" aria-label={text.inbox.clearSearch}>
          <X size={14} aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  )
}
