import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { X } from 'lucide-react'
import { Input, TextField } from 'react-aria-components'
import { minutesOf } from '../../../electron/contract/opening-hours.ts'
import type { OpenBlock } from '../../../electron/contract/opening-hours.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'

interface BlockRowProps {
  /** What the day is called, for those who hear the page. */
  day: string
  /** Counted from one. */
  number: number
  block: OpenBlock
  onChange: (block: OpenBlock) => void
  onRemove: () => void
}

/** One opening of a day: from, to, and a way to be rid of it. */
export function BlockRow({ day, number, block, onChange, onRemove }: BlockRowProps) {
  const { from, to } = block
  /** The times of a whole day are shown while somebody changes them; else it says what they mean. */
  const [changing, setChanging] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const allDay = from === '00:00' && to === '24:00' && !changing
  const crosses = (minutesOf(to) ?? Infinity) <= (minutesOf(from) ?? -1)
  const change = (): void => {
    flushSync(() => setChanging(true))
    row.current?.querySelector('input')?.focus()
  }
  return (
    <div
      ref={row}
      className="block-row"
      onFocus={(event) => {
        if (event.target instanceof HTMLInputElement) setChanging(true)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setChanging(false)
      }}
    >
      {allDay ? (
        <Button look="link" aria-label={text.hours.changeAllDay(day, number)} onPress={change}>
          {text.hours.allDay}
        </Button>
      ) : (
        <>
          <TimeInput
            label={text.hours.from(day, number)}
            value={from}
            onChange={(time) => onChange({ from: time, to })}
          />
          <span aria-hidden="true">{text.hours.to}</span>
          {/* The end of the day is 24:00, which no clock shows. */}
          <TimeInput
            label={text.hours.until(day, number)}
            value={to === '24:00' ? '00:00' : to}
            onChange={(time) => onChange({ from, to: time === '00:00' ? '24:00' : time })}
          />
        </>
      )}
      <Button look="plain" size="icon-only" aria-label={text.hours.removeBlock(day, number)} onPress={onRemove}>
        <X size={15} aria-hidden="true" />
      </Button>
      {crosses ? <span className="help">{text.hours.overnight}</span> : null}
    </div>
  )
}

interface TimeInputProps {
  label: string
  /** `HH:MM`, or empty while it is typed. */
  value: string
  onChange: (time: string) => void
}

/** A time of day, typed or chosen, the way this PC writes it. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <TextField className="field time" aria-label={label} value={value} onChange={onChange}>
      <div className="field-box">
        <Input type="time" />
      </div>
    </TextField>
  )
}
