import { Label, RadioGroup, Switch } from 'react-aria-components'
import { api } from '../../api/ringback.ts'
import { hasGateway } from '../../store/setup-state.ts'
import { text } from '../../text/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { CheckCard } from './check-card.tsx'
import { isSuspect } from './is-suspect.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import { OwnSystemFields, OwnSystemHelp, useOwnSystem } from './own-system-fields.tsx'
import { inputOf, problemsOf, saveAnswers, storedAnswers } from './texting-answers.ts'
import { TestText } from './test-text.tsx'
import { TwilioFields, TwilioHelp } from './twilio-fields.tsx'
import { useAnswers, useForm } from './use-form.ts'

const kinds = ['twilio', 'asterisk', 'none'] as const

/** By which way texts leave: a text service, the office's own phone system, or none as long as calls are only watched. */
export function TextingForm({ settings, title, saveLabel, onSaved, aside, mustPass }: SettingsFormProps) {
  const { hasToken } = settings.texting
  const stored = storedAnswers(settings)
  const values = useAnswers('texting', stored)
  const system = useOwnSystem()
  const { kind, watchOnly } = values
  const input = inputOf(values)
  const form = useForm({
    name: 'texting',
    stored,
    // The stored one goes to no other address.
    problems: problemsOf(values, hasToken && values.baseUrl.trim() === settings.texting.baseUrl),
    ...(input === null ? {} : { check: () => api.request('texting:check', input) }),
    // First run: so that a text can be tried before anybody goes on.
    savesWhenRight: mustPass === true,
    // Registration takes the carriers weeks: it is told, and keeps nobody from going on.
    passes: (steps) => (kind === 'twilio' ? steps.slice(0, 2) : steps).every(({ state }) => state !== 'failed'),
    save: () => saveAnswers(values, settings.watchOnly.on),
    onSaved,
  })
  const problem = (field: keyof typeof text.setup.texting.suspect): string | null =>
    form.problem(field) ?? (isSuspect(form.steps, field) ? text.setup.texting.suspect[field] : null)
  const fields = { values, edit: form.edit, problem }
  const ready = kind !== 'none' && hasGateway(settings.texting) && (mustPass ? form.passed : !form.unsaved)

  return (
    <FormPage
      title={title}
      lead={text.setup.texting.leads[kind]}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      mustPass={mustPass}
      fields={
        <>
          <RadioGroup
            className="answers"
            value={kind}
            onChange={(value) => form.edit({ kind: kinds.find((one) => one === value) ?? 'twilio' })}
          >
            <Label>{text.setup.texting.way}</Label>
            {kinds.map((one) => (
              <Choice key={one} value={one}>
                {text.setup.texting.ways[one]}
              </Choice>
            ))}
          </RadioGroup>
          {kind === 'none' ? null : (
            <div className="switch-help">
              <Switch className="switch" isSelected={watchOnly} onChange={(on) => form.edit({ watchOnly: on })}>
                <span className="track" />
                {text.watchOnly.now}
              </Switch>
              <p className="help">{text.watchOnly.nowHelp}</p>
            </div>
          )}
          {kind === 'asterisk' ? <OwnSystemFields {...fields} system={system} /> : null}
          {kind === 'twilio' ? <TwilioFields {...fields} hasToken={hasToken} /> : null}
        </>
      }
      help={
        kind === 'none' ? (
          <WatchOnlyHelp />
        ) : (
          <>
            <CheckCard
              steps={form.steps}
              checking={form.checking}
              names={kind === 'asterisk' ? text.setup.texting.own.checks : text.setup.texting.checks}
            />
            {ready ? <TestText /> : null}
            {kind === 'asterisk' ? <OwnSystemHelp system={system} /> : <TwilioHelp />}
          </>
        )
      }
    />
  )
}

function WatchOnlyHelp() {
  return (
    <section className="check-card">
      <h3>{text.watchOnly.name}</h3>
      {text.watchOnly.how.map((sentence) => (
        <p key={sentence} className="help">
          {sentence}
        </p>
      ))}
    </section>
  )
}
