import { longestPin } from '../../../electron/contract/lock.ts'
import { Field } from '../../ui/field.tsx'

interface PinFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  help?: string
  problem: string | null
}

/** A PIN or password as it is typed: nobody reads it, and no browser offers an older one. */
export function PinField(props: PinFieldProps) {
  return <Field {...props} type="password" autoComplete="off" maxLength={longestPin} />
}
