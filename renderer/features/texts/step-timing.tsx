import { Input, RadioGroup, Switch, TextField } from 'react-aria-components'
import type { StepName } from '../../../electron/contract/texts.ts'
import type { FollowUpTiming } from '../../../electron/contract/view-models.ts'
import { Choice } from '../../ui/choice.tsx'
import { text } from '../../text/index.ts'

/** When the texts go out, as it is typed. */
export interface TimingAnswers {
  firstOn: boolean
  secondOn: boolean
  thirdOn: boolean
  /** Seconds after the call. */
  delay: string
  /** Minutes after the call. */
  secondAfter: string
  /** `HH:MM` of the next morning. */
  thirdAt: string
  whenClosed: FollowUpTiming['whenClosed']
}

interface StepTimingProps {
  step: StepName
  timing: TimingAnswers
  onChange: (change: Partial<TimingAnswers>) => void
  problem: string | null
}

/** Whether and when one of the texts goes out. */
export function StepTiming({ step, timing, onChange, problem }: StepTimingProps) {
  const isOn = timing[`${step}On`]
  return (
    <div className="step-timing">
      <Switch
        className="switch"
        aria-label={text.texts.sendStep[step]}
        isSelected={isOn}
        onChange={(on) => onChange({ [`${step}On`]: on })}
      >
        <span className="track" />
        {text.texts.send[step]}
      </Switch>
      {isOn ? <When step={step} timing={timing} onChange={onChange} /> : <span className="help">{text.texts.off}</span>}
      {isOn && problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {isOn && step === 'first' ? (
        <RadioGroup
          className="when-closed"
          aria-label={text.texts.whenClosed}
          value={timing.whenClosed}
          onChange={(chosen) => onChange({ whenClosed: chosen === 'hold' ? 'hold' : 'at-once' })}
        >
          <span className="help">{text.texts.whenClosed}</span>
          {(['at-once', 'hold'] as const).map((choice) => (
            <Choice key={choice} value={choice}>
              {text.texts.closedChoices[choice]}
            </Choice>
          ))}
        </RadioGroup>
      ) : null}
    </div>
  )
}

function When({ step, timing, onChange }: Omit<StepTimingProps, 'problem'>) {
  switch (step) {
    case 'first':
      return (
        <Amount
          label={text.texts.delay}
          unit={text.setup.message.delayUnit}
          value={timing.delay}
          onChange={(delay) => onChange({ delay })}
        />
      )
    case 'second':
      return (
        <Amount
          label={text.texts.secondAfter}
          unit={text.texts.minutes}
          value={timing.secondAfter}
          onChange={(secondAfter) => onChange({ secondAfter })}
        />
      )
    case 'third':
      return (
        <TextField
          className="field time"
          aria-label={text.texts.thirdAt}
          value={timing.thirdAt}
          onChange={(thirdAt) => onChange({ thirdAt })}
        >
          <div className="field-box">
            <Input type="time" />
          </div>
        </TextField>
      )
  }
}

interface AmountProps {
  label: string
  unit: string
  value: string
  onChange: (value: string) => void
}

function Amount({ label, unit, value, onChange }: AmountProps) {
  return (
    <TextField className="field amount" aria-label={`${label} (${unit})`} value={value} onChange={onChange}>
      <div className="field-box">
        <Input inputMode="numeric" />
        <span className="unit">{unit}</span>
      </div>
    </TextField>
  )
}

/** What is wrong with the times, by step; null where nothing is. Steps that are off are not asked. */
export function timingProblems(timing: TimingAnswers): Record<StepName, string | null> {
  const { firstOn, delay, secondOn, secondAfter, thirdOn, thirdAt } = timing
  return {
    first: firstOn && !isWhole(delay, 0, 300) ? text.setup.message.badDelay : null,
    second: secondOn && !isWhole(secondAfter, 1, 1440) ? text.texts.badMinutes : null,
    third: thirdOn && !/^\d\d:\d\d$/.test(thirdAt) ? text.texts.badTime : null,
  }
}

function isWhole(typed: string, least: number, most: number): boolean {
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most
}
