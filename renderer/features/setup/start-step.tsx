import type { ReactNode } from 'react'
import { Check, Eye, TriangleAlert } from 'lucide-react'
import type { SetupStepName } from '../../../electron/contract/setup.ts'
import { hasGateway } from '../../store/setup-state.ts'
import { useWindow } from '../../store/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { FormPage, type SettingsFormProps } from './form-page.tsx'
import './start-step.css'

/** First run: what holds, and what is left to do, before Ringback is left to itself. */
export function StartStep({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const phoneSystem = useWindow((state) => state.health?.phoneSystem)
  const connected = phoneSystem?.state === 'ok'
  const gateway = hasGateway(settings.texting)
  const watched = settings.watchOnly.on
  const { name } = settings.business
  const complete = connected && (gateway || watched) && name !== ''
  return (
    <FormPage
      title={complete ? title : text.setup.start.almost}
      lead={complete ? text.setup.start.lead : text.setup.start.leadMissing}
      saveLabel={saveLabel}
      onSave={onSaved}
      aside={aside}
      fields={
        <ul className="start-list">
          <Point step={settings.phoneSystem.waits ? 'sign-in' : 'find'} ok={connected} what={text.setup.start.phone}>
            {phoneSystem?.message ?? text.setup.start.phoneMissing}
          </Point>
          <Point step="texting" ok={gateway || watched} watched={watched} what={text.setup.steps.texting}>
            {watched
              ? text.watchOnly.all
              : gateway
                ? text.setup.start.from(settings.textsFrom)
                : text.setup.start.textingMissing}
          </Point>
          <Point step="message" ok={name !== ''} what={text.setup.steps.message}>
            {name === '' ? text.setup.start.nameMissing : text.setup.start.name(name)}
          </Point>
        </ul>
      }
      help={
        <section className="check-card">
          <h3>{text.setup.start.next}</h3>
          {text.setup.start.nextList.map((sentence) => (
            <p key={sentence} className="help">
              {sentence}
            </p>
          ))}
        </section>
      }
    />
  )
}

interface PointProps {
  step: SetupStepName
  ok: boolean
  watched?: boolean
  what: string
  children: ReactNode
}

function Point({ step, ok, watched = false, what, children }: PointProps) {
  const showSetup = useWindow((state) => state.showSetup)
  const Icon = !ok ? TriangleAlert : watched ? Eye : Check
  return (
    <li className={ok ? 'ok' : 'missing'}>
      <Icon size={18} aria-hidden="true" />
      <div>
        <strong>{what}</strong>
        <p className="selectable">{children}</p>
      </div>
      {ok ? null : (
        <Button size="small" onPress={() => showSetup(step)}>
          {text.setup.start.goThere}
        </Button>
      )}
    </li>
  )
}
