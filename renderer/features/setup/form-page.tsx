import { useId } from 'react'
import type { ReactNode } from 'react'
import { Form } from 'react-aria-components'
import type { Failure } from '../../../electron/contract/result.ts'
import type { Settings } from '../../../electron/contract/view-models.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import './check-card.css'
import './form-page.css'

/** What every form of set-up and settings takes; first run and Settings differ only in these. */
export interface SettingsFormProps {
  settings: Settings
  title: string
  saveLabel: string
  onSaved: () => void
  /** Stands opposite the buttons: the way out, in first run. */
  aside?: ReactNode
  /** First run: what was not tried and found right is not saved. */
  mustPass?: boolean
}

interface FormPageProps {
  title: string
  lead: string
  fields: ReactNode
  /** What helps to fill the form in, to its right. */
  help: ReactNode
  saveLabel: string
  saving?: boolean
  failure?: Failure | null
  onSave: () => void
  /** Takes back what was typed on an earlier visit; null when there is nothing like that. */
  discard?: (() => void) | null
  /** The live test; null for pages that need none. */
  check?: { label: string; running: boolean; first: boolean; run: () => void } | null
  aside: ReactNode
  mustPass?: boolean | undefined
}

/** The button for what comes next; Enter in any field presses it, through the form. */
const theOne = { look: 'main', type: 'submit' } as const

/** One page, one question: fields to the left, help to the right, what to do at the foot. */
export function FormPage({
  title,
  lead,
  fields,
  help,
  saveLabel,
  saving = false,
  failure = null,
  onSave,
  discard = null,
  check = null,
  aside,
  mustPass = false,
}: FormPageProps) {
  const waitsId = useId()
  return (
    <Form
      className="form-page"
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault()
        if (check?.first) check.run()
        else onSave()
      }}
    >
      <div className="form-scroll">
        <h2 tabIndex={-1}>{title}</h2>
        <p className="form-lead">{lead}</p>
        <div className="form-columns">
          <div className="form-fields">{fields}</div>
          <div className="form-help">{help}</div>
        </div>
      </div>
      <footer className="form-actions">
        {failure ? (
          <p className="problem" role="alert">
            <strong>{failure.message || text.setup.failed}</strong> {failure.remedy}
          </p>
        ) : null}
        {discard ? (
          <p className="form-unsaved">
            {text.setup.unsaved}
            <Button look="link" onPress={discard}>
              {text.setup.discard}
            </Button>
          </p>
        ) : null}
        <div>
          {check ? (
            <Button size="large" isPending={check.running} {...(check.first ? theOne : { onPress: check.run })}>
              {check.label}
            </Button>
          ) : null}
          {mustPass && check?.first ? null : (
            <Button
              size="large"
              isPending={saving}
              isDisabled={check?.running ?? false}
              {...(check?.running ? { 'aria-describedby': waitsId } : {})}
              {...(check?.first ? { onPress: onSave } : theOne)}
            >
              {saveLabel}
            </Button>
          )}
          <span id={waitsId} className="help">
            {check?.running && !mustPass ? text.setup.saveWaits : null}
          </span>
          <span className="form-aside">{aside}</span>
        </div>
      </footer>
    </Form>
  )
}
