import { Check, Circle, LoaderCircle, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CheckStep } from '../../../electron/contract/view-models.ts'
import { text } from '../../text/index.ts'

interface CheckCardProps {
  steps: CheckStep[] | null
  checking: boolean
  /** The names of what will be tried, shown before it is. */
  names: readonly string[]
  /** What can be done about what was found, below its steps. */
  children?: ReactNode
}

/** "Does it work?": each step of a live test, and at the one that failed what to do. */
export function CheckCard({ steps, checking, names, children }: CheckCardProps) {
  return (
    <section className="check-card" aria-live="polite" aria-busy={checking}>
      <h3>{text.setup.isItRight}</h3>
      {steps && !checking ? (
        <>
          <ul>
            {steps.map((step) => (
              <Step key={step.name} step={step} />
            ))}
          </ul>
          {children}
        </>
      ) : (
        <>
          <ul>
            {names.map((name) => (
              <li key={name} className="skipped">
                <Circle size={17} aria-hidden="true" />
                <span>{name}</span>
              </li>
            ))}
          </ul>
          {checking ? (
            <p className="help checking">
              <LoaderCircle className="turning" size={17} aria-hidden="true" />
              {text.setup.checking}
            </p>
          ) : (
            <p className="help">{text.setup.notChecked}</p>
          )}
        </>
      )}
    </section>
  )
}

const icons = { ok: Check, warning: TriangleAlert, failed: X, skipped: Circle }

function Step({ step }: { step: CheckStep }) {
  const Icon = icons[step.state]
  return (
    <li className={step.state}>
      <Icon size={17} strokeWidth={2.2} aria-hidden="true" />
      <div>
        <strong>{step.name}</strong>
        {step.message === '' ? null : <p className="selectable">{step.message}</p>}
        {step.remedy ? <p className="remedy selectable">{step.remedy}</p> : null}
      </div>
    </li>
  )
}
