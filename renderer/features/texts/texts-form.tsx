import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Switch } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { stepNames } from '../../../electron/contract/texts.ts'
import type { StepTexts, Texts, ThreeTexts } from '../../../electron/contract/texts.ts'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/en.ts'
import { FormPage, type SettingsFormProps } from '../setup/form-page.tsx'
import { useAnswers, useForm } from '../setup/use-form.ts'
import { isWebAddress, withScheme } from '../setup/web-address.ts'
import { LineTexts } from './line-texts.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { slotId, slotsOf, type Previews } from './slots.ts'
import { StepEditor } from './step-editor.tsx'
import { problemOf, usePreviews } from './use-previews.ts'
import './texts.css'

const words = text.texts
const setup = text.setup.message
const longestDelay = 300

/** Who the office is and what its automatic texts say. */
export function TextsForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { business, followUp } = settings
  const stored = {
    name: business.name,
    bookingLink: business.bookingLink,
    enabled: followUp.enabled,
    delay: String(followUp.delaySeconds),
    texts: settings.texts,
  }
  const { name, bookingLink, enabled, delay, texts } = useAnswers('texts', stored)
  const [active, setActive] = useState(slotId(null, 'first', 'usual'))

  const link = withScheme(bookingLink)
  const delayFits = /^\d{1,3}$/.test(delay.trim()) && Number(delay) <= longestDelay
  const slots = slotsOf(texts)
  // What nobody has written and nobody looks at needs no preview.
  const shown = slots.filter(({ id, own }) => own.trim() !== '' || id === active)
  const here = slots.find(({ id }) => id === active)
  const lineOf = (number: string | null | undefined) => settings.lines.find((line) => line.number === number)?.name
  const answers = usePreviews({
    templates: shown.map(({ template, step }) => ({ template, step })),
    fields: {
      business: name.trim() || setup.sampleBusiness,
      caller: setup.sampleCaller,
      line: lineOf(here?.line) ?? settings.lines[0]?.name ?? setup.sampleLine,
      bookingLink: link,
    },
    plainPunctuation: texts.plainPunctuation,
    addOptOut: texts.addOptOut,
  })
  const previews: Previews = new Map(
    shown.flatMap(({ id }, at) => {
      const preview = answers[at]
      return preview ? [[id, preview] as const] : []
    }),
  )
  const missing = (steps: StepTexts) => (steps.usual.trim() === '' ? text.setup.required : null)
  const form = useForm({
    name: 'texts',
    stored,
    problems: {
      name: name.trim() === '' ? text.setup.required : null,
      bookingLink: link === '' || isWebAddress(link) ? null : setup.badUrl,
      delay: delayFits || !enabled ? null : setup.badDelay,
      first: missing(texts.steps.first),
      second: missing(texts.steps.second),
      third: missing(texts.steps.third),
      wording: [...previews.values()].map(problemOf).find((problem) => problem !== null) ?? null,
    },
    save: async () => {
      const saved = await api.request('settings:save-business', { name: name.trim(), bookingLink: link })
      if (!saved.ok) return saved
      const worded = await api.request('settings:save-texts', texts)
      if (!worded.ok) return worded
      const delaySeconds = delayFits ? Number(delay) : followUp.delaySeconds
      return api.request('settings:save-follow-up', { enabled, delaySeconds })
    },
    onSaved,
  })
  const edit = (change: Partial<Texts>): void => form.edit({ texts: { ...texts, ...change } })
  const editing = { previews, active, onActive: setActive }
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
            {setup.enabled}
          </Switch>
          <Field
            label={setup.business}
            value={name}
            onChange={(value) => form.edit({ name: value })}
            problem={form.problem('name')}
            help={setup.businessHelp}
            maxLength={80}
          />
          <Field
            label={setup.booking}
            value={bookingLink}
            onChange={(value) => form.edit({ bookingLink: value })}
            problem={form.problem('bookingLink')}
            help={setup.bookingHelp}
            inputMode="url"
          />
          <div className="delay">
            <Field
              label={words.delay}
              value={delay}
              onChange={(value) => form.edit({ delay: value })}
              problem={form.problem('delay')}
              help={setup.delayHelp}
              inputMode="numeric"
              isDisabled={!enabled}
              after={<span className="unit">{setup.delayUnit}</span>}
            />
          </div>
          <Steps steps={texts.steps} onChange={(steps) => edit({ steps })} problem={form.problem} {...editing} />
          <Fold title={words.perLine} isOpen={settings.texts.lines.length > 0}>
            <LineTexts
              lines={settings.lines}
              texts={texts}
              onChange={(changed) => form.edit({ texts: changed })}
              {...editing}
            />
          </Fold>
          <Fold title={words.finePoints} isOpen={!settings.texts.addOptOut || !settings.texts.plainPunctuation}>
            <FinePoint
              label={words.addOptOut}
              help={words.addOptOutHelp}
              isOn={texts.addOptOut}
              onChange={(addOptOut) => edit({ addOptOut })}
            />
            <FinePoint
              label={words.plainPunctuation}
              help={words.plainPunctuationHelp}
              isOn={texts.plainPunctuation}
              onChange={(plainPunctuation) => edit({ plainPunctuation })}
            />
          </Fold>
        </>
      }
      help={
        <PhonePreview
          preview={previews.get(active)}
          which={here ? nameOf(words.steps[here.stepName], here.state, lineOf(here.line)) : ''}
        />
      }
    />
  )
}

interface StepsProps {
  steps: ThreeTexts
  onChange: (steps: ThreeTexts) => void
  problem: (field: string) => string | null
  previews: Previews
  active: string
  onActive: (slot: string) => void
}

function Steps({ steps, onChange, problem, ...editing }: StepsProps) {
  return stepNames.map((step) => (
    <StepEditor
      key={step}
      step={step}
      line={null}
      texts={steps[step]}
      onChange={(changed) => onChange({ ...steps, [step]: changed })}
      problem={problem(step)}
      {...editing}
    />
  ))
}

function Fold({ title, isOpen, children }: { title: string; isOpen: boolean; children: React.ReactNode }) {
  return (
    <Disclosure className="more fold" defaultExpanded={isOpen}>
      <Button slot="trigger" className="why focusable">
        {title}
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <DisclosurePanel>{children}</DisclosurePanel>
    </Disclosure>
  )
}

interface FinePointProps {
  label: string
  help: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

function FinePoint({ label, help, isOn, onChange }: FinePointProps) {
  return (
    <div className="fine-point">
      <Switch className="switch" isSelected={isOn} onChange={onChange}>
        <span className="track" />
        {label}
      </Switch>
      <p className="help">{help}</p>
    </div>
  )
}

function nameOf(step: string, state: keyof StepTexts, line: string | undefined): string {
  const hours = state === 'usual' ? step : words.field(step, words.states[state])
  return line ? `${hours} · ${line}` : hours
}
