import { Input, TextField } from 'react-aria-components'
import { useNameInPlace } from '../../ui/use-name-in-place.ts'

interface FieldInPlaceProps {
  id: string
  className: string
  label: string
  placeholder: string
  value: string
  save: (value: string) => void
}

/** One line about the contact, written over in place: Enter or leaving the field saves, Esc takes it back. */
export function FieldInPlace({ id, className, label, placeholder, value, save }: FieldInPlaceProps) {
  const { field, onKeyDown } = useNameInPlace(value, save)
  return (
    <TextField className={className} aria-label={label} {...field}>
      <Input id={id} placeholder={placeholder} maxLength={120} dir="auto" spellCheck={false} onKeyDown={onKeyDown} />
    </TextField>
  )
}
