import { useEffect, useState } from 'react'
import { api } from '../../api/ringback.ts'
import type { CommandOutput } from '../../../electron/contract/commands.ts'
import type { OpeningHours } from '../../../electron/contract/opening-hours.ts'
import { text } from '../../text/index.ts'
import { dayAndTimeIn } from '../../text/dates.ts'

type Meaning = CommandOutput<'hours:explain'>

interface HoursMeaningProps {
  hours: OpeningHours
  timeZone: string
  /** False while something does not fit together. */
  isRight: boolean
}

/** What the hours mean right now, before they are saved. */
export function HoursMeaning({ hours, timeZone, isRight }: HoursMeaningProps) {
  const [meaning, setMeaning] = useState<Meaning | null>(null)
  const asked = JSON.stringify({ ...hours, timeZone })
  useEffect(() => {
    if (!isRight) return undefined
    let over = false
    const timer = setTimeout(() => {
      void api.request('hours:explain', JSON.parse(asked) as OpeningHours & { timeZone: string }).then((result) => {
        if (!over) setMeaning(result.ok ? result.value : null)
      })
    }, 120)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [asked, isRight])
  return (
    <section className="check-card hours-meaning" aria-label={text.hours.meaning}>
      <h3>{text.hours.meaning}</h3>
      {isRight && meaning ? (
        <Sentences meaning={meaning} timeZone={timeZone} />
      ) : (
        <p className="help">{text.hours.meaningLater}</p>
      )}
    </section>
  )
}

function Sentences({ meaning: { state, opensAt, morningAt }, timeZone }: { meaning: Meaning; timeZone: string }) {
  return (
    <>
      <p>{text.hours.states[state]}</p>
      {state !== 'open' && opensAt !== null ? <p>{text.hours.opens(dayAndTimeIn(opensAt, timeZone))}</p> : null}
      <p className="help">
        {morningAt === null ? text.hours.never : text.hours.morning(dayAndTimeIn(morningAt, timeZone))}
      </p>
    </>
  )
}
