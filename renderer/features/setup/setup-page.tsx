import { useEffect, useRef } from 'react'
import type { ComponentType } from 'react'
import { Check } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { setupSteps } from '../../../electron/contract/setup.ts'
import type { SetupStepName } from '../../../electron/contract/setup.ts'
import type { Settings } from '../../../electron/contract/view-models.ts'
import { hasGateway } from '../../store/setup-state.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { HoursForm } from '../hours/hours-form.tsx'
import { CallStep } from './call-step.tsx'
import { FindForm } from './find-form.tsx'
import type { SettingsFormProps } from './form-page.tsx'
import { MessageForm } from './message-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { StartStep } from './start-step.tsx'
import { TextingForm } from './texting-form.tsx'
import { useOpenDemo } from './use-open-demo.ts'
import { Welcome } from './welcome.tsx'
import './form-page.css'
import './setup-frame.css'

const pages: Record<SetupStepName, ComponentType<SettingsFormProps>> = {
  find: FindForm,
  'sign-in': SignInForm,
  call: CallStep,
  texting: TextingForm,
  message: MessageForm,
  hours: HoursForm,
  start: StartStep,
}

/** Where somebody goes on who leaves a step out; without the phone system found there is nobody to sign in to. */
const afterSkip: Partial<Record<SetupStepName, SetupStepName>> = { find: 'texting', 'sign-in': 'texting' }

/** First run: a choice, then one question a page. Leaving at any point leaves a working app, and the place is kept. */
export function SetupPage() {
  const step = useWindow((state) => state.setup)
  const settings = useWindow((state) => state.settings)
  if (step === null || settings === null) return null
  if (step === 'welcome') return <Welcome />
  return (
    <div className="setup">
      <StepNav current={step} settings={settings} />
      <Step key={step} step={step} settings={settings} />
    </div>
  )
}

function Step({ step, settings }: { step: SetupStepName; settings: Settings }) {
  const showSetup = useWindow((state) => state.showSetup)
  const finishSetup = useWindow((state) => state.finishSetup)
  const goOnFrom = useWindow((state) => state.goOnFrom)
  const main = useRef<HTMLElement>(null)
  // Whoever uses a screen reader or the keyboard begins at the top of the new question.
  useEffect(() => main.current?.querySelector('h2')?.focus(), [])
  const Page = pages[step]
  const at = setupSteps.indexOf(step)
  const previous = setupSteps[at - 1]
  const next = setupSteps[at + 1]
  const skipTo = afterSkip[step] ?? next
  return (
    <main className="setup-main" ref={main}>
      <Page
        settings={settings}
        title={text.setup.titles[step]}
        saveLabel={next === undefined ? text.setup.finish : text.setup.next}
        onSaved={() => (next === undefined ? finishSetup() : goOnFrom(step, next))}
        mustPass
        aside={
          <>
            {previous === undefined ? null : (
              <Button look="plain" onPress={() => showSetup(previous)}>
                {text.setup.back}
              </Button>
            )}
            {skipTo === undefined || step === 'call' ? null : (
              <Button look="plain" onPress={() => showSetup(skipTo)}>
                {text.setup.skipStep}
              </Button>
            )}
          </>
        }
      />
    </main>
  )
}

function StepNav({ current, settings }: { current: SetupStepName; settings: Settings }) {
  const showSetup = useWindow((state) => state.showSetup)
  const { opening, openDemo } = useOpenDemo()
  const { phoneSystem } = settings
  const connected = phoneSystem.host !== '' && !phoneSystem.waits && phoneSystem.hasPassword
  const done: Partial<Record<SetupStepName, boolean>> = {
    find: phoneSystem.host !== '',
    'sign-in': connected,
    texting: hasGateway(settings.texting) || settings.watchOnly.on,
    message: settings.business.name !== '',
  }
  return (
    <nav className="setup-nav" aria-label={text.setup.stepsLabel}>
      <h1>{text.app.name}</h1>
      <p>{text.setup.lead}</p>
      <ol>
        {setupSteps.map((step, index) => {
          const isDone = done[step] === true && step !== current
          return (
            <li key={step}>
              <AriaButton
                className={`step focusable${isDone ? ' done' : ''}`}
                {...(step === current ? { 'aria-current': 'step' as const } : {})}
                onPress={() => showSetup(step)}
              >
                <span aria-hidden="true">{isDone ? <Check size={14} /> : index + 1}</span>
                {text.setup.steps[step]}
              </AriaButton>
            </li>
          )
        })}
      </ol>
      <footer>
        <Button look="link" onPress={() => showSetup(null)}>
          {text.setup.later}
        </Button>
        <span className="setup-demo">
          {text.setup.noPhone}
          <Button look="link" isDisabled={opening} onPress={openDemo}>
            {opening ? text.app.openingDemo : text.setup.demoGo}
          </Button>
        </span>
      </footer>
    </nav>
  )
}
