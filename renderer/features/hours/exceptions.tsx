import { Plus, X } from 'lucide-react'
import { Input, Label, TextField } from 'react-aria-components'
import type { ExceptionProblem, HoursException } from '../../../electron/contract/opening-hours.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { text } from '../../text/index.ts'
import { DayBlocks } from './day-blocks.tsx'
import { useListFocus } from './use-list-focus.ts'
import { dateOf, startingOn } from './week.ts'

interface ExceptionsProps {
  exceptions: readonly HoursException[]
  onChange: (exceptions: HoursException[]) => void
  /** By the exception's place. */
  problems: ReadonlyMap<number, ExceptionProblem>
}

/** Holidays and other days that are not like the week. */
export function Exceptions({ exceptions, onChange, problems }: ExceptionsProps) {
  const { frame, moves } = useListFocus(exceptions.length, '.exception')
  const add = (): void => {
    moves()
    const today = dateOf(Date.now())
    onChange([...exceptions, { from: today, to: today, name: '', blocks: [] }])
  }
  return (
    <section className="hours-exceptions" aria-label={text.hours.exceptions} ref={frame}>
      <h3 className="label">{text.hours.exceptions}</h3>
      <p className="help">{text.hours.exceptionsHelp}</p>
      {exceptions.map((exception, at) => (
        <ExceptionRow
          // Two may be the same while they are written.
          key={`exception ${String(at)}`}
          exception={exception}
          number={at + 1}
          problem={problems.get(at) ?? null}
          onChange={(changed) => onChange(exceptions.map((each, index) => (index === at ? changed : each)))}
          onRemove={() => {
            moves()
            onChange(exceptions.filter((_, index) => index !== at))
          }}
        />
      ))}
      <Button size="small" onPress={add}>
        <Plus size={14} aria-hidden="true" />
        {text.hours.addException}
      </Button>
    </section>
  )
}

interface ExceptionRowProps {
  exception: HoursException
  number: number
  problem: ExceptionProblem | null
  onChange: (exception: HoursException) => void
  onRemove: () => void
}

/** What is wrong with the days stands at the days, what is wrong with the hours at the hours. */
const ofDates: ReadonlySet<ExceptionProblem> = new Set(['date', 'backwards', 'twice', 'too-long'])

function ExceptionRow({ exception, number, problem, onChange, onRemove }: ExceptionRowProps) {
  const { from, to, name, blocks } = exception
  const title = name.trim() || text.hours.exception(number)
  const datesWrong = problem !== null && ofDates.has(problem)
  return (
    <div className="exception" role="group" aria-label={title}>
      <DateField label={text.hours.firstDay} value={from} onChange={(day) => onChange(startingOn(exception, day))} />
      <DateField label={text.hours.lastDay} value={to} onChange={(day) => onChange({ ...exception, to: day })} />
      <Field
        label={text.hours.exceptionName}
        value={name}
        onChange={(value) => onChange({ ...exception, name: value })}
        placeholder={text.hours.exceptionHint}
        maxLength={80}
      />
      <Button look="plain" size="icon-only" aria-label={text.hours.removeException(title)} onPress={onRemove}>
        <X size={15} aria-hidden="true" />
      </Button>
      {datesWrong ? (
        <p className="problem" role="alert">
          {text.hours.problems[problem]}
        </p>
      ) : null}
      <DayBlocks
        day={title}
        blocks={blocks}
        onChange={(changed) => onChange({ ...exception, blocks: changed })}
        closed={text.hours.closedAllDay}
        problem={datesWrong ? null : problem}
      />
    </div>
  )
}

interface DateFieldProps {
  label: string
  /** `YYYY-MM-DD`. */
  value: string
  onChange: (date: string) => void
}

function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <TextField className="field date" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <div className="field-box">
        <Input type="date" max="9999-12-31" />
      </div>
    </TextField>
  )
}
