import { useEffect, useState } from 'react'
import { api } from '../../api/ringback.ts'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import type { StateHours as Rule } from '../../../electron/contract/opening-hours.ts'
import { Fold } from '../../ui/fold.tsx'
import { text } from '../../text/index.ts'
import { useScrollStop } from '../../ui/use-scroll-stop.ts'
import { dateInWords, timeOfDay } from '../../text/dates.ts'

/** How a caller's place is known, and which states ask for more than the country. */
export function StateHours({ shown }: { shown: boolean }) {
  const [table, setTable] = useState<CommandOutput<'hours:states'> | null>(null)
  useEffect(() => {
    void api.request('hours:states', undefined).then((result) => {
      if (result.ok) setTable(result.value)
    })
  }, [])
  const card = useScrollStop<HTMLElement>()
  return (
    <section ref={card} className="check-card focusable" aria-label={text.hours.quiet.how}>
      <h3>{text.hours.quiet.how}</h3>
      {text.hours.quiet.howSteps.map((step) => (
        <p key={step} className="help">
          {step}
        </p>
      ))}
      {shown && table ? (
        <Fold className="state-hours" title={text.hours.quiet.statesTitle(table.states.length)}>
          <p className="help">{text.hours.quiet.madeOn(dateInWords(table.madeOn))}</p>
          <dl>
            {table.states.map((rule) => (
              <div key={rule.name}>
                <dt>{rule.name}</dt>
                <dd title={rule.law}>{inWords(rule)}</dd>
              </div>
            ))}
          </dl>
        </Fold>
      ) : null}
    </section>
  )
}

/** "Mon–Sat 8:00 AM–8:00 PM, Sun no texts, no texts on holidays". */
function inWords({ weekdays, saturday, sunday, holidaysOff }: Rule): string {
  const { days } = text.hours.quiet
  const parts =
    saturday !== weekdays
      ? [
          [days.weekdays, weekdays],
          [days.saturday, saturday],
          [days.sunday, sunday],
        ]
      : sunday !== weekdays
        ? [
            [days.workweek, weekdays],
            [days.sunday, sunday],
          ]
        : [[days.daily, weekdays]]
  const said = parts.map(([day, hours]) => `${day} ${hoursInWords(hours ?? '')}`)
  return [...said, ...(holidaysOff ? [text.hours.quiet.noHolidays] : [])].join(', ')
}

function hoursInWords(hours: string): string {
  return hours === 'none' ? text.hours.quiet.none : hours.split('-').map(timeOfDay).join('–')
}
