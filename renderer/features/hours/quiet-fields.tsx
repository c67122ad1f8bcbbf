import { useState } from 'react'
import { Label, RadioGroup, Switch } from 'react-aria-components'
import type { QuietHours } from '../../../electron/contract/opening-hours.ts'
import { text } from '../../text/index.ts'
import { timeOfDay } from '../../text/dates.ts'
import { Choice } from '../../ui/choice.tsx'
import { TimeInput } from './block-row.tsx'

/** The whole country's hours for sales calls and texts. */
const usual = { from: '08:00', to: '21:00' }

interface QuietFieldsProps {
  quiet: QuietHours
  onChange: (quiet: QuietHours) => void
  problem: string | null
}

/** The usual hours, each state's own, or hours that somebody chose. */
export function QuietFields({ quiet, onChange, problem }: QuietFieldsProps) {
  const isUsual = quiet.from === usual.from && quiet.to === usual.to
  const [ownHours, setOwnHours] = useState(!isUsual)
  const preset = ownHours || !isUsual ? 'own' : quiet.byState ? 'strict' : 'usual'
  return (
    <div className="quiet">
      <RadioGroup
        className="answers"
        value={preset}
        onChange={(chosen) => {
          setOwnHours(chosen === 'own')
          if (chosen !== 'own') onChange({ ...usual, byState: chosen === 'strict' })
        }}
      >
        <Label>{text.hours.quiet.title}</Label>
        <Choice value="usual">{text.hours.quiet.usual(timeOfDay(usual.from), timeOfDay(usual.to))}</Choice>
        <Choice value="strict">{text.hours.quiet.strict}</Choice>
        <Choice value="own">{text.hours.quiet.own}</Choice>
      </RadioGroup>
      {preset === 'own' ? (
        <div className="quiet-own">
          <div className="block-row">
            <span aria-hidden="true">{text.hours.quiet.from}</span>
            <TimeInput
              label={`${text.hours.quiet.title}: ${text.hours.quiet.from}`}
              value={quiet.from}
              onChange={(from) => onChange({ ...quiet, from })}
            />
            <span aria-hidden="true">{text.hours.to}</span>
            <TimeInput
              label={`${text.hours.quiet.title}: ${text.hours.quiet.to}`}
              value={quiet.to === '24:00' ? '00:00' : quiet.to}
              onChange={(to) => onChange({ ...quiet, to: to === '00:00' ? '24:00' : to })}
            />
          </div>
          {problem ? (
            <p className="problem" role="alert">
              {problem}
            </p>
          ) : null}
          <Switch className="switch" isSelected={quiet.byState} onChange={(byState) => onChange({ ...quiet, byState })}>
            <span className="track" />
            {text.hours.quiet.byState}
          </Switch>
        </div>
      ) : null}
    </div>
  )
}
