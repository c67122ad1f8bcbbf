import { longestTemplate } from '../../../electron/contract/texts.ts'
import type { TextPreview } from '../../../electron/contract/texts.ts'
import { Field } from '../../ui/field.tsx'
import { InsertFields, useInsertion } from './insert-fields.tsx'
import { problemOf } from './use-previews.ts'

interface TemplateFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  preview: TextPreview | undefined
  /** What keeps it from being saved, where that is not the preview's own problem. */
  problem?: string | null
  /** What callers get as long as this is empty. */
  placeholder?: string
  /** Whether fields can be put in here now. */
  offersFields: boolean
  onFocus?: () => void
}

/** One template: what it says, the fields to put in, and what is wrong with it or good to know. */
export function TemplateField({
  label,
  value,
  onChange,
  preview,
  problem,
  offersFields,
  ...props
}: TemplateFieldProps) {
  const { frame, insert } = useInsertion(value, onChange)
  const said = value.trim() === '' ? [] : (preview?.findings ?? [])
  // A template with fields says by itself too little of what callers get; the one being written has the phone beside it.
  const reads = !offersFields && value.includes('{') ? (preview?.body ?? null) : null
  return (
    <div ref={frame} className="template">
      <Field
        multiline
        label={label}
        value={value}
        onChange={onChange}
        problem={problem ?? (value.trim() === '' ? null : problemOf(preview))}
        maxLength={longestTemplate}
        {...props}
      />
      {said
        .filter(({ severity }) => severity === 'warning')
        .map(({ message }) => (
          <p key={message} className="warning-text">
            {message}
          </p>
        ))}
      {reads === null ? null : (
        <p className="help template-reads" dir="auto">
          {reads}
        </p>
      )}
      {offersFields ? <InsertFields onInsert={insert} /> : null}
    </div>
  )
}
