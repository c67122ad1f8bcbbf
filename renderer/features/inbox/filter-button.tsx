import { Suspense } from 'react'
import { ListFilter } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { isNarrowed } from '../../store/list-filter.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { FilterPanel } from '../shell/later-pages.tsx'

/** Narrows the list by line, tag and time. What is chosen holds at once, and stands as chips below the tabs. */
export function FilterButton() {
  const narrowed = useWindow((state) => isNarrowed(state.filter))
  const refreshParties = useWindow((state) => state.refreshParties)
  const refreshTags = useWindow((state) => state.refreshTags)
  return (
    <DialogTrigger
      onOpenChange={(isOpen) => {
        if (!isOpen) return
        void refreshParties()
        void refreshTags()
      }}
    >
      <Button
        id="filter-button"
        className={narrowed ? 'tool-button focusable on' : 'tool-button focusable'}
        aria-label={text.inbox.filter}
      >
        <ListFilter size={17} aria-hidden="true" />
      </Button>
      <Popover className="popover filter-panel" placement="bottom end" offset={5}>
        <Dialog>
          <Heading slot="title" className="sr-only">
            {text.inbox.filters}
          </Heading>
          <Suspense>
            <FilterPanel />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
