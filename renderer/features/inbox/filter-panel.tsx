import { useState } from 'react'
import { Check } from 'lucide-react'
import { Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components'
import { mostTags } from '../../store/list-filter.ts'
import type { TimeFilter } from '../../store/list-filter.ts'
import { useWindow } from '../../store/window-store.ts'
import { text } from '../../text/index.ts'
import { TagChip } from '../../ui/tag-chip.tsx'

/** What the list can be narrowed to. */
export function FilterPanel() {
  return (
    <>
      <Times />
      <Lines />
      <Tags />
    </>
  )
}

const times = ['today', '7', '30', 'between'] as const

function Times() {
  const time = useWindow((state) => state.filter.time)
  const narrow = useWindow((state) => state.narrow)
  // Chosen, but without a date yet.
  const [betweenShown, setBetweenShown] = useState(time !== null && typeof time === 'object')
  const chosen = betweenShown ? 'between' : typeof time === 'string' ? time : 'any'
  const choose = (key: (typeof times)[number] | 'any'): void => {
    setBetweenShown(key === 'between')
    narrow({ time: key === 'any' || key === 'between' ? null : key })
  }
  return (
    <Choices
      label={text.inbox.when}
      chosen={[chosen]}
      choices={[{ id: 'any', name: text.inbox.anyTime }, ...times.map((id) => ({ id, name: text.inbox.times[id] }))]}
      onChoose={([key]) => choose(times.find((id) => id === key) ?? 'any')}
    >
      {betweenShown ? <Between time={time} onChange={(between) => narrow({ time: between })} /> : null}
    </Choices>
  )
}

function Between({ time, onChange }: { time: TimeFilter | null; onChange: (time: TimeFilter | null) => void }) {
  const { from, to } = time !== null && typeof time === 'object' ? time : { from: '', to: '' }
  const change = (dates: { from: string; to: string }): void =>
    onChange(dates.from === '' && dates.to === '' ? null : dates)
  return (
    <div className="between">
      <TextField className="field" value={from} onChange={(value) => change({ from: value, to })}>
        <Label>{text.inbox.from}</Label>
        <div className="field-box">
          <Input type="date" max={to === '' ? '9999-12-31' : to} />
        </div>
      </TextField>
      <TextField className="field" value={to} onChange={(value) => change({ from, to: value })}>
        <Label>{text.inbox.to}</Label>
        <div className="field-box">
          <Input type="date" min={from} max="9999-12-31" />
        </div>
      </TextField>
    </div>
  )
}

function Lines() {
  const lines = useWindow((state) => state.parties?.lines)
  const line = useWindow((state) => state.filter.line)
  const narrow = useWindow((state) => state.narrow)
  if (!lines || (lines.length < 2 && line === null)) return null
  return (
    <Choices
      label={text.inbox.line}
      chosen={[line ?? 'any']}
      choices={[
        { id: 'any', name: text.inbox.anyLine },
        ...lines.map(({ number, name, numberForPeople }) => ({ id: number, name: name ?? numberForPeople })),
      ]}
      onChoose={([key]) => narrow({ line: key === undefined || key === 'any' ? null : key })}
    />
  )
}

function Tags() {
  const tags = useWindow((state) => state.tags)
  const tagIds = useWindow((state) => state.filter.tagIds)
  const narrow = useWindow((state) => state.narrow)
  if (!tags) return null
  if (tags.length === 0) return <p className="help">{text.inbox.noTags}</p>
  return (
    <Choices
      label={text.inbox.tags}
      isSeveral
      chosen={tagIds}
      choices={tags.map((tag) => ({ id: tag.id, name: tag.name, tag }))}
      onChoose={(keys) => narrow({ tagIds: keys.slice(-mostTags) })}
    />
  )
}

interface Choice {
  id: string
  name: string
  tag?: React.ComponentProps<typeof TagChip>['tag']
}

interface ChoicesProps {
  label: string
  choices: Choice[]
  chosen: readonly string[]
  isSeveral?: boolean
  onChoose: (keys: string[]) => void
  children?: React.ReactNode
}

function Choices({ label, choices, chosen, isSeveral = false, onChoose, children }: ChoicesProps) {
  return (
    <section className="filter-part">
      <h3>{label}</h3>
      <ListBox
        aria-label={label}
        items={choices}
        selectionMode={isSeveral ? 'multiple' : 'single'}
        disallowEmptySelection={!isSeveral}
        escapeKeyBehavior="none"
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map((key) => String(key)))
        }
      >
        {({ name, tag }) => (
          <ListBoxItem className="pick" textValue={name}>
            {({ isSelected }) => (
              <>
                {tag ? <TagChip tag={tag} /> : <bdi className="one-line">{name}</bdi>}
                {isSelected ? <Check size={15} aria-hidden="true" /> : null}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {children}
    </section>
  )
}
