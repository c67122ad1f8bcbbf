import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import type { FormValues } from '../../store/forms-slice.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/en.ts'
import { SecretField } from './secret-field.tsx'

const words = text.setup.texting

export interface TextingFieldsProps {
  values: FormValues['texting']
  edit: (change: Partial<FormValues['texting']>) => void
  problem: (field: keyof typeof words.suspect) => string | null
}

/** What Twilio, or a provider that speaks like it, wants to know. */
export function TwilioFields({ values, edit, problem, hasToken }: TextingFieldsProps & { hasToken: boolean }) {
  const { accountSid, apiKey, authToken, from, baseUrl } = values
  const byKey = apiKey.trim() !== ''
  const [tokenShown, setTokenShown] = useState(false)
  return (
    <>
      <Field
        label={words.sid}
        value={accountSid}
        onChange={(value) => edit({ accountSid: value })}
        problem={problem('accountSid')}
        placeholder="AC…"
      />
      <SecretField
        label={byKey ? words.keySecret : words.token}
        value={authToken}
        onChange={(value) => edit({ authToken: value })}
        problem={problem('authToken')}
        stored={hasToken}
        help={words.kept}
        shown={tokenShown}
        onShow={setTokenShown}
      />
      <Field
        label={words.from}
        value={from}
        onChange={(value) => edit({ from: value })}
        problem={problem('from')}
        help={words.fromHelp}
        inputMode="tel"
      />
      <Disclosure className="more" defaultExpanded={baseUrl !== '' || byKey}>
        <Button slot="trigger" className="why focusable">
          {words.other}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
        <DisclosurePanel>
          <Field
            label={words.key}
            value={apiKey}
            onChange={(value) => edit({ apiKey: value })}
            problem={byKey ? problem('apiKey') : null}
            help={words.keyHelp}
            placeholder="SK…"
          />
          <Field
            label={words.baseUrl}
            value={baseUrl}
            onChange={(value) => edit({ baseUrl: value })}
            problem={problem('baseUrl')}
            help={words.baseUrlHelp}
            inputMode="url"
          />
        </DisclosurePanel>
      </Disclosure>
    </>
  )
}

/** Where the answers stand at Twilio. */
export function TwilioHelp() {
  return (
    <section className="check-card">
      <h3>{words.where}</h3>
      <ol className="where">
        {words.whereSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
