import { text } from '../../text/index.ts'
import { ConversationRows } from './conversation-rows.tsx'
import { FilterButton } from './filter-button.tsx'
import { FilterChips } from './filter-chips.tsx'
import { ListTabs } from './list-tabs.tsx'
import { SearchBox } from './search-box.tsx'
import './list-tools.css'

/** Search, filters, tabs, and the conversations that are in all of them. */
export function ListPane() {
  return (
    <section className="list-pane" aria-label={text.inbox.list}>
      <div className="list-tools">
        <SearchBox />
        <FilterButton />
      </div>
      <ListTabs>
        <FilterChips />
        <ConversationRows />
      </ListTabs>
    </section>
  )
}
