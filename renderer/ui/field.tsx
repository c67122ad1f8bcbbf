import type { ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components'

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string
  help?: string | undefined
  /** What is wrong with the value; null when it is fine. */
  problem?: string | null | undefined
  placeholder?: string | undefined
  multiline?: boolean
  /** Stands inside the box, after the value. */
  after?: ReactNode
}

/** One question of a form: label, box, help, and what is wrong with the answer. */
export function Field({ label, help, problem, placeholder, multiline = false, after, ...props }: FieldProps) {
  const input = { ...(placeholder === undefined ? {} : { placeholder }), spellCheck: multiline }
  return (
    <TextField {...props} className="field" isInvalid={Boolean(problem)}>
      <Label>{label}</Label>
      <div className="field-box">
        {multiline ? <TextArea {...input} dir="auto" /> : <Input {...input} />}
        {after}
      </div>
      {problem ? (
        <Text slot="errorMessage" className="problem">
          {problem}
        </Text>
      ) : null}
      {help ? (
        <Text slot="description" className="help">
          {help}
        </Text>
      ) : null}
    </TextField>
  )
}
