import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'

interface SecretFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  problem: string | null
  /** One is kept already; it is never shown again. */
  stored: boolean
  help?: string | undefined
  /** Readable, or as dots. */
  shown: boolean
  onShow: (shown: boolean) => void
  /** Makes up a good one, where that helps. */
  make?: () => string
}

export function SecretField({ label, value, onChange, problem, stored, help, shown, onShow, make }: SecretFieldProps) {
  return (
    <Field
      label={label}
      value={value}
      onChange={onChange}
      problem={problem}
      help={stored && value === '' ? text.setup.keepStored : help}
      placeholder={stored ? '••••••••' : undefined}
      type={shown ? 'text' : 'password'}
      autoComplete="off"
      after={
        <>
          {make && value === '' && !stored ? (
            <Button
              look="link"
              onPress={() => {
                onChange(make())
                onShow(true)
              }}
            >
              {text.setup.phone.make}
            </Button>
          ) : null}
          {value === '' ? null : (
            <Button look="link" onPress={() => onShow(!shown)}>
              {shown ? text.setup.hide : text.setup.show}
            </Button>
          )}
        </>
      }
    />
  )
}
