import { useState } from 'react'
import type { FormValues } from '../../store/forms-slice.ts'
import { Field } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import { SecretField } from './secret-field.tsx'
import { SenderChoice } from './sender-choice.tsx'

export interface TextingFieldsProps {
  values: FormValues['texting']
  edit: (change: Partial<FormValues['texting']>) => void
  problem: (field: keyof typeof text.setup.texting.suspect) => string | null
}

/** What Twilio, or a provider that speaks like it, wants to know. */
export function TwilioFields({ values, edit, problem, hasToken }: TextingFieldsProps & { hasToken: boolean }) {
  const { accountSid, apiKey, authToken, baseUrl } = values
  const byKey = apiKey.trim() !== ''
  const [tokenShown, setTokenShown] = useState(false)
  return (
    <>
      <Field
        label={text.setup.texting.sid}
        value={accountSid}
        onChange={(value) => edit({ accountSid: value })}
        problem={problem('accountSid')}
        placeholder="AC…"
      />
      <SecretField
        label={byKey ? text.setup.texting.keySecret : text.setup.texting.token}
        value={authToken}
        onChange={(value) => edit({ authToken: value })}
        problem={problem('authToken')}
        stored={hasToken}
        help={text.setup.texting.kept}
        shown={tokenShown}
        onShow={setTokenShown}
      />
      <Fold title={text.setup.texting.other} isOpen={baseUrl !== '' || byKey}>
        <Field
          label={text.setup.texting.key}
          value={apiKey}
          onChange={(value) => edit({ apiKey: value })}
          problem={byKey ? problem('apiKey') : null}
          help={text.setup.texting.keyHelp}
          placeholder="SK…"
        />
        <Field
          label={text.setup.texting.baseUrl}
          value={baseUrl}
          onChange={(value) => edit({ baseUrl: value })}
          problem={problem('baseUrl')}
          help={text.setup.texting.baseUrlHelp}
          inputMode="url"
        />
      </Fold>
      <SenderChoice values={values} edit={edit} problem={problem('from')} />
    </>
  )
}

/** Where the answers stand at Twilio. */
export function TwilioHelp() {
  return (
    <section className="check-card">
      <h3>{text.setup.texting.where}</h3>
      <ol className="where">
        {text.setup.texting.whereSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
