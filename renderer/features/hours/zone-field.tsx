import { useId } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { text } from '../../text/index.ts'

interface ZoneFieldProps {
  value: string
  onChange: (zone: string) => void
  problem: string | null
}

/** Every zone this machine knows. */
const zones = Intl.supportedValuesOf('timeZone')

export function isZone(zone: string): boolean {
  try {
    return zone.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return zone === 'UTC'
  }
}

/** The office's time zone: typed, with what fits offered below. */
export function ZoneField({ value, onChange, problem }: ZoneFieldProps) {
  const listId = useId()
  return (
    <TextField className="field zone" value={value} onChange={onChange} isInvalid={problem !== null}>
      <Label>{text.hours.timeZone}</Label>
      <div className="field-box">
        <Input list={listId} spellCheck={false} />
      </div>
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      {problem ? (
        <Text slot="errorMessage" className="problem">
          {problem}
        </Text>
      ) : null}
    </TextField>
  )
}
