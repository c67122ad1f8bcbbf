import { useRef } from 'react'
import { Switch } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/en.ts'
import { insertAt } from '../conversation/insert-at.ts'
import { segmentsHint } from '../conversation/segments-hint.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { previewText, templateFields, type TemplateField } from './template-preview.ts'
import { useAnswers, useForm } from './use-form.ts'
import { isWebAddress, withScheme } from './web-address.ts'

const words = text.setup.message
const longestDelay = 300
const longestTemplate = 640

/** Who the office is and what the first text says: two settings, one question ("How do we greet them?"). */
export function MessageForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { business, followUp } = settings
  const stored = {
    name: business.name,
    bookingLink: business.bookingLink,
    enabled: followUp.enabled,
    delay: String(followUp.delaySeconds),
    template: followUp.template,
  }
  const { name, bookingLink, enabled, delay, template } = useAnswers('message', stored)
  const frame = useRef<HTMLDivElement>(null)

  const link = withScheme(bookingLink)
  const delaySeconds = Number(delay)
  const delayFits =
    delay.trim() !== '' && Number.isInteger(delaySeconds) && delaySeconds >= 0 && delaySeconds <= longestDelay
  const preview = previewText(template, {
    business: name.trim() || words.sampleBusiness,
    caller: words.sampleCaller,
    line: settings.lines[0]?.name ?? words.sampleLine,
    bookingLink: link,
  })
  const form = useForm({
    name: 'message',
    stored,
    problems: {
      name: name.trim() === '' ? text.setup.required : null,
      bookingLink: link === '' || isWebAddress(link) ? null : words.badUrl,
      delay: delayFits || !enabled ? null : words.badDelay,
      template: template.trim() === '' ? text.setup.required : preview.problem,
    },
    save: async () => {
      const saved = await api.request('settings:save-business', { name: name.trim(), bookingLink: link })
      if (!saved.ok) return saved
      return api.request('settings:save-follow-up', {
        enabled,
        delaySeconds: delayFits ? delaySeconds : followUp.delaySeconds,
        template: template.trim(),
      })
    },
    onSaved,
  })
  const insert = (field: TemplateField): void => {
    const area = frame.current?.querySelector('textarea')
    form.edit({ template: insertAt(template, `{${field}}`, area?.selectionStart ?? template.length) })
    area?.focus()
  }
  return (
    <FormPage
      title={title}
      lead={words.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <Switch className="switch" isSelected={enabled} onChange={(value) => form.edit({ enabled: value })}>
            <span className="track" />
            {words.enabled}
          </Switch>
          <Field
            label={words.business}
            value={name}
            onChange={(value) => form.edit({ name: value })}
            problem={form.problem('name')}
            help={words.businessHelp}
            maxLength={80}
          />
          <Field
            label={words.booking}
            value={bookingLink}
            onChange={(value) => form.edit({ bookingLink: value })}
            problem={form.problem('bookingLink')}
            help={words.bookingHelp}
            inputMode="url"
          />
          <div ref={frame} className="template">
            <Field
              multiline
              label={words.template}
              value={template}
              onChange={(value) => form.edit({ template: value })}
              problem={form.problem('template') ?? preview.problem}
              maxLength={longestTemplate}
            />
            <div className="insert-fields" role="group" aria-label={words.fields}>
              {words.fields}
              {templateFields.map((field) => (
                <Button key={field} size="small" onPress={() => insert(field)}>
                  {words.fieldNames[field]}
                </Button>
              ))}
            </div>
          </div>
          <div className="delay">
            <Field
              label={words.delay}
              value={delay}
              onChange={(value) => form.edit({ delay: value })}
              problem={form.problem('delay')}
              help={words.delayHelp}
              inputMode="numeric"
              isDisabled={!enabled}
              after={<span className="unit">{words.delayUnit}</span>}
            />
          </div>
        </>
      }
      help={
        <section className="check-card phone-preview">
          <h3>{words.preview}</h3>
          {preview.body === null ? (
            <p className="help">{words.previewLater}</p>
          ) : (
            <>
              <p className="bubble theirs selectable" dir="auto">
                {preview.body}
              </p>
              <p className="help">{segmentsHint(preview.body)?.words}</p>
            </>
          )}
          <p className="help">{words.previewNote}</p>
        </section>
      }
    />
  )
}
