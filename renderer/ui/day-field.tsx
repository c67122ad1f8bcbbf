import { Input, Label, TextField } from 'react-aria-components'

interface DayFieldProps {
  label: string
  /** `YYYY-MM-DD`; undefined for none. */
  value: string | undefined
  onChange: (day: string | undefined) => void
}

/** A day, chosen as this PC chooses days; an empty field is no day. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <TextField className="day-field" value={value ?? ''} onChange={(day) => onChange(day === '' ? undefined : day)}>
      <Label>{label}</Label>
      <Input type="date" min="2000-01-01" max="9999-12-31" />
    </TextField>
  )
}
