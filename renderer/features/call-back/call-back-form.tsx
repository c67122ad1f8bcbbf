import { useEffect, useState } from 'react'
import { Label, RadioGroup } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import type { CallBackChoices, CallBackSettings } from '../../../electron/contract/view-models.ts'
import { Field } from '../../ui/field.tsx'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import { FormPage, type SettingsFormProps } from '../setup/form-page.tsx'
import { useAnswers, useForm } from '../setup/use-form.ts'
import { Choice } from '../../ui/choice.tsx'
import { PhoneChoice } from './phone-choice.tsx'

const forms: CallBackSettings['numberForm'][] = ['auto', 'country-code', 'national', 'e164']

/** Which phone is ours, and how numbers are dialled where Ringback's own guess is wrong. */
export function CallBackForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const stored = settings.callBack
  const values = useAnswers('calling', stored)
  const [choices, setChoices] = useState<CallBackChoices | null>(null)
  useEffect(() => {
    void api.request('call-back:choices', undefined).then((result) => {
      if (result.ok) setChoices(result.value)
    })
  }, [])
  const form = useForm({
    name: 'calling',
    stored,
    problems: {
      context: /^[\w.-]{0,80}$/.test(values.context.trim()) ? null : text.callBack.badContext,
      prefix: /^[\d*#]{0,6}$/.test(values.prefix.trim()) ? null : text.callBack.badPrefix,
    },
    save: () => api.request('settings:save-call-back', values),
    onSaved,
  })
  const { phone, context, prefix, numberForm } = stored
  const isPlain = context === '' && prefix === '' && numberForm === 'auto'
  return (
    <FormPage
      title={title}
      lead={text.callBack.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          {choices ? (
            <PhoneChoice
              key={phone}
              phones={choices.phones}
              value={values.phone}
              onChange={(value) => form.edit({ phone: value })}
              problem={null}
            />
          ) : null}
          <CallerIdChoice choices={choices} value={values.callerId} onChange={(callerId) => form.edit({ callerId })} />
          <Fold className="dialling" title={text.callBack.dialling} isOpen={!isPlain}>
            <RadioGroup
              className="answers"
              value={values.numberForm}
              onChange={(value) => form.edit({ numberForm: forms.find((one) => one === value) ?? 'auto' })}
            >
              <Label>{text.callBack.form}</Label>
              {forms.map((one) => (
                <Choice key={one} value={one}>
                  {one === 'auto'
                    ? text.callBack.formAuto(choices?.dialling?.example ?? null)
                    : text.callBack.forms[one]}
                </Choice>
              ))}
            </RadioGroup>
            <div className="field-pair">
              <Field
                label={text.callBack.context}
                value={values.context}
                onChange={(value) => form.edit({ context: value })}
                help={text.callBack.contextHelp}
                problem={form.problem('context')}
              />
              <Field
                label={text.callBack.prefix}
                value={values.prefix}
                onChange={(value) => form.edit({ prefix: value })}
                help={text.callBack.prefixHelp}
                problem={form.problem('prefix')}
                inputMode="tel"
              />
            </div>
          </Fold>
        </>
      }
      help={
        <section className="check-card">
          <h3>{text.callBack.howTitle}</h3>
          <ol className="where">
            {text.callBack.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="help">{text.callBack.atPhoneOnly}</p>
        </section>
      }
    />
  )
}

interface CallerIdChoiceProps {
  choices: CallBackChoices | null
  value: string
  onChange: (value: string) => void
}

function CallerIdChoice({ choices, value, onChange }: CallerIdChoiceProps) {
  // The main line is on offer already, as what holds by itself.
  const lines = choices?.lines.filter((line) => line.label !== choices.callerId || line.number === value) ?? []
  // A number that was chosen and is no line any more stays on offer.
  const kept = ['auto', 'none', ...lines.map(({ number }) => number)].includes(value) ? [] : [value]
  return (
    <RadioGroup className="answers" value={value} onChange={onChange}>
      <Label>{text.callBack.callerId}</Label>
      <Choice value="auto">{text.callBack.callerIdAuto(choices?.callerId ?? null)}</Choice>
      {lines.map(({ number, label }) => (
        <Choice key={number} value={number}>
          {label}
        </Choice>
      ))}
      {kept.map((number) => (
        <Choice key={number} value={number}>
          {number}
        </Choice>
      ))}
      <Choice value="none">{text.callBack.callerIdNone}</Choice>
    </RadioGroup>
  )
}
