import { Switch } from 'react-aria-components'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'

interface Answers {
  enabled: boolean
  name: string
  bookingLink: string
}

interface BusinessFieldsProps {
  answers: Answers
  edit: (change: Partial<Answers>) => void
  problem: (field: string) => string | null
}

/** Whether missed callers are texted at all, and by whom: what set-up and settings both begin with. */
export function BusinessFields({ answers, edit, problem }: BusinessFieldsProps) {
  return (
    <>
      <Switch className="switch" isSelected={answers.enabled} onChange={(enabled) => edit({ enabled })}>
        <span className="track" />
        {text.setup.message.enabled}
      </Switch>
      <Field
        label={text.setup.message.business}
        value={answers.name}
        onChange={(name) => edit({ name })}
        problem={problem('name')}
        help={text.setup.message.businessHelp}
        maxLength={80}
      />
      <Field
        label={text.setup.message.booking}
        value={answers.bookingLink}
        onChange={(bookingLink) => edit({ bookingLink })}
        problem={problem('bookingLink')}
        help={text.setup.message.bookingHelp}
        inputMode="url"
      />
    </>
  )
}
