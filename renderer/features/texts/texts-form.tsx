import { useState } from 'react'
import { Switch } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { stepNames } from '../../../electron/contract/texts.ts'
import type { StepTexts, Texts } from '../../../electron/contract/texts.ts'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import { FormPage, type SettingsFormProps } from '../setup/form-page.tsx'
import { useAnswers, useForm } from '../setup/use-form.ts'
import { isWebAddress, withScheme } from '../setup/web-address.ts'
import { BusinessFields } from './business-fields.tsx'
import { LineTexts } from './line-texts.tsx'
import { PhonePreview } from './phone-preview.tsx'
import { slotId, slotsOf, type Previews } from './slots.ts'
import { StepEditor } from './step-editor.tsx'
import { StepTiming, timingProblems } from './step-timing.tsx'
import { TextsLanguage } from './texts-language.tsx'
import { problemOf, usePreviews } from './use-previews.ts'
import './texts.css'

/** Who the office is and what its automatic texts say. */
export function TextsForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const { business, followUp } = settings
  const stored = {
    name: business.name,
    bookingLink: business.bookingLink,
    enabled: followUp.enabled,
    delay: String(followUp.delaySeconds),
    secondAfter: String(followUp.secondAfterMinutes),
    firstOn: followUp.firstOn,
    secondOn: followUp.secondOn,
    thirdOn: followUp.thirdOn,
    thirdAt: followUp.thirdAt,
    whenClosed: followUp.whenClosed,
    texts: settings.texts,
  }
  const answers = useAnswers('texts', stored)
  const { name, bookingLink, enabled, texts } = answers
  const times = timingProblems(answers)
  const [active, setActive] = useState(slotId(null, 'first', 'usual'))

  const link = withScheme(bookingLink)
  const firstStep = answers.firstOn ? 1 : answers.secondOn ? 2 : 3
  const slots = slotsOf(texts)
  // What nobody has written and nobody looks at needs no preview.
  const shown = slots.filter(({ id, own }) => own.trim() !== '' || id === active)
  const here = slots.find(({ id }) => id === active)
  const lineOf = (number: string | null | undefined) => settings.lines.find((line) => line.number === number)?.name
  const told = usePreviews({
    templates: shown.map(({ template, step, state }) => ({
      template,
      first: step === firstStep,
      withLink: step !== 1 || state !== 'closed',
    })),
    fields: {
      business: name.trim() || text.setup.message.sampleBusiness,
      caller: text.setup.message.sampleCaller,
      line: lineOf(here?.line) ?? settings.lines[0]?.name ?? text.setup.message.sampleLine,
      bookingLink: link,
    },
    language: texts.language,
    plainPunctuation: texts.plainPunctuation,
    addOptOut: texts.addOptOut,
  })
  const previews: Previews = new Map(
    shown.flatMap(({ id }, at) => {
      const preview = told[at]
      return preview ? [[id, preview] as const] : []
    }),
  )
  const missing = (steps: StepTexts) => (steps.usual.trim() === '' ? text.setup.required : null)
  const form = useForm({
    name: 'texts',
    stored,
    problems: {
      name: name.trim() === '' ? text.setup.required : null,
      bookingLink: link === '' || isWebAddress(link) ? null : text.setup.message.badUrl,
      timing: enabled ? (times.first ?? times.second ?? times.third) : null,
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
      const { firstOn, secondOn, thirdOn, whenClosed } = answers
      return api.request('settings:save-follow-up', {
        enabled,
        firstOn,
        secondOn,
        thirdOn,
        whenClosed,
        // What is off keeps the time it had, whatever was typed.
        delaySeconds: times.first === null && firstOn ? Number(answers.delay) : followUp.delaySeconds,
        secondAfterMinutes:
          times.second === null && secondOn ? Number(answers.secondAfter) : followUp.secondAfterMinutes,
        thirdAt: times.third === null && thirdOn ? answers.thirdAt : followUp.thirdAt,
      })
    },
    onSaved,
  })
  const edit = (change: Partial<Texts>): void => form.edit({ texts: { ...texts, ...change } })
  const editing = { previews, active, onActive: setActive }
  return (
    <FormPage
      title={title}
      lead={text.texts.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <BusinessFields answers={{ enabled, name, bookingLink }} edit={form.edit} problem={form.problem} />
          <TextsLanguage texts={texts} onChange={(changed) => form.edit({ texts: changed })} />
          {stepNames.map((step) => (
            <StepEditor
              key={step}
              step={step}
              line={null}
              texts={texts.steps[step]}
              onChange={(changed) => edit({ steps: { ...texts.steps, [step]: changed } })}
              problem={form.problem(step)}
              timing={<StepTiming step={step} timing={answers} onChange={form.edit} problem={times[step]} />}
              {...editing}
            />
          ))}
          <Fold className="fold" title={text.texts.perLine} isOpen={settings.texts.lines.length > 0}>
            <LineTexts
              lines={settings.lines}
              texts={texts}
              onChange={(changed) => form.edit({ texts: changed })}
              {...editing}
            />
          </Fold>
          <Fold
            className="fold"
            title={text.texts.finePoints}
            isOpen={!settings.texts.addOptOut || !settings.texts.plainPunctuation}
          >
            <FinePoint
              label={text.texts.addOptOut}
              help={text.texts.addOptOutHelp}
              isOn={texts.addOptOut}
              onChange={(addOptOut) => edit({ addOptOut })}
            />
            <FinePoint
              label={text.texts.plainPunctuation}
              help={text.texts.plainPunctuationHelp}
              isOn={texts.plainPunctuation}
              onChange={(plainPunctuation) => edit({ plainPunctuation })}
            />
          </Fold>
        </>
      }
      help={
        <PhonePreview
          preview={previews.get(active)}
          which={here ? nameOf(text.texts.steps[here.stepName], here.state, lineOf(here.line)) : ''}
        />
      }
    />
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
    <div className="fine-point switch-help">
      <Switch className="switch" isSelected={isOn} onChange={onChange}>
        <span className="track" />
        {label}
      </Switch>
      <p className="help">{help}</p>
    </div>
  )
}

function nameOf(step: string, state: keyof StepTexts, line: string | undefined): string {
  const hours = state === 'usual' ? step : text.texts.field(step, text.texts.states[state])
  return line ? `${hours} · ${line}` : hours
}
