import { useEffect, useState } from 'react'
import { Search, X } from 'lucide-react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { missedReasons } from '../../../electron/contract/call-list.ts'
import type { CallKind } from '../../../electron/contract/call-list.ts'
import type { CallFilter } from '../../../electron/contract/call-list-commands.ts'
import type { MissedReason } from '../../../electron/contract/view-models.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useNow } from '../../ui/use-now.ts'
import { text } from '../../text/index.ts'
import { dayIn, daysOf } from './office-days.ts'
import '../../ui/search.css'

type Kind = 'all' | 'untexted' | CallKind
type When = keyof typeof text.calls.filters.whens

const kinds: readonly Kind[] = ['all', 'missed', 'untexted', 'answered', 'outbound']
const spans = ['today', 'yesterday', 'week', 'month'] as const
/** A search begins when typing pauses for so long, ms. */
const pause = 150

/** Every filter at a glance; each holds at once. */
export function CallFilters() {
  const words = text.calls.filters
  const filter = useWindow((state) => state.callFilter)
  const choices = useWindow((state) => state.callChoices)
  const filterCalls = useWindow((state) => state.filterCalls)
  const change = (changed: Changed): void => filterCalls(withoutGaps({ ...filter, ...changed }))
  const kind: Kind = filter.untexted === true ? 'untexted' : (filter.kind ?? 'all')

  return (
    <search className="call-filters" aria-label={words.label}>
      <QueryField
        query={filter.query ?? ''}
        onChange={(query) => change({ query: query === '' ? undefined : query })}
      />
      <Select<Kind>
        label={words.kind}
        value={kind}
        marked={kind !== 'all'}
        choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(value) =>
          change({
            kind: value === 'all' ? undefined : value === 'untexted' ? 'missed' : value,
            untexted: value === 'untexted' ? true : undefined,
            // A reason is that of a missed call.
            reason: value === 'answered' || value === 'outbound' ? undefined : filter.reason,
          })
        }
      />
      <Select<MissedReason | ''>
        label={words.reason}
        value={filter.reason ?? ''}
        marked={filter.reason !== undefined}
        isDisabled={kind === 'answered' || kind === 'outbound'}
        choices={[
          { value: '', label: words.anyReason },
          ...missedReasons.map((value) => ({ value, label: text.calls.reasons[value] })),
        ]}
        onChange={(value) => change({ reason: value === '' ? undefined : value })}
      />
      {choices && choices.lines.length > 1 ? (
        <Select
          label={words.line}
          value={filter.line ?? ''}
          marked={filter.line !== undefined}
          choices={[
            { value: '', label: words.anyLine },
            ...choices.lines.map(({ number, label }) => ({ value: number, label })),
          ]}
          onChange={(value) => change({ line: value === '' ? undefined : value })}
        />
      ) : null}
      {choices && choices.phones.length > 0 ? (
        <Select
          label={words.phone}
          value={filter.phone ?? ''}
          marked={filter.phone !== undefined}
          choices={[
            { value: '', label: words.anyPhone },
            ...choices.phones.map((phone) => ({ value: phone, label: phone })),
          ]}
          onChange={(value) => change({ phone: value === '' ? undefined : value })}
        />
      ) : null}
      <WhenFields filter={filter} timeZone={choices?.timeZone} onChange={change} />
      {Object.keys(filter).length > 0 ? (
        <Button look="plain" size="small" onPress={() => filterCalls({})}>
          {words.clear}
        </Button>
      ) : null}
    </search>
  )
}

type Changed = { [K in keyof CallFilter]: CallFilter[K] | undefined }

/** What is not asked for is left out. */
function withoutGaps(filter: Changed): CallFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as CallFilter
}

function QueryField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const [typed, setTyped] = useState(query)
  // Cleared from elsewhere.
  useEffect(() => setTyped(query), [query])
  useEffect(() => {
    if (typed.trim() === query) return undefined
    const timer = setTimeout(() => onChange(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed, query, onChange])
  return (
    <SearchField className="search" aria-label={text.calls.filters.search} value={typed} onChange={setTyped}>
      <Search size={15} aria-hidden="true" />
      <Input placeholder={text.calls.filters.search} dir="auto" />
      {typed === '' ? null : (
        <AriaButton className="button plain icon-only" aria-label={text.calls.filters.clearSearch}>
          <X size={14} aria-hidden="true" />
        </AriaButton>
      )}
    </SearchField>
  )
}

interface WhenProps {
  filter: CallFilter
  /** Undefined until it is known. */
  timeZone: string | undefined
  onChange: (changed: { from: string | undefined; to: string | undefined }) => void
}

function WhenFields({ filter: { from, to }, timeZone, onChange }: WhenProps) {
  const words = text.calls.filters
  const today = dayIn(timeZone ?? 'UTC', useNow(60_000))
  const [choosing, setChoosing] = useState(false)
  const preset = spans.find((span) => {
    const days = daysOf(span, today)
    return days.from === from && days.to === to
  })
  const any = from === undefined && to === undefined
  const when: When = choosing ? 'days' : any ? 'any' : (preset ?? 'days')
  return (
    <>
      <Select<When>
        label={words.when}
        value={when}
        marked={!any}
        isDisabled={timeZone === undefined}
        choices={(['any', ...spans, 'days'] as const).map((value) => ({ value, label: words.whens[value] }))}
        onChange={(value) => {
          setChoosing(value === 'days')
          if (value === 'any') onChange({ from: undefined, to: undefined })
          else if (value !== 'days') onChange(daysOf(value, today))
          else if (any) onChange({ from: today, to: today })
        }}
      />
      {when === 'days' ? (
        <>
          <DayField label={words.from} value={from} onChange={(day) => onChange({ from: day, to })} />
          <DayField label={words.to} value={to} onChange={(day) => onChange({ from, to: day })} />
        </>
      ) : null}
    </>
  )
}
