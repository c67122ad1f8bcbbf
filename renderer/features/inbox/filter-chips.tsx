import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { everything, isNarrowed } from '../../store/list-filter.ts'
import type { TimeFilter, WindowFilter } from '../../store/list-filter.ts'
import type { WindowState } from '../../store/slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { dateInWords } from '../../text/dates.ts'
import { text } from '../../text/index.ts'
import { TagChip } from '../../ui/tag-chip.tsx'

/** What the list is narrowed to, each with a way to take it back. */
export function FilterChips() {
  const filter = useWindow((state) => state.filter)
  const narrow = useWindow((state) => state.narrow)
  const tags = useWindow((state) => state.tags)
  const line = useWindow(lineName)
  if (!isNarrowed(filter)) return null
  const taken = (change: Partial<WindowFilter>): void => {
    // The chip that had the focus goes.
    document.getElementById('filter-button')?.focus()
    narrow(change)
  }
  return (
    <div className="filter-chips" role="group" aria-label={text.inbox.filters}>
      {filter.time === null ? null : <Chip name={timeInWords(filter.time)} onRemove={() => taken({ time: null })} />}
      {line === null ? null : <Chip name={text.inbox.lineChip(line)} onRemove={() => taken({ line: null })} />}
      {filter.tagIds.map((id) => {
        const tag = tags?.find((one) => one.id === id)
        if (!tag) return null
        const rest = filter.tagIds.filter((other) => other !== id)
        return (
          <TagChip
            key={id}
            tag={tag}
            onRemove={() => taken({ tagIds: rest })}
            removeLabel={text.inbox.removeFilter(tag.name)}
          />
        )
      })}
      <Button className="link-button focusable" onPress={() => taken(everything)}>
        {text.inbox.clearFilters}
      </Button>
    </div>
  )
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <span className="filter-chip">
      <bdi className="one-line">{name}</bdi>
      <Button className="tag-remove focusable" aria-label={text.inbox.removeFilter(name)} onPress={onRemove}>
        <X size={12} aria-hidden="true" />
      </Button>
    </span>
  )
}

function lineName({ filter, parties }: WindowState): string | null {
  if (filter.line === null) return null
  const line = parties?.lines.find(({ number }) => number === filter.line)
  return line?.name ?? line?.numberForPeople ?? filter.line
}

function timeInWords(time: TimeFilter): string {
  if (typeof time === 'string') return text.inbox.times[time]
  const [from, to] = [time.from, time.to].map((date) => (date === '' ? '' : dateInWords(date)))
  if (from && to) return text.inbox.fromTo(from, to)
  return from ? text.inbox.fromOnly(from) : text.inbox.toOnly(to ?? '')
}
