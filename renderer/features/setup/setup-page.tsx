import { Check } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { SetupStep } from '../../store/app-slice.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { MessageForm } from './message-form.tsx'
import { PhoneSystemForm } from './phone-system-form.tsx'
import { TextingForm } from './texting-form.tsx'
import { useOpenDemo } from './use-open-demo.ts'
import { Welcome } from './welcome.tsx'
import './setup.css'

type FormStep = Exclude<SetupStep, 'welcome'>
const steps: FormStep[] = ['phone', 'texting', 'message']

/** First run: a choice, then one question a page. Leaving at any point leaves a working app. */
export function SetupPage() {
  const step = useWindow((state) => state.setup)
  const settings = useWindow((state) => state.settings)
  if (step === null || settings === null) return null
  if (step === 'welcome') return <Welcome />
  return (
    <div className="setup">
      <StepNav current={step} />
      <main className="setup-main">
        <Step step={step} />
      </main>
    </div>
  )
}

function Step({ step }: { step: FormStep }) {
  const settings = useWindow((state) => state.settings)
  const showSetup = useWindow((state) => state.showSetup)
  const goOnFrom = useWindow((state) => state.goOnFrom)
  if (!settings) return null
  const skip = (
    <Button look="plain" onPress={() => showSetup(null)}>
      {text.setup.skip}
    </Button>
  )
  switch (step) {
    case 'phone':
      return (
        <PhoneSystemForm
          settings={settings}
          title={text.setup.connectTitle}
          saveLabel={text.setup.saveNext}
          onSaved={() => goOnFrom('phone', 'texting')}
          aside={skip}
        />
      )
    case 'texting':
      return (
        <TextingForm
          settings={settings}
          title={text.setup.texting.title}
          saveLabel={text.setup.saveNext}
          onSaved={() => goOnFrom('texting', 'message')}
          aside={skip}
        />
      )
    case 'message':
      return (
        <MessageForm
          settings={settings}
          title={text.setup.message.title}
          saveLabel={text.setup.saveStart}
          onSaved={() => goOnFrom('message', null)}
          aside={skip}
        />
      )
    default:
      return step satisfies never
  }
}

function StepNav({ current }: { current: FormStep }) {
  const settings = useWindow((state) => state.settings)
  const showSetup = useWindow((state) => state.showSetup)
  const { opening, openDemo } = useOpenDemo()
  const done: Record<FormStep, boolean> = {
    phone: settings?.phoneSystem.hasPassword ?? false,
    texting: settings?.texting.kind === 'asterisk' || (settings?.texting.hasToken ?? false),
    message: (settings?.business.name ?? '') !== '',
  }
  return (
    <nav className="setup-nav" aria-label={text.setup.stepsLabel}>
      <h1>{text.app.name}</h1>
      <p>{text.setup.lead}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <AriaButton
              className={`step focusable${done[step] && step !== current ? ' done' : ''}`}
              {...(step === current ? { 'aria-current': 'step' as const } : {})}
              onPress={() => showSetup(step)}
            >
              <span aria-hidden="true">{done[step] && step !== current ? <Check size={14} /> : index + 1}</span>
              {text.setup.steps[step]}
            </AriaButton>
          </li>
        ))}
      </ol>
      <footer>
        {text.setup.noPhone}
        <Button look="link" isDisabled={opening} onPress={openDemo}>
          {opening ? text.app.openingDemo : text.setup.demoGo}
        </Button>
      </footer>
    </nav>
  )
}
