import { api } from '../../api/ringback.ts'
import { inLanguage } from '../../../electron/contract/standard-texts.ts'
import type { Texts } from '../../../electron/contract/texts.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { BusinessFields } from '../texts/business-fields.tsx'
import { PhonePreview } from '../texts/phone-preview.tsx'
import { TemplateField } from '../texts/template-field.tsx'
import { TextsLanguage } from '../texts/texts-language.tsx'
import { problemOf, usePreviews } from '../texts/use-previews.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { useAnswers, useForm } from './use-form.ts'
import { isWebAddress, withScheme } from './web-address.ts'

const longestDelay = 300

/** Who the office is and what the first text says: two settings, one question ("How do we greet them?"). */
export function MessageForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { business, followUp, texts } = settings
  const stored = {
    name: business.name,
    bookingLink: business.bookingLink,
    enabled: followUp.enabled,
    delay: String(followUp.delaySeconds),
    template: texts.steps.first.usual,
    language: texts.language,
  }
  const { name, bookingLink, enabled, delay, template, language } = useAnswers('message', stored)

  const link = withScheme(bookingLink)
  const delaySeconds = Number(delay)
  const delayFits =
    delay.trim() !== '' && Number.isInteger(delaySeconds) && delaySeconds >= 0 && delaySeconds <= longestDelay
  const [preview] = usePreviews({
    templates: [{ template, first: true, withLink: true }],
    fields: {
      business: name.trim() || text.setup.message.sampleBusiness,
      caller: text.setup.message.sampleCaller,
      line: settings.lines[0]?.name ?? text.setup.message.sampleLine,
      bookingLink: link,
    },
    language,
    plainPunctuation: texts.plainPunctuation,
    addOptOut: texts.addOptOut,
  })
  const form = useForm({
    name: 'message',
    stored,
    problems: {
      name: name.trim() === '' ? text.setup.required : null,
      bookingLink: link === '' || isWebAddress(link) ? null : text.setup.message.badUrl,
      delay: delayFits || !enabled ? null : text.setup.message.badDelay,
      template: template.trim() === '' ? text.setup.required : problemOf(preview),
    },
    save: async () => {
      const saved = await api.request('settings:save-business', { name: name.trim(), bookingLink: link })
      if (!saved.ok) return saved
      const worded = await api.request('settings:save-texts', inLanguage(withFirst(texts, template.trim()), language))
      if (!worded.ok) return worded
      return api.request('settings:save-follow-up', {
        enabled,
        delaySeconds: delayFits ? delaySeconds : followUp.delaySeconds,
      })
    },
    onSaved,
  })
  return (
    <FormPage
      title={title}
      lead={text.setup.message.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <BusinessFields answers={{ enabled, name, bookingLink }} edit={form.edit} problem={form.problem} />
          <TextsLanguage
            texts={{ ...withFirst(texts, template), language }}
            onChange={(changed) => form.edit({ language: changed.language, template: changed.steps.first.usual })}
          />
          <TemplateField
            label={text.setup.message.template}
            value={template}
            onChange={(value) => form.edit({ template: value })}
            preview={preview}
            problem={form.problem('template')}
            offersFields
          />
          <div className="delay">
            <Field
              label={text.setup.message.delay}
              value={delay}
              onChange={(value) => form.edit({ delay: value })}
              problem={form.problem('delay')}
              help={text.setup.message.delayHelp}
              inputMode="numeric"
              isDisabled={!enabled}
              after={<span className="unit">{text.setup.message.delayUnit}</span>}
            />
          </div>
        </>
      }
      help={<PhonePreview preview={preview} />}
    />
  )
}

function withFirst(texts: Texts, usual: string): Texts {
  return { ...texts, steps: { ...texts.steps, first: { ...texts.steps.first, usual } } }
}
