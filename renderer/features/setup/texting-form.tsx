import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/en.ts'
import { CheckCard } from './check-card.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { SecretField } from './secret-field.tsx'
import { useAnswers, useForm } from './use-form.ts'
import { isWebAddress } from './web-address.ts'

const words = text.setup.texting

export function TextingForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { texting } = settings
  const stored = { accountSid: texting.accountSid, authToken: '', from: texting.from, baseUrl: texting.baseUrl }
  const { accountSid, authToken, from, baseUrl } = useAnswers('texting', stored)
  const [tokenShown, setTokenShown] = useState(false)

  const input = {
    accountSid: accountSid.trim(),
    from: from.trim(),
    baseUrl: baseUrl.trim(),
    ...(authToken === '' ? {} : { authToken: authToken.trim() }),
  }
  const form = useForm({
    name: 'texting',
    stored,
    problems: {
      accountSid: input.accountSid === '' ? text.setup.required : null,
      authToken: authToken === '' && !texting.hasToken ? text.setup.required : null,
      from: input.from === '' ? text.setup.required : null,
      baseUrl: input.baseUrl === '' || isWebAddress(input.baseUrl) ? null : words.badUrl,
    },
    check: () => api.request('texting:check', input),
    save: () => api.request('texting:save', input),
    onSaved,
  })
  const problem = (field: keyof typeof words.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? words.suspect[field] : null)

  return (
    <FormPage
      title={title}
      lead={words.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <Field
            label={words.sid}
            value={accountSid}
            onChange={(value) => form.edit({ accountSid: value })}
            problem={problem('accountSid')}
            placeholder="AC…"
          />
          <SecretField
            label={words.token}
            value={authToken}
            onChange={(value) => form.edit({ authToken: value })}
            problem={problem('authToken')}
            stored={texting.hasToken}
            help={words.kept}
            shown={tokenShown}
            onShow={setTokenShown}
          />
          <Field
            label={words.from}
            value={from}
            onChange={(value) => form.edit({ from: value })}
            problem={problem('from')}
            help={words.fromHelp}
            inputMode="tel"
          />
          <Disclosure className="more" defaultExpanded={baseUrl !== ''}>
            <Button slot="trigger" className="why focusable">
              {words.other}
              <ChevronDown size={13} aria-hidden="true" />
            </Button>
            <DisclosurePanel>
              <Field
                label={words.baseUrl}
                value={baseUrl}
                onChange={(value) => form.edit({ baseUrl: value })}
                problem={problem('baseUrl')}
                help={words.baseUrlHelp}
                inputMode="url"
              />
            </DisclosurePanel>
          </Disclosure>
        </>
      }
      help={
        <>
          <CheckCard steps={form.steps} checking={form.checking} names={words.checks} />
          <section className="check-card">
            <h3>{words.where}</h3>
            <ol className="where">
              {words.whereSteps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        </>
      }
    />
  )
}
