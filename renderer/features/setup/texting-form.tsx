import { Label, RadioGroup } from 'react-aria-components'
import type { CommandInput } from '../../../electron/contract/commands.ts'
import { api } from '../../api/ringback.ts'
import type { FormValues } from '../../store/forms-slice.ts'
import { text } from '../../text/index.ts'
import { Choice } from '../call-back/phone-choice.tsx'
import { CheckCard } from './check-card.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { OwnSystemFields, OwnSystemHelp, useOwnSystem } from './own-system-fields.tsx'
import { TwilioFields, TwilioHelp } from './twilio-fields.tsx'
import { useAnswers, useForm } from './use-form.ts'
import { isWebAddress } from './web-address.ts'

const kinds = ['twilio', 'asterisk'] as const

/** By which way texts leave: a text service, or the office's own phone system. */
export function TextingForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { kind: storedKind, accountSid, apiKey, from, baseUrl, trunk, numbers, hasToken } = settings.texting
  const stored = { kind: storedKind, accountSid, apiKey, authToken: '', from, baseUrl, trunk, numbers }
  const values = useAnswers('texting', stored)
  const system = useOwnSystem()
  const own = values.kind === 'asterisk'
  const input = inputOf(values)
  const form = useForm({
    name: 'texting',
    stored,
    problems: problemsOf(values, hasToken),
    check: () => api.request('texting:check', input),
    save: () => api.request('texting:save', input),
    onSaved,
  })
  const problem = (field: keyof typeof text.setup.texting.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? text.setup.texting.suspect[field] : null)
  const fields = { values, edit: form.edit, problem }

  return (
    <FormPage
      title={title}
      lead={own ? text.setup.texting.own.lead : text.setup.texting.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <RadioGroup
            className="answers"
            value={values.kind}
            onChange={(value) => form.edit({ kind: kinds.find((one) => one === value) ?? 'twilio' })}
          >
            <Label>{text.setup.texting.way}</Label>
            {kinds.map((kind) => (
              <Choice key={kind} value={kind}>
                {text.setup.texting.ways[kind]}
              </Choice>
            ))}
          </RadioGroup>
          {own ? <OwnSystemFields {...fields} system={system} /> : <TwilioFields {...fields} hasToken={hasToken} />}
        </>
      }
      help={
        <>
          <CheckCard
            steps={form.steps}
            checking={form.checking}
            names={own ? text.setup.texting.own.checks : text.setup.texting.checks}
          />
          {own ? <OwnSystemHelp system={system} /> : <TwilioHelp />}
        </>
      }
    />
  )
}

function inputOf(values: FormValues['texting']): CommandInput<'texting:save'> {
  const { kind, accountSid, apiKey, authToken, from, baseUrl, trunk, numbers } = values
  if (kind === 'asterisk') return { kind, from: from.trim(), trunk: trunk.trim(), numbers }
  const token = authToken === '' ? {} : { authToken: authToken.trim() }
  return {
    kind,
    accountSid: accountSid.trim(),
    apiKey: apiKey.trim(),
    from: from.trim(),
    baseUrl: baseUrl.trim(),
    ...token,
  }
}

function problemsOf(values: FormValues['texting'], hasToken: boolean): Record<string, string | null> {
  const required = (value: string) => (value.trim() === '' ? text.setup.required : null)
  if (values.kind === 'asterisk') return { from: required(values.from), trunk: required(values.trunk) }
  const baseUrl = values.baseUrl.trim()
  return {
    accountSid: required(values.accountSid),
    apiKey: /^(?:SK[0-9A-Za-z]+)?$/.test(values.apiKey.trim()) ? null : text.setup.texting.badKey,
    authToken: hasToken ? null : required(values.authToken),
    from: required(values.from),
    baseUrl: baseUrl === '' || isWebAddress(baseUrl) ? null : text.setup.texting.badUrl,
  }
}
