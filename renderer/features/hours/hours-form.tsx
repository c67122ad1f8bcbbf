import { api } from '../../api/ringback.ts'
import { hoursProblems, minutesOf, weekdays } from '../../../electron/contract/opening-hours.ts'
import type { ExceptionProblem, OpeningHours, Weekday } from '../../../electron/contract/opening-hours.ts'
import { Button } from '../../ui/button.tsx'
import { text } from '../../text/index.ts'
import { FormPage, type SettingsFormProps } from '../setup/form-page.tsx'
import { useAnswers, useForm } from '../setup/use-form.ts'
import { DayBlocks } from './day-blocks.tsx'
import { Exceptions } from './exceptions.tsx'
import { HoursMeaning } from './hours-meaning.tsx'
import { QuietFields } from './quiet-fields.tsx'
import { StateHours } from './state-hours.tsx'
import { likeMonday } from './week.ts'
import { ZoneField } from './zone-field.tsx'
import { isZone } from './zones.ts'
import './hours.css'

/** When the office is open, and when callers may be texted where they are. */
export function HoursForm({ settings, title, saveLabel, onSaved, aside }: SettingsFormProps) {
  const stored = { timeZone: settings.business.timeZone, hours: settings.hours, quiet: settings.quietHours }
  const { timeZone, hours, quiet } = useAnswers('hours', stored)
  const found = hoursProblems(hours)
  const ofDay = new Map(found.flatMap((each) => (each.at === 'week' ? [[each.day, each.problem] as const] : [])))
  const ofException = new Map(
    found.flatMap((each) => (each.at === 'exceptions' ? [[each.index, each.problem] as const] : [])),
  )
  const first = found[0]
  const zoneProblem = isZone(timeZone) ? null : text.hours.badZone
  const quietProblem = (minutesOf(quiet.from) ?? Infinity) < (minutesOf(quiet.to) ?? 0) ? null : text.hours.quiet.bad
  const form = useForm({
    name: 'hours',
    stored,
    // They show while somebody types, since each is about two things that do not fit together.
    problems: { timeZone: zoneProblem, hours: first ? text.hours.problems[first.problem] : null, quiet: quietProblem },
    save: async () => {
      const saved = await api.request('settings:save-hours', { timeZone, ...hours })
      return saved.ok ? api.request('settings:save-quiet-hours', quiet) : saved
    },
    onSaved,
  })
  const edit = (change: Partial<OpeningHours>): void => form.edit({ hours: { ...hours, ...change } })
  return (
    <FormPage
      title={title}
      lead={text.hours.lead}
      saveLabel={saveLabel}
      {...form.page}
      aside={aside}
      fields={
        <>
          <Week week={hours.week} onChange={(week) => edit({ week })} problems={ofDay} />
          <Exceptions
            exceptions={hours.exceptions}
            onChange={(exceptions) => edit({ exceptions })}
            problems={ofException}
          />
          <ZoneField value={timeZone} onChange={(zone) => form.edit({ timeZone: zone })} problem={zoneProblem} />
          <QuietFields quiet={quiet} onChange={(changed) => form.edit({ quiet: changed })} problem={quietProblem} />
        </>
      }
      help={
        <>
          <HoursMeaning hours={hours} timeZone={timeZone} isRight={found.length === 0 && zoneProblem === null} />
          <StateHours shown={quiet.byState} />
        </>
      }
    />
  )
}

interface WeekProps {
  week: OpeningHours['week']
  onChange: (week: OpeningHours['week']) => void
  problems: ReadonlyMap<Weekday, ExceptionProblem>
}

function Week({ week, onChange, problems }: WeekProps) {
  const copied = likeMonday(week)
  return (
    <section className="week" aria-label={text.hours.week}>
      <h3 className="label">{text.hours.week}</h3>
      {weekdays.map((day) => (
        <div key={day} className="day" role="group" aria-label={text.hours.days[day]}>
          <span className="day-name" aria-hidden="true">
            {text.hours.days[day]}
          </span>
          <DayBlocks
            day={text.hours.days[day]}
            blocks={week[day]}
            onChange={(blocks) => onChange({ ...week, [day]: blocks })}
            closed={text.hours.closed}
            problem={problems.get(day) ?? null}
          />
          {day === 'mon' && copied ? (
            <Button look="link" size="small" onPress={() => onChange(copied)}>
              {text.hours.copy}
            </Button>
          ) : null}
        </div>
      ))}
    </section>
  )
}
